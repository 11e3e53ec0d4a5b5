import { readDigits } from '../../examples/digits.ts';
import { reportPage } from '../../src/report/reportPage.ts';
import { factsOf } from '../report/factsOf.ts';

/** Labels that would like to be more than labels. */
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
  /** How many pictures are in it. */
  readonly pictures: number;
}

/** Reports of all kinds. */
export async function reportPages(): Promise<ReportPage[]> {
  const { images, labels, clusters } = await readDigits();
  const hostile = (label: number): string => HOSTILE[label]!;
  const many = Array.from({ length: 20_000 }, (_, i) => i);
  const facts = [
    [
      'digits',
      4,
      factsOf('Handwritten digits, k-means with 10 clusters', clusters, labels, images),
    ],
    [
      'hostile labels',
      4,
      factsOf(HOSTILE[1]!, clusters.map(hostile), labels.map(hostile), images, HOSTILE),
    ],
    ['no classes', 3, factsOf('No classes', clusters, undefined, images)],
    ['thousands of labels', 3, factsOf('x'.repeat(10_000), many.map((i) => `cluster number ${i % 3000}`), many.map((i) => `class number ${i % 2000}`))], // prettier-ignore
  ] as const;
  return Promise.all(
    facts.map(async ([name, pictures, of]) => ({ name, pictures, html: await reportPage(of) })),
  );
}
