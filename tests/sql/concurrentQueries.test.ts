import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as sql from 'tfjs-metrics/sql';
import {
  clusterMomentsFromSql,
  contingencyFromSql,
  daviesBouldinScoreFromSql,
  duckDbRunner,
  scoreCountsFromSql,
  simplifiedSilhouetteScoreFromSql,
  softHistogramFromSql,
  SqlQueryError,
  type SqlRunner,
} from 'tfjs-metrics/sql';
import { startDuckDb, type DuckDb } from './duckDbFixture.ts';

const ROWS = 20_000;

let duckDb: DuckDb;

beforeAll(async () => {
  duckDb = await startDuckDb();
  // Enough label pairs, clusters and bins for results of many chunks.
  await duckDb.connection.run(`CREATE TABLE samples AS SELECT i % 61 AS p, i % 67 AS t,
    i % 2500 AS cluster, i % 2 AS even, (i % 2500) + (i % 7) / 10 AS x, (i % 97) / 97 AS y FROM range(${ROWS}) AS r(i)`);
});

afterAll(() => {
  duckDb.connection.closeSync();
});

const clusters = { from: 'samples', features: ['x', 'y'], labels: 'cluster' };
const few = { ...clusters, labels: 't', where: 't < 9' };
const bins = { bins: 60, kernel: 'box' } as const;

/** Every function that sends queries, reduced to a number that depends on its whole result. */
const queries: Readonly<Record<string, (run: SqlRunner) => Promise<number>>> = {
  contingencyFromSql: async (run) => (await contingencyFromSql(run, { from: 'samples', preds: 'p', target: 't' })).n,
  clusterMomentsFromSql: async (run) => (await clusterMomentsFromSql(run, clusters)).n,
  daviesBouldinScoreFromSql: (run) => daviesBouldinScoreFromSql(run, few),
  simplifiedSilhouetteScoreFromSql: (run) => simplifiedSilhouetteScoreFromSql(run, few),
  scoreCountsFromSql: async (run) => {
    const counts = await scoreCountsFromSql(run, { from: 'samples', preds: 'y', target: 'even', thresholds: 60 });
    return counts.curve.truePositives.reduce((sum, count) => sum + count, 0);
  },
  softHistogramFromSql: async (run) => {
    const range = { x: [0, 2501], y: [0, 1] } as const;
    const query = { from: 'samples', x: 'x', y: 'y', ...bins, range: [range.x, range.y] as never };
    const { sums } = (await softHistogramFromSql(run, query)).toJSON();
    return (sums as { all: number }).all;
  },
};

test('every exported function that sends queries is among them', () => {
  const exported = Object.keys(sql).filter((name) => name.endsWith('FromSql'));
  expect(Object.keys(queries).sort()).toEqual(exported.sort());
});

test.each(Object.entries(queries))(
  '8 concurrent calls of %s on one connection return the same result',
  async (_, query) => {
    const alone = await query(duckDb.run);
    // Two runners of one connection.
    const runners = [duckDb.run, duckDbRunner(duckDb.connection)];
    const together = await Promise.all(Array.from({ length: 8 }, (__, k) => query(runners[k % 2]!)));
    expect(Number.isFinite(alone)).toBe(true);
    expect(together).toEqual(new Array(8).fill(alone));
  },
);

test('different functions can run concurrently with queries of the user', async () => {
  const alone: number[] = [];
  for (const query of Object.values(queries)) alone.push(await query(duckDb.run));
  const own = Promise.all(
    Array.from({ length: 4 }, () => duckDb.connection.runAndReadAll('SELECT count(*) FROM samples')),
  );
  const together = await Promise.all(Object.values(queries).map((query) => query(duckDb.run)));
  expect(together).toEqual(alone);
  for (const reader of await own) expect(reader.getRows()).toEqual([[BigInt(ROWS)]]);
});

test('a query that fails does not affect concurrent queries', async () => {
  const broken = contingencyFromSql(duckDb.run, { from: 'nowhere', preds: 'p', target: 't' });
  const results = await Promise.allSettled([
    queries.contingencyFromSql!(duckDb.run),
    broken,
    queries.contingencyFromSql!(duckDb.run),
  ]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  await expect(broken).rejects.toThrow(SqlQueryError);
  expect((results[2] as PromiseFulfilledResult<number>).value).toBe(ROWS);
});

test('a query can start while the rows of another are read, and reading may stop early', async () => {
  const sql = 'SELECT p, t FROM samples';
  let rows = 0;
  for await (const row of await duckDb.run(sql)) {
    if (rows === 3000) expect(await queries.contingencyFromSql!(duckDb.run)).toBe(ROWS);
    expect(row).toHaveLength(2);
    rows++;
  }
  expect(rows).toBe(ROWS);
  for await (const row of await duckDb.run(sql)) {
    expect(row).toEqual([0n, 0n]);
    break;
  }
  expect(await queries.contingencyFromSql!(duckDb.run)).toBe(ROWS);
});

test('an error after the first rows of a result is reported', async () => {
  const late = "SELECT CASE WHEN i < 900000 THEN i ELSE CAST('x' || i AS INTEGER) END FROM range(1000000) AS r(i)";
  const readAll = async (): Promise<number> => {
    let rows = 0;
    for await (const row of await duckDb.run(late)) rows += (row as unknown[]).length;
    return rows;
  };
  await expect(readAll()).rejects.toThrow('x900000');
});
