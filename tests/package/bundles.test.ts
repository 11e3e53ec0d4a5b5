import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { buildPackage, installPackage } from './installPackage.ts';

interface Bundle {
  /** Imported names. */
  readonly imports: string;
  readonly from: string;
  /** Maximum size, minified and gzipped, in bytes. */
  readonly ceiling: number;
  /** Current size, within 10 %. */
  readonly today: number;
  /** Substrings of file names or code that must not be in the bundle. */
  readonly without: readonly string[];
}

const TENSORFLOW = ['@tensorflow', 'customGrad', 'registerKernel'];
const LABELS_ONLY = [...TENSORFLOW, 'munkres', 'pure-rand'];

const bundles: Bundle[] = [
  {
    imports: '{ mutualInfoScore }',
    from: 'tfjs-metrics/functional',
    ceiling: 11_550,
    today: 11_520,
    without: LABELS_ONLY,
  },
  {
    imports: '{ clusterAccuracy }',
    from: 'tfjs-metrics/functional',
    ceiling: 11_850,
    today: 11_550,
    without: [...TENSORFLOW, 'pure-rand'],
  },
  {
    imports: '{ MutualInfoScore }',
    from: 'tfjs-metrics/clustering',
    ceiling: 24_150,
    today: 23_700,
    without: LABELS_ONLY,
  },
  {
    imports: '{ ContingencyTable }',
    from: 'tfjs-metrics',
    ceiling: 19_350,
    today: 19_000,
    without: LABELS_ONLY,
  },
  {
    imports: '*',
    from: 'tfjs-metrics/functional',
    ceiling: 112_000,
    today: 111_300,
    without: TENSORFLOW,
  },
  {
    imports: '*',
    from: 'tfjs-metrics/clustering',
    ceiling: 46_400,
    today: 46_000,
    without: TENSORFLOW,
  },
  {
    imports: '{ CramersV }',
    from: 'tfjs-metrics/nominal',
    ceiling: 24_000,
    today: 23_700,
    without: LABELS_ONLY,
  },
  { imports: '*', from: 'tfjs-metrics', ceiling: 133_100, today: 132_600, without: TENSORFLOW },
];

let dist: string;
let installed: string;

beforeAll(() => {
  dist = buildPackage();
  installed = installPackage(dist, '@tensorflow/tfjs-core');
});

afterAll(() => {
  for (const folder of [dist, installed]) rmSync(folder, { recursive: true });
});

test.each(bundles)('import $imports from $from: at most $ceiling bytes', async (of) => {
  const { code } = await bundle(of, installed);
  // The source map lists the files of the code.
  const { files } = await bundle(of, process.cwd());
  for (const absent of of.without) {
    expect(files.filter((file) => file.includes(absent))).toEqual([]);
    expect(Buffer.from(code).toString()).not.toContain(absent);
  }
  const bytes = gzipSync(code, { level: 9 }).length;
  expect(bytes).toBeLessThanOrEqual(of.ceiling);
  expect(Math.abs(bytes / of.today - 1)).toBeLessThan(0.1);
});

test('modules for Node.js contain ASCII only, which loads faster', () => {
  const modules = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.cjs'));
  expect(modules.length).toBeGreaterThan(0);
  expect(modules.filter((file) => /[^\0-\x7f]/.test(readFileSync(join(dist, file), 'utf8')))).toEqual([]);
});

/** Bundles imported names, with the package resolved from `folder`. */
async function bundle(of: Bundle, folder: string): Promise<{ code: Uint8Array; files: string[] }> {
  const used = of.imports === '*' ? 'all' : of.imports;
  const { outputFiles, metafile } = await build({
    stdin: {
      contents: `import ${of.imports === '*' ? '* as all' : used} from '${of.from}';
        globalThis.kept = ${used};`,
      resolveDir: folder,
    },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    metafile: true,
    logLevel: 'error',
  });
  const files = Object.entries(metafile.outputs['stdin.js']!.inputs)
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([file]) => file);
  return { code: outputFiles[0]!.contents, files };
}
