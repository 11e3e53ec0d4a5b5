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

/** Reads the columns of a table as samples and labels. */
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

/** Expects all scores of a table to equal those of its samples in memory. */
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

test('scores of the digits, from 16 pixels, equal those in memory', async () => {
  await expectSameScores({ from: DIGITS, features: pixels, labels: 'cluster' });
});

test('labels may be any strings, because queries do not contain labels', async () => {
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

  test('have dispersions with 12 correct digits', async () => {
    const moments = await clusterMomentsFromSql(duckDb.run, { ...source, from: 'far' });
    const [data, labels] = await samplesOf('far', ['x', 'y'], 'l');
    const expected = ClusterMoments.of(data, labels).clusters;
    moments.clusters.forEach(({ dispersion, size }, k) => {
      expect(size).toBe(4500);
      expectClose(dispersion, expected[k]!.dispersion);
    });
  });

  test('have scores with 8 correct digits', async () => {
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

  test.each([2 ** -470, 1e-100, 1e16, 1e100, 2 ** 470])('have the same scores as in memory at %p', async (scale) => {
    await expectSameScores(await tableOf(scale));
  });

  test.each([1e-300, 1e-200, 1e200, 1e300])(
    'are rejected at %p, and the error says how to scale them',
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

  test('are allowed in clusters that are ignored or much smaller than the others', async () => {
    await duckDb.connection.run(`CREATE OR REPLACE TABLE outside AS SELECT * FROM (VALUES
      (1e-200, 0, 1), (2e-200, 0, 1), (5, 5, 2), (6, 5, 2), (-1e200, 1e200, 3), (1e200, 0, 3)) AS v(x, y, l)`);
    const query = { ...source, from: 'outside', ignoreLabel: 3 };
    const [data, labels] = await samplesOf('outside', ['x', 'y'], 'l');
    const inMemory = daviesBouldinScore(data, labels, { ignoreLabel: 3 });
    expectClose(await daviesBouldinScoreFromSql(duckDb.run, query), inMemory);
  });

  test('whose sums overflow are rejected', async () => {
    const refused = clusterMomentsFromSql(duckDb.run, await tableOf(1e307));
    await expect(refused).rejects.toThrow(
      'the mean of column "x" of cluster 1: expected a finite number, got Infinity',
    );
  });

  test('that are all equal have the score NaN', async () => {
    await duckDb.connection.run('CREATE TABLE same AS SELECT 1e-300 AS x, i % 2 AS l FROM range(6) AS r(i)');
    const query = { from: 'same', features: ['x'], labels: 'l' };
    expect(await daviesBouldinScoreFromSql(duckDb.run, query)).toBeNaN();
  });
});

test('where and ignoreLabel exclude samples', async () => {
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

test('clusters with equal means and clusters of one sample have the same scores as in memory', async () => {
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

test('merged moments of shards equal those of the whole table', async () => {
  const { run } = duckDb;
  const query = { from: DIGITS, features: pixels.slice(2, 6), labels: 'target' };
  const left = await clusterMomentsFromSql(run, { ...query, where: 'cluster < 4' });
  left.merge(await clusterMomentsFromSql(run, { ...query, where: 'cluster >= 4' }));
  const whole = calinskiHarabaszScore(await clusterMomentsFromSql(run, query));
  expectClose(calinskiHarabaszScore(left), whole);
});

describe('errors name the problem:', () => {
  test.each([
    [
      'a value that is NULL',
      "VALUES (1.0, NULL, 'a'), (2.0, 3.0, 'a')",
      'cluster "a": expected a value for each feature, got NULL in 1 of 2 samples; exclude such rows with the option',
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
    [
      'a label that is NULL',
      "VALUES (1.0, 1.0, NULL), (2.0, 3.0, 'a')",
      'column "l": expected a label, got NULL in row',
    ],
    ['a fractional label', 'VALUES (1.0, 1.0, 0.5::DOUBLE)', 'column "l"[0]: expected an integer label'],
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
    [{ ...source, features: ['x', 'x'] }, 'a non-empty array of distinct column names'],
    [{ ...source, features: ['x', ''] }, 'the name of a column or table'],
    [{ ...source, labels: undefined }, 'expected the option "labels"'],
    [{ ...source, tabel: 'x' }, 'expected known options, got "tabel"'],
  ])('%j', (given, message) => {
    for (const sql of [clusterMomentsSql, clusterSpreadsSql]) {
      expect(() => sql(given as ClusterSource)).toThrow(message);
    }
  });

  test('centroids of the wrong shape, or with NaN', () => {
    expect(() => simplifiedSilhouetteSql(source, [[0, 0]])).toThrow(
      'expected centroids of shape [K, 2] with K of 2 or more, got [1, 2]',
    );
    expect(() =>
      simplifiedSilhouetteSql(source, [
        [0, 0],
        [0, NaN],
      ]),
    ).toThrow('finite');
  });
});

describe('a query function throws instead of losing or duplicating rows', () => {
  const row = (label: string): unknown[] => [label, 2, 2, 0.5, 0.5, 0, 0, 2, 1];

  test('if a cluster occurs twice, as on a page of results that is read again', async () => {
    const run = giving(row('a'), row('b'), row('a'));
    for (const score of [clusterMomentsFromSql, daviesBouldinScoreFromSql]) {
      await expect(score(run, source)).rejects.toThrow(
        'result of the query: expected each group once, as from GROUP BY, got cluster "a" twice',
      );
    }
  });

  test('if the engine fails part way', async () => {
    const run = breakingAfter(row('a'));
    for (const score of [clusterMomentsFromSql, daviesBouldinScoreFromSql, simplifiedSilhouetteScoreFromSql]) {
      await expect(score(run, source)).rejects.toThrow(SqlQueryError);
    }
  });

  test('if the second query returns a cluster twice or reads a changed table', async () => {
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
    await expect(changed).rejects.toThrow('expected the same table in both queries, got size 2, then 3 of cluster "a"');
    await expect(score([['a', 2, 1]])).rejects.toThrow(
      'expected the same table in both queries, got size 2, then 0 of cluster "b"',
    );
    const twice = score([
      ['a', 2, 1],
      ['b', 2, 1],
      ['b', 2, 1],
    ]);
    await expect(twice).rejects.toThrow('cluster "b" twice');
  });

  test('if the first attempt fails, and a second attempt starts from scratch', async () => {
    let attempt = 0;
    const broken = breakingAfter(row('a'));
    const run = (sql: string) => (attempt++ === 0 ? broken(sql) : Promise.resolve([row('a'), row('b')]));
    await expect(clusterMomentsFromSql(run, source)).rejects.toThrow(SqlQueryError);
    expect((await clusterMomentsFromSql(run, source)).n).toBe(4);
  });
});
