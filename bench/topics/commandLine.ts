import { spawn } from 'node:child_process';
import { cpSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { build } from 'esbuild';
import type { BenchmarkCase, Row } from '../benchmarkCase.ts';
import { labelFile } from '../labelFiles.ts';
import { peer, python } from '../peers.ts';
import { race, type Contender } from '../timing.ts';

const ROWS = 10_000_000;
const BUILT = resolve('node_modules/.cache/bench/command');
const MAIN = `${BUILT}/dist/cli/main.js`;

/** Builds the command from its sources, with package.json in the same place as in the published package. */
async function buildCommand(): Promise<void> {
  await build({
    entryPoints: ['src/cli/main.ts'],
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outdir: dirname(MAIN),
    logLevel: 'warning',
  });
  cpSync('package.json', `${BUILT}/package.json`);
}

/** Result and peak memory of a run of the command. */
interface Run {
  readonly ms: number;
  readonly value: number;
  readonly megabytes: number;
}

async function runMutualInfo(file: string, reader: string): Promise<Run> {
  const atExit = "process.on('exit', () => process.stderr.write(String(process.resourceUsage().maxRSS)))";
  const columns = ['--x', 'preds', '--y', 'target', '--estimator', 'discrete'];
  const start = performance.now();
  const child = spawn(process.execPath, [
    ...['--import', `data:text/javascript,${atExit}`, MAIN, 'mi', file],
    ...[...columns, '--format', 'json', '--reader', reader],
  ]);
  let out = '';
  let kilobytes = '';
  child.stdout.on('data', (text) => (out += String(text)));
  child.stderr.on('data', (text) => (kilobytes += String(text)));
  const code = await new Promise((settle) => child.on('close', settle));
  if (code !== 0) throw new Error(`the command exited with code ${String(code)}: ${kilobytes}`);
  const { mutualInfo } = JSON.parse(out) as { mutualInfo: number };
  return {
    ms: performance.now() - start,
    value: mutualInfo,
    megabytes: (Number(kilobytes) * 1024) / 1e6,
  };
}

const command = (reader: string): Contender<string> => ({
  name: `tfjs-metrics mi, --reader ${reader}`,
  start: async (file) => {
    await buildCommand();
    return () => runMutualInfo(file, reader);
  },
});

function peakOfCommand(reader: string): BenchmarkCase {
  const name = `tfjs-metrics mi, 10^7 rows of CSV, --reader ${reader}, peak of its process`;
  const measure = async (): Promise<readonly Row[]> => {
    await buildCommand();
    const { megabytes } = await runMutualInfo(labelFile(ROWS, 'csv'), reader);
    const nothing = { peer: '', theirs: '', ratio: '' };
    const ours = `${megabytes.toFixed(1)} MB`;
    return [{ what: name, ours, ...nothing, target: '< 200 MB', isMet: megabytes < 200 }];
  };
  return { name, measure };
}

/** The whole command, including its start, compared with pandas and scikit-learn in a running process. */
export const commandLine: readonly BenchmarkCase[] = [
  race({
    name: 'tfjs-metrics mi, 10^7 rows of CSV, 100 × 100 labels',
    given: () => labelFile(ROWS, 'csv'),
    ours: command('duckdb'),
    opponents: [
      {
        ...peer<string>('pandas read_csv + scikit-learn', python('sql.py'), 'scikit_mutual_info', (file) => [file]),
        timesAsFast: 3,
        rounds: 3,
      },
    ],
    rounds: 5,
  }),
  peakOfCommand('duckdb'),
  peakOfCommand('stream'),
];
