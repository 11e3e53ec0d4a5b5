import { readDigits } from '../../examples/digits.ts';
import { clusteringReport } from '../../src/report/index.ts';

/** Labels that try to inject markup or break the layout. */
const HOSTILE = [
  '<script>alert(1)</script>',
  '</style></title></svg><img src=x onerror=alert(1)>',
  '"quoted\' & <b>',
  '🙂👩‍🔬',
  'x'.repeat(10_000),
  '\u202egnorw',
  '=HYPERLINK("https://example.com")',
  '',
  'two\nlines\tand\0nothing',
  'العربية',
];

interface ReportPage {
  readonly name: string;
  readonly html: string;
  /** Number of pictures. */
  readonly pictures: number;
}

/** Returns reports of all kinds. */
export async function reportPages(): Promise<ReportPage[]> {
  const { images, labels, clusters } = await readDigits();
  const hostile = (label: number): string => HOSTILE[label]!;
  const many = Array.from({ length: 20_000 }, (_, i) => i);
  const reports = [
    ['digits', 3, clusteringReport({ title: 'Handwritten digits', preds: clusters, target: labels, data: images })],
    [
      'hostile labels',
      3,
      clusteringReport({ title: HOSTILE[1]!, preds: clusters.map(hostile), target: labels.map(hostile), data: images }),
    ],
    ['no classes', 2, clusteringReport({ title: 'No classes', preds: clusters, data: images })],
    [
      'thousands of labels',
      2,
      clusteringReport({
        title: 'x'.repeat(10_000),
        preds: many.map((i) => `cluster number ${i % 3000}`),
        target: many.map((i) => `class number ${i % 2000}`),
      }),
    ],
  ] as const;
  return Promise.all(
    reports.map(async ([name, pictures, report]) => ({ name, pictures, html: await report.toHTML() })),
  );
}
