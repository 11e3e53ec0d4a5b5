import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import {
  BinnedScoreCounts,
  calinskiHarabaszScore,
  ContingencyTable,
  daviesBouldinScore,
  simplifiedSilhouetteScore,
} from 'tfjs-metrics';
import { SoftMutualInfoScore } from 'tfjs-metrics/information';
import {
  clickHouseRunner,
  clusterMomentsFromSql,
  contingencyFromSql,
  daviesBouldinScoreFromSql,
  scoreCountsFromSql,
  simplifiedSilhouetteScoreFromSql,
  softHistogramFromSql,
  SqlQueryError,
  type SqlRunner,
} from 'tfjs-metrics/sql';
import { expectClose } from '../expectClose.ts';
import { tableScores } from '../parity/tableScores.ts';
import { ClickHouseCluster } from './clickHouseCluster.ts';

const ROWS = 10_000_000;
const DIGITS = 'examples/data/digits.csv';
const labels = { preds: 'p', target: 't' };

let cluster: ClickHouseCluster;
let run: SqlRunner;

beforeAll(async () => {
  cluster = await ClickHouseCluster.start(2);
  run = clickHouseRunner(cluster.shards[0]!.client);
  for (const table of ['digits', 'generated']) {
    await cluster.everywhere(`CREATE TABLE ${table} (p Int32, t Int32) ENGINE = MergeTree() ORDER BY p`);
    await cluster.everywhere(
      `CREATE TABLE all_${table} AS ${table} ENGINE = Distributed(labels_cluster, default, ${table})`,
    );
  }
});

afterAll(() => cluster?.stop());

/** The labels of row i of the generated table: the same in the engine and here. */
const GENERATED_SQL = `toInt32((number * 7919) % 100), toInt32(bitShiftRight(number * number, 5) % 100)`;

function generatedTable(): ContingencyTable {
  const preds = new Int32Array(ROWS);
  const target = new Int32Array(ROWS);
  for (let i = 0; i < ROWS; i++) {
    preds[i] = (i * 7919) % 100;
    target[i] = Math.floor((i * i) / 32) % 100;
  }
  return ContingencyTable.of(preds, target);
}

async function expectSameScores(from: string, expected: ContingencyTable): Promise<void> {
  const table = await contingencyFromSql(run, { from, ...labels });
  expect(table.toJSON()).toEqual(expected.toJSON());
  for (const { name, score, options } of tableScores) {
    expect([name, score(table, options)]).toEqual([name, score(expected, options)]);
  }
  process.stdout.write(`${from}: ${table.n} rows, ${tableScores.length} scores equal\n`);
}

test('the digits, split over two shards, score as in memory', async () => {
  const rows = parse(readFileSync(DIGITS, 'utf8'), { columns: true, cast: true }) as unknown as {
    cluster: number;
    target: number;
  }[];
  for (const [i, { client }] of cluster.shards.entries()) {
    await client.insert({
      table: 'digits',
      values: rows.filter((_, k) => k % 2 === i).map((row) => ({ p: row.cluster, t: row.target })),
      format: 'JSONEachRow',
    });
  }
  const expected = ContingencyTable.of(
    rows.map((row) => row.cluster),
    rows.map((row) => row.target),
  );
  expect(expected.n).toBe(1797);
  await expectSameScores('all_digits', expected);
});

test('ten million rows on two shards score as in memory, to the last bit', async () => {
  for (const [i, { client }] of cluster.shards.entries()) {
    await client.command({
      query: `INSERT INTO generated SELECT ${GENERATED_SQL}
        FROM (SELECT number * 2 + ${i} AS number FROM system.numbers LIMIT ${ROWS / 2})`,
    });
  }
  const expected = generatedTable();
  expect(expected.n).toBe(ROWS);
  await expectSameScores('all_generated', expected);
});

test('samples and pairs of numbers on two shards score as in memory', async () => {
  const rows = parse(readFileSync(DIGITS, 'utf8'), { columns: true, cast: true }) as unknown as {
    cluster: number;
    pixel_2_3: number;
    pixel_4_4: number;
  }[];
  const samples = rows.map((row) => ({ x: row.pixel_2_3, y: row.pixel_4_4, l: row.cluster }));
  await cluster.everywhere('CREATE TABLE samples (x Float64, y Float32, l Int32) ENGINE = MergeTree() ORDER BY l');
  await cluster.everywhere(
    'CREATE TABLE all_samples AS samples ENGINE = Distributed(labels_cluster, default, samples)',
  );
  for (const [i, { client }] of cluster.shards.entries()) {
    const values = samples.filter((_, k) => k % 2 === i);
    await client.insert({ table: 'samples', values, format: 'JSONEachRow' });
  }
  const data = samples.map(({ x, y }) => [x, y]);
  const clusters = samples.map(({ l }) => l);
  const query = { from: 'all_samples', features: ['x', 'y'], labels: 'l' };
  const moments = await clusterMomentsFromSql(run, query);
  expectClose(calinskiHarabaszScore(moments), calinskiHarabaszScore(data, clusters));
  const db = await daviesBouldinScoreFromSql(run, query);
  expectClose(db, daviesBouldinScore(data, clusters));
  const silhouette = await simplifiedSilhouetteScoreFromSql(run, query);
  expectClose(silhouette, simplifiedSilhouetteScore(data, clusters));
  for (const kernel of ['box', 'linear'] as const) {
    const options = { bins: 16, range: [0, 15], kernel, biasCorrection: 'millerMadow' } as const;
    const metric = new SoftMutualInfoScore(options);
    metric.update(
      data.map(([x]) => x!),
      data.map(([, y]) => y!),
    );
    const columns = { from: 'all_samples', x: 'x', y: 'y' };
    const histogram = await softHistogramFromSql(run, { ...columns, ...options });
    if (kernel === 'box') expect(histogram.toJSON()).toEqual(metric.toJSON().state);
    expectClose(metric.computeFrom(histogram), metric.compute());
  }
  process.stdout.write(`all_samples: ${moments.n} rows, 3 scores of samples, 2 histograms equal\n`);
});

test('a million probabilities on two shards are counted as in memory', async () => {
  const n = 1_000_000;
  await cluster.everywhere('CREATE TABLE scores (p Float32, t UInt8) ENGINE = MergeTree() ORDER BY p');
  await cluster.everywhere('CREATE TABLE all_scores AS scores ENGINE = Distributed(labels_cluster, default, scores)');
  for (const [i, { client }] of cluster.shards.entries()) {
    await client.command({
      query: `INSERT INTO scores SELECT toFloat32(((number * 7919) % 9901) / 9900), number % 3 = 0
        FROM (SELECT number * 2 + ${i} AS number FROM system.numbers LIMIT ${n / 2})`,
    });
  }
  const preds = Float32Array.from({ length: n }, (_, i) => ((i * 7919) % 9901) / 9900);
  const target = Uint8Array.from({ length: n }, (_, i) => Number(i % 3 === 0));
  for (const thresholds of [200, 9901, [-1, 0.25, 0.5, 0.9]]) {
    const counts = await scoreCountsFromSql(run, { from: 'all_scores', preds: 'p', target: 't', thresholds });
    expect(counts.toJSON()).toEqual(new BinnedScoreCounts(thresholds).add(preds, target).toJSON());
  }
});

test('a shard that dies in the middle of a query gives a clear error and no table', async () => {
  // Each row is held up for a moment, so that the query is at work when the shard dies.
  const query = contingencyFromSql(run, {
    from: 'all_generated',
    ...labels,
    where: 'sleepEachRow(0.00001) = 0',
  }).then(
    () => 'a table',
    (error: unknown) => error,
  );
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await cluster.kill(1);
  const outcome = await query;
  expect(outcome).toBeInstanceOf(SqlQueryError);
  const { message } = outcome as SqlQueryError;
  expect(message).toMatch(/^query failed, and its partial result was discarded: .*\S/s);
  process.stdout.write(`with a shard killed: ${message.slice(0, 200)}\n`);
});

test('a query to a cluster that misses a shard fails, too', async () => {
  const query = contingencyFromSql(run, { from: 'all_digits', ...labels });
  await expect(query).rejects.toThrow(SqlQueryError);
});
