import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  calinskiHarabaszScore,
  ClusterMoments,
  daviesBouldinScore,
  MetricInputError,
  simplifiedSilhouetteScore,
} from 'tfjs-metrics';
import {
  clusterMomentsFromSql,
  clusterMomentsSql,
  clusterSpreadsSql,
  daviesBouldinScoreFromSql,
  simplifiedSilhouetteScoreFromSql,
  simplifiedSilhouetteSql,
  SqlQueryError,
  type ClusterSource,
} from 'tfjs-metrics/sql';
import { expectClose } from '../expectClose.ts';
import { breakingAfter, giving, startDuckDb, type DuckDb } from './duckDbFixture.ts';

const DIGITS = 'examples/data/digits.csv';
const pixels = Array.from({ length: 16 }, (_, k) => `pixel_${2 + (k >> 3)}_${k % 8}`);
const source: ClusterSource = { from: 'samples', features: ['x', 'y'], labels: 'l' };

let duckDb: DuckDb;

beforeAll(async () => {
  duckDb = await startDuckDb();
});

afterAll(() => {
  duckDb.connection.closeSync();
});

/** The columns of a table as samples and labels. */
async function samplesOf(
  from: string,
  features: readonly string[],
  labels: string,
): Promise<[data: number[][], labels: (string | number)[]]> {
  const columns = [...features, labels].map((name) => `"${name}"`).join(', ');
  const reader = await duckDb.connection.runAndReadAll(`SELECT ${columns} FROM "${from}"`);
  const rows = reader.getRowsJS() as unknown[][];
  return [
    rows.map((row) => row.slice(0, -1).map(Number)),
    rows.map((row) => (typeof row.at(-1) === 'string' ? String(row.at(-1)) : Number(row.at(-1)))),
  ];
}

/** Expects that all scores of a table are those of its samples in memory. */
async function expectSameScores(of: ClusterSource, tolerance?: number): Promise<void> {
  const { run } = duckDb;
  const [data, labels] = await samplesOf(of.from as string, of.features, of.labels);
  const moments = await clusterMomentsFromSql(run, of);
  expect(moments.n).toBe(data.length);
  expectClose(calinskiHarabaszScore(moments), calinskiHarabaszScore(data, labels), tolerance);
  const db = await daviesBouldinScoreFromSql(run, of);
  expectClose(db, daviesBouldinScore(data, labels), tolerance);
  const silhouette = await simplifiedSilhouetteScoreFromSql(run, of);
  expectClose(silhouette, simplifiedSilhouetteScore(data, labels), tolerance);
}

test('scores of the digits, of 16 pixels, are those in memory', async () => {
  await expectSameScores({ from: DIGITS, features: pixels, labels: 'cluster' });
});

test('labels may be any strings: none of them becomes part of a query', async () => {
  await duckDb.connection.run(`CREATE TABLE quoted AS SELECT i % 10 + 20 * (i % 3) AS x, i % 7 AS y,
    CASE i % 3 WHEN 0 THEN 'it''s' WHEN 1 THEN 'a"); DROP TABLE quoted; --' ELSE 'b\\' END AS l
    FROM range(100) AS r(i)`);
  await expectSameScores({ ...source, from: 'quoted' });
});

describe('clusters far from 0, at 10^8 and −10^8 with a spread of 1', () => {
  beforeAll(async () => {
    await duckDb.connection.run(`CREATE TABLE far AS SELECT
      1e8 * (1 - 2 * (i % 2)) + (i % 7) / 4 AS x, (i % 5) / 4 AS y, i % 2 AS l FROM range(9000) AS r(i)`);
  });

  test('keep their dispersions to 12 digits', async () => {
    const moments = await clusterMomentsFromSql(duckDb.run, { ...source, from: 'far' });
    const [data, labels] = await samplesOf('far', ['x', 'y'], 'l');
    const expected = ClusterMoments.of(data, labels).clusters;
    moments.clusters.forEach(({ dispersion, size }, k) => {
      expect(size).toBe(4500);
      expectClose(dispersion, expected[k]!.dispersion);
    });
  });

  test('keep the 8 digits of all scores that such numbers have', async () => {
    await expectSameScores({ ...source, from: 'far' }, 1e-8);
  });
});

describe('samples of extreme scale', () => {
  const values = [0.5, 1, 1.25, 2, 7, 8, 8.5, 9.75];
  const tableOf = async (scale: number): Promise<ClusterSource> => {
    const rows = values.map((x, i) => `(${x * scale}::DOUBLE, ${(i % 3) * scale}::DOUBLE, ${i >> 2})`);
    await duckDb.connection.run(
      `CREATE OR REPLACE TABLE scaled AS SELECT * FROM (VALUES ${rows.join(', ')}) AS v(x, y, l)`,
    );
    return { ...source, from: 'scaled' };
  };

  test.each([2 ** -470, 1e-100, 1e16, 1e100, 2 ** 470])('have the scores in memory at %p', async (scale) => {
    await expectSameScores(await tableOf(scale));
  });

  test.each([1e-300, 1e-200, 1e200, 1e300])(
    'are refused at %p, and the error says how to scale them',
    async (scale) => {
      const query = await tableOf(scale);
      for (const score of [clusterMomentsFromSql, daviesBouldinScoreFromSql, simplifiedSilhouetteScoreFromSql]) {
        const refused = score(duckDb.run, query);
        await expect(refused).rejects.toThrow(MetricInputError);
        await expect(refused).rejects.toThrow(
          /^columns "x", "y": expected differences of samples between 1e-144 and 1e144, got .*e.*; multiply all columns/,
        );
      }
    },
  );

  test('are no obstacle in clusters that are ignored or much smaller than the rest', async () => {
    await duckDb.connection.run(`CREATE OR REPLACE TABLE outside AS SELECT * FROM (VALUES
      (1e-200, 0, 1), (2e-200, 0, 1), (5, 5, 2), (6, 5, 2), (-1e200, 1e200, 3), (1e200, 0, 3)) AS v(x, y, l)`);
    const query = { ...source, from: 'outside', ignoreLabel: 3 };
    const [data, labels] = await samplesOf('outside', ['x', 'y'], 'l');
    const inMemory = daviesBouldinScore(data, labels, { ignoreLabel: 3 });
    expectClose(await daviesBouldinScoreFromSql(duckDb.run, query), inMemory);
  });

  test('whose sums overflow are refused', async () => {
    const refused = clusterMomentsFromSql(duckDb.run, await tableOf(1e307));
    await expect(refused).rejects.toThrow(
      'the mean of column "x" of cluster 1: expected a finite number, got Infinity',
    );
  });

  test('that are all the same have no score', async () => {
    await duckDb.connection.run('CREATE TABLE same AS SELECT 1e-300 AS x, i % 2 AS l FROM range(6) AS r(i)');
    const query = { from: 'same', features: ['x'], labels: 'l' };
    expect(await daviesBouldinScoreFromSql(duckDb.run, query)).toBeNaN();
  });
});

test('conditions and labels to ignore leave samples out', async () => {
  await duckDb.connection.run(`CREATE TABLE noisy AS SELECT i % 10 + 20 * (i % 4) AS x,
    i % 7 AS y, i % 4 - 1 AS l FROM range(200) AS r(i)`);
  const [data, labels] = await samplesOf('noisy', ['x', 'y'], 'l');
  const query = { ...source, from: 'noisy', ignoreLabel: -1, where: 'x < 1000 OR x IS NULL' };
  const ignore = { ignoreLabel: -1 };
  const { run } = duckDb;
  expectClose(await daviesBouldinScoreFromSql(run, query), daviesBouldinScore(data, labels, ignore));
  const silhouette = await simplifiedSilhouetteScoreFromSql(run, query);
  expectClose(silhouette, simplifiedSilhouetteScore(data, labels, ignore));
  const moments = await clusterMomentsFromSql(run, query);
  expectClose(calinskiHarabaszScore(moments), calinskiHarabaszScore(data, labels, ignore));
});

test('clusters at the same point and of one sample have the values that are agreed on', async () => {
  await duckDb.connection.run(`CREATE TABLE odd AS SELECT * FROM (VALUES
    (0.0, 0.0, 1), (2.0, 0.0, 1), (0.0, 0.0, 2), (2.0, 0.0, 2), (9.0, 9.0, 3)) AS v(x, y, l)`);
  const query = { ...source, from: 'odd' };
  const [data, labels] = await samplesOf('odd', ['x', 'y'], 'l');
  const silhouette = await simplifiedSilhouetteScoreFromSql(duckDb.run, query);
  expectClose(silhouette, simplifiedSilhouetteScore(data, labels));
  expect(await daviesBouldinScoreFromSql(duckDb.run, query)).toBe(Infinity);
  const one = { ...query, where: 'l = 1' };
  expect(await daviesBouldinScoreFromSql(duckDb.run, one)).toBeNaN();
  const refused = simplifiedSilhouetteScoreFromSql(duckDb.run, { ...one, onUndefined: 'throw' });
  await expect(refused).rejects.toThrow('2 clusters');
  expect((await clusterMomentsFromSql(duckDb.run, { ...query, where: '1 = 0' })).n).toBe(0);
});

test('moments of shards merge into those of all', async () => {
  const { run } = duckDb;
  const query = { from: DIGITS, features: pixels.slice(2, 6), labels: 'target' };
  const left = await clusterMomentsFromSql(run, { ...query, where: 'cluster < 4' });
  left.merge(await clusterMomentsFromSql(run, { ...query, where: 'cluster >= 4' }));
  const whole = calinskiHarabaszScore(await clusterMomentsFromSql(run, query));
  expectClose(calinskiHarabaszScore(left), whole);
});

describe('what is wrong is said', () => {
  test.each([
    [
      'a value that is NULL',
      "VALUES (1.0, NULL, 'a'), (2.0, 3.0, 'a')",
      '1 of 2 samples of cluster "a" miss a value (NULL)',
    ],
    [
      'a value that is NaN',
      "VALUES (1.0, 'nan'::DOUBLE, 'a'), (2.0, 3.0, 'a')",
      'the mean of column "y" of cluster "a": expected a finite number, got NaN',
    ],
    [
      'a value that is infinite',
      "VALUES (1.0, 'inf'::DOUBLE, 'a'), (2.0, 3.0, 'a')",
      'expected a finite number, got Infinity',
    ],
    ['a label that is NULL', "VALUES (1.0, 1.0, NULL), (2.0, 3.0, 'a')", 'column "l" has a row without a label'],
    ['a label that is no label', 'VALUES (1.0, 1.0, 0.5::DOUBLE)', 'column "l"[0] is 0.5'],
  ])('%s', async (name, values, message) => {
    await duckDb.connection.run(`CREATE OR REPLACE VIEW bad AS SELECT * FROM (${values}) AS v(x, y, l)`);
    for (const score of [clusterMomentsFromSql, daviesBouldinScoreFromSql]) {
      const query = score(duckDb.run, { ...source, from: 'bad' });
      await expect(query).rejects.toThrow(MetricInputError);
      await expect(query).rejects.toThrow(message);
    }
    expect(name).toMatch(/^a /);
  });

  test.each([
    [{ ...source, features: [] }, 'option "features"'],
    [{ ...source, features: ['x', 'x'] }, 'each of them once'],
    [{ ...source, features: ['x', ''] }, 'the name of a column or table'],
    [{ ...source, labels: undefined }, 'expected the option "labels"'],
    [{ ...source, tabel: 'x' }, 'unknown option "tabel"'],
  ])('%j', (given, message) => {
    for (const sql of [clusterMomentsSql, clusterSpreadsSql]) {
      expect(() => sql(given as ClusterSource)).toThrow(message);
    }
  });

  test('centroids that are no points', () => {
    expect(() => simplifiedSilhouetteSql(source, [[0, 0]])).toThrow('of 2 clusters or more');
    expect(() =>
      simplifiedSilhouetteSql(source, [
        [0, 0],
        [0, NaN],
      ]),
    ).toThrow('finite');
  });
});

describe('nothing is lost or counted twice', () => {
  const row = (label: string): unknown[] => [label, 2, 2, 0.5, 0.5, 0, 0, 2, 1];

  test('when a cluster comes twice, as on a page that is read again', async () => {
    const run = giving(row('a'), row('b'), row('a'));
    for (const score of [clusterMomentsFromSql, daviesBouldinScoreFromSql]) {
      await expect(score(run, source)).rejects.toThrow('the result has cluster "a" twice');
    }
  });

  test('when the engine breaks half way', async () => {
    const run = breakingAfter(row('a'));
    for (const score of [clusterMomentsFromSql, daviesBouldinScoreFromSql, simplifiedSilhouetteScoreFromSql]) {
      await expect(score(run, source)).rejects.toThrow(SqlQueryError);
    }
  });

  test('when the second query breaks, gives a cluster twice, or sees another table', async () => {
    const first = [row('a'), row('b')];
    const answering = (second: unknown[][]) => {
      let asked = 0;
      return () => Promise.resolve(asked++ === 0 ? first : second);
    };
    const score = (second: unknown[][]): Promise<number> => simplifiedSilhouetteScoreFromSql(answering(second), source);
    expect(
      await score([
        ['a', 2, 1],
        ['b', 2, 1],
      ]),
    ).toBe(0.5);
    const changed = score([
      ['a', 3, 1],
      ['b', 2, 1],
    ]);
    await expect(changed).rejects.toThrow('the size of cluster "a" was 2, then 3');
    await expect(score([['a', 2, 1]])).rejects.toThrow('the size of cluster "b" was 2, then 0');
    const twice = score([
      ['a', 2, 1],
      ['b', 2, 1],
      ['b', 2, 1],
    ]);
    await expect(twice).rejects.toThrow('cluster "b" twice');
  });

  test('when the first attempt fails and the next one does not', async () => {
    let attempt = 0;
    const broken = breakingAfter(row('a'));
    const run = (sql: string) => (attempt++ === 0 ? broken(sql) : Promise.resolve([row('a'), row('b')]));
    await expect(clusterMomentsFromSql(run, source)).rejects.toThrow(SqlQueryError);
    expect((await clusterMomentsFromSql(run, source)).n).toBe(4);
  });
});
