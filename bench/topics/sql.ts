import { DuckDBInstance } from '@duckdb/node-api';
import { Piscina } from 'piscina';
import { mutualInfoScore, type MetricSnapshot } from 'tfjs-metrics';
import { contingencyFromSql, duckDbRunner, type SqlRunner } from 'tfjs-metrics/sql';
import { makeMetrics, type Part } from '../../examples/scorePart.ts';
import { hashLabels } from '../../tests/parity/hashLabels.ts';
import type { BenchmarkCase } from '../benchmarkCase.ts';
import { labelFile, labelFiles, type LabelFiles } from '../labelFiles.ts';
import { peakMemory } from '../memory.ts';
import { peer, python } from '../peers.ts';
import { race, timed, type Contender } from '../timing.ts';

const ROWS = 10_000_000;
const MANY_ROWS = 100_000_000;
const PAIRS = 20_000_000;

async function startDuckDb(): Promise<SqlRunner> {
  return duckDbRunner(await (await DuckDBInstance.create()).connect());
}

async function mutualInfoOf(run: SqlRunner, from: string): Promise<number> {
  return mutualInfoScore(await contingencyFromSql(run, { from, preds: 'preds', target: 'target' }));
}

const duckDb = (format: keyof LabelFiles): Contender<LabelFiles> => ({
  name: 'ours',
  start: async (files) => {
    const run = await startDuckDb();
    return (calls) => timed(calls, () => mutualInfoOf(run, files[format]));
  },
});

const sqlPython = python('sql.py');
const pandas = (name: string, run: string): Contender<LabelFiles> => peer(name, sqlPython, run, ({ csv }) => [csv]);
const scikit = pandas('pandas read_csv + scikit-learn', 'scikit_mutual_info');
const groupby = pandas('pandas read_csv + groupby', 'groupby_mutual_info');

/** Two columns of labels in memory shared by all threads. */
interface SharedLabels {
  readonly preds: Int32Array;
  readonly target: Int32Array;
}

function sharedLabels(): SharedLabels {
  const { preds, target } = hashLabels({ n: PAIRS, k: 100, seed: 1, agree: 0.5 });
  return { preds: shared(preds), target: shared(target) };
}

function shared(labels: Int32Array): Int32Array {
  const copy = new Int32Array(new SharedArrayBuffer(labels.byteLength));
  copy.set(labels);
  return copy;
}

/** Contender with `count` threads that count a part each and merge the results. */
const workers = (count: number): Contender<SharedLabels> => ({
  name: count === 1 ? 'one worker' : `${count} workers`,
  start: async (labels) => {
    const filename = new URL('../../examples/scorePart.mjs', import.meta.url).href;
    const pool = new Piscina({ filename, minThreads: count, maxThreads: count });
    // Lets the process exit although nothing closes the pool.
    pool.threads.forEach((thread) => {
      thread.unref();
    });
    const size = Math.ceil(PAIRS / count);
    const parts = Array.from({ length: count }, (_, i): Part => ({
      ...labels,
      start: i * size,
      end: Math.min(PAIRS, (i + 1) * size),
    }));
    return (calls) =>
      timed(calls, async () => {
        const metrics = makeMetrics();
        // One snapshot is merged while the other worker counts.
        const merged = parts.map(async (part) => {
          metrics.merge((await pool.run(part)) as MetricSnapshot);
        });
        await Promise.all(merged);
        return metrics.compute().mi;
      });
  },
});

export const sql: readonly BenchmarkCase[] = [
  race({
    name: 'DuckDB, 10^7 pairs of 100 × 100 labels in Parquet (peers read CSV)',
    given: () => labelFiles(ROWS),
    ours: duckDb('parquet'),
    opponents: [
      { ...scikit, timesAsFast: 20, rounds: 3 },
      { ...groupby, rounds: 3 },
    ],
  }),
  race({
    name: 'DuckDB, 10^7 pairs of 100 × 100 labels in CSV',
    given: () => labelFiles(ROWS),
    ours: duckDb('csv'),
    opponents: [
      { ...scikit, rounds: 3 },
      { ...groupby, rounds: 3 },
    ],
  }),
  peakMemory({
    name: 'DuckDB, 10^8 pairs in Parquet, peak of the whole process',
    given: () => labelFile(MANY_ROWS, 'parquet'),
    run: async (file) => mutualInfoOf(await startDuckDb(), file),
    below: 300,
    ofWholeProcess: true,
  }),
  race({
    name: '2·10^7 pairs in shared memory, on two warm workers, merged',
    given: sharedLabels,
    rounds: 100,
    isFastest: true,
    ours: workers(2),
    opponents: [{ ...workers(1), timesAsFast: 1.6 }],
  }),
];
