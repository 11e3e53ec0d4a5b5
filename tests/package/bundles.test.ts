import { gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { build } from 'esbuild';

interface Bundle {
  /** What a page imports. */
  readonly imports: string;
  readonly from: string;
  /** The most it may weigh, minified and gzipped, in bytes. */
  readonly ceiling: number;
  /** What it weighs today, to a tenth. */
  readonly today: number;
  /** What must not be in it: a part of a file's name, or of the code. */
  readonly without: readonly string[];
}

const TENSORFLOW = ['@tensorflow', 'customGrad', 'registerKernel'];
const LABELS_ONLY = [...TENSORFLOW, 'munkres', 'pure-rand'];

const bundles: Bundle[] = [
  {
    imports: '{ mutualInfoScore }',
    from: 'tfjs-metrics/functional',
    ceiling: 18_000,
    today: 17_000,
    without: LABELS_ONLY,
  },
  {
    imports: '{ MutualInfoScore }',
    from: 'tfjs-metrics/clustering',
    ceiling: 20_500,
    today: 19_500,
    without: LABELS_ONLY,
  },
  {
    imports: '{ ContingencyTable }',
    from: 'tfjs-metrics',
    ceiling: 15_600,
    today: 14_850,
    without: LABELS_ONLY,
  },
  {
    imports: '*',
    from: 'tfjs-metrics/functional',
    ceiling: 68_000,
    today: 63_000,
    without: TENSORFLOW,
  },
  {
    imports: '*',
    from: 'tfjs-metrics/clustering',
    ceiling: 47_000,
    today: 43_500,
    without: TENSORFLOW,
  },
  {
    imports: '{ CramersV }',
    from: 'tfjs-metrics/nominal',
    ceiling: 20_200,
    today: 19_250,
    without: LABELS_ONLY,
  },
  { imports: '*', from: 'tfjs-metrics', ceiling: 88_000, today: 81_900, without: TENSORFLOW },
];

test.each(bundles)('import $imports from $from: at most $ceiling bytes', async (of) => {
  const used = of.imports === '*' ? 'all' : of.imports;
  const { outputFiles, metafile } = await build({
    stdin: {
      contents: `import ${of.imports === '*' ? '* as all' : used} from '${of.from}';
        globalThis.kept = ${used};`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    metafile: true,
    logLevel: 'error',
  });
  const { contents, text } = outputFiles[0]!;
  const files = Object.entries(metafile.outputs['stdin.js']!.inputs)
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([file]) => file);
  for (const absent of of.without) {
    expect(files.filter((file) => file.includes(absent))).toEqual([]);
    expect(text).not.toContain(absent);
  }
  const bytes = gzipSync(contents, { level: 9 }).length;
  expect(bytes).toBeLessThanOrEqual(of.ceiling);
  expect(Math.abs(bytes / of.today - 1)).toBeLessThan(0.1);
});
