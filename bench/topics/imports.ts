import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import type { BenchmarkCase } from '../benchmarkCase.ts';
import { race, type Contender } from '../timing.ts';

const BUILT = resolve('node_modules/.cache/bench/package/dist');

const IMPORT = `const start = performance.now();
import(process.argv[1]).then(() => process.stdout.write(String(performance.now() - start)));`;

/** Imports a module in new processes. */
function importOf(name: string, specifier: string, prepare: () => void): Contender<undefined> {
  const importOnce = (): number => Number(execFileSync(process.execPath, ['--eval', IMPORT, specifier]));
  return {
    name,
    start: async () => {
      prepare();
      return async (calls) => {
        let ms = 0;
        for (let i = 0; i < calls; i++) ms += importOnce() / calls;
        return { ms, value: undefined };
      };
    },
  };
}

function buildPackage(): void {
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts', BUILT]);
}

/** Time that Node takes to import the package as it is published. */
export const imports: readonly BenchmarkCase[] = [
  race({
    name: 'import the main entry',
    given: () => undefined,
    ours: importOf('tfjs-metrics', resolve(BUILT, 'index.cjs'), buildPackage),
    opponents: [{ ...importOf('zod/mini', 'zod/mini', () => undefined), timesAsLong: 1.5 }],
    rounds: 15,
    calls: 1,
  }),
];
