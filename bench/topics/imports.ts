import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import type { BenchmarkCase } from '../benchmarkCase.ts';
import { race, type Contender } from '../timing.ts';

const BUILT = resolve('node_modules/.cache/bench/package/dist');

const LABELS = 'Array.from({ length: 1000 }, (_, i) => i % 10)';

const IMPORT = `const start = performance.now();
import(process.argv[1]).then((entry) => {
  if (process.argv[2] !== undefined) entry[process.argv[2]](${LABELS}, ${LABELS});
  process.stdout.write(String(performance.now() - start));
});`;

const REQUIRE = `const start = performance.now();
require(process.argv[1])[process.argv[2]](${LABELS}, ${LABELS});
process.stdout.write(String(performance.now() - start));`;

/** Imports a module in new processes and, if a score is named, computes it once. */
function importOf(name: string, specifier: string, prepare: () => void, ...score: string[]): Contender<undefined> {
  return loadOf(name, IMPORT, [specifier, ...score], prepare);
}

/** Runs a script, which prints its milliseconds, in new processes. */
function loadOf(name: string, script: string, options: readonly string[], prepare: () => void): Contender<undefined> {
  const runOnce = (): number => Number(execFileSync(process.execPath, ['--eval', script, ...options]));
  return {
    name,
    start: async () => {
      prepare();
      return async (calls) => {
        let ms = 0;
        for (let i = 0; i < calls; i++) ms += runOnce() / calls;
        return { ms, value: undefined };
      };
    },
  };
}

function buildPackage(): void {
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts', BUILT]);
}

const zod = importOf('zod/mini', 'zod/mini', () => undefined);

/** Time that Node takes to import the package as it is published. */
export const imports: readonly BenchmarkCase[] = [
  race({
    name: 'import the main entry',
    given: () => undefined,
    ours: importOf('tfjs-metrics', resolve(BUILT, 'index.cjs'), buildPackage),
    opponents: [{ ...zod, timesAsLong: 1.5 }],
    rounds: 15,
  }),
  ...['functional', 'clustering'].map((entry) =>
    race({
      name: `import /${entry} and the first mutualInfoScore, 1000 samples`,
      given: () => undefined,
      ours: importOf('tfjs-metrics', resolve(BUILT, entry, 'index.cjs'), buildPackage, 'mutualInfoScore'),
      opponents: [zod],
      rounds: 15,
    }),
  ),
  race({
    name: 'require /functional and the first mutualInfoScore, 1000 samples',
    given: () => undefined,
    ours: loadOf('tfjs-metrics', REQUIRE, [resolve(BUILT, 'functional/index.cjs'), 'mutualInfoScore'], buildPackage),
    opponents: [zod],
    rounds: 15,
  }),
];
