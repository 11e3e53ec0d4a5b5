import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { auroc, averagePrecision, BinnedScoreCounts, MetricInputError } from 'tfjs-metrics';
import { scoreCountsFromSql, scoreCountsSql, SqlQueryError, type ScoreCountsQuery } from 'tfjs-metrics/sql';
import { breakingAfter, giving, startDuckDb, type DuckDb } from './duckDbFixture.ts';

interface Scored {
  readonly p: number;
  readonly class: string;
  readonly weight: number;
}

let duckDb: DuckDb;
let rows: Scored[];
const columns = { from: 'scores', preds: 'p', target: 'class', thresholds: 50 };
const source: ScoreCountsQuery = { ...columns, positiveLabel: 'b' };

beforeAll(async () => {
  duckDb = await startDuckDb();
  // Probabilities at thresholds of several numbers of them, at the nearest numbers beside them, and between.
  await duckDb.connection.run(`CREATE TABLE scores AS
    WITH edges AS (SELECT k / n AS p FROM range(101) AS a(k), (VALUES (2), (3), (7), (49), (100)) AS b(n) WHERE k <= n)
    SELECT p, chr(97 + (hash(p) % 3)::INTEGER) AS class, (hash(p) % 4)::DOUBLE / 2 AS weight FROM (
      SELECT p FROM edges UNION ALL SELECT greatest(p - 1.2e-16, 0) FROM edges UNION ALL
      SELECT least(p + 2.3e-16, 1) FROM edges UNION ALL SELECT (i * 37 % 1009) / 1009 FROM range(2000) AS r(i))`);
  const read = await duckDb.connection.runAndReadAll('SELECT p, class, weight FROM scores');
  rows = read.getRowObjectsJS() as unknown as Scored[];
});

afterAll(() => {
  duckDb.connection.closeSync();
});

function inMemory({ thresholds, positiveLabel, ignoreLabel, weight }: ScoreCountsQuery): BinnedScoreCounts {
  return new BinnedScoreCounts(thresholds).add(
    rows.map(({ p }) => p),
    rows.map((row) => row.class),
    { positiveLabel, ignoreLabel, sampleWeight: weight === undefined ? undefined : rows.map((row) => row.weight) },
  );
}

const queries: Partial<ScoreCountsQuery>[] = [
  ...[2, 3, 8, 50, 101, 4096].map((thresholds) => ({ thresholds })),
  ...[[0.5], [-1, 0, 1 / 3, 0.3, 1], [0.9, 0.1, 0.1], Array.from({ length: 300 }, (_, k) => k / 298 - 0.01)].map(
    (thresholds) => ({ thresholds }),
  ),
  { positiveLabel: 'c', ignoreLabel: 'a' },
  { weight: 'weight' },
];

test.each(queries)('the counts are identical to those in memory: %j', async (of) => {
  const query = { ...source, ...of };
  const counts = await scoreCountsFromSql(duckDb.run, query);
  const expected = inMemory(query);
  expect(counts.toJSON()).toEqual(expected.toJSON());
  expect(counts.isExact).toBe(of.weight === undefined);
  expect(counts.n).toBeGreaterThan(1000);
  expect(auroc(counts)).toBe(auroc(expected));
  expect(averagePrecision(counts)).toBe(averagePrecision(expected));
});

test.each([
  ['float32', 'p::REAL', 'p::REAL::DOUBLE'],
  ['decimals', 'p::DECIMAL(9, 6)', 'p::DECIMAL(9, 6)::DOUBLE'],
  ['integers', 'round(p)::INTEGER', 'round(p)'],
])('%s are read as float64', async (_, column, float64) => {
  const [left, right] = await Promise.all(
    [column, float64].map(async (p, k) => {
      await duckDb.connection.run(`CREATE OR REPLACE VIEW typed${k} AS SELECT ${p} AS p, class FROM scores`);
      return scoreCountsFromSql(duckDb.run, { ...source, from: `typed${k}` });
    }),
  );
  expect(left!.n).toBe(rows.length);
  expect(left!.toJSON()).toEqual(right!.toJSON());
});

test('labels may be numbers, 64-bit integers or booleans', async () => {
  const expected = inMemory(source).toJSON();
  for (const type of ['INTEGER', 'BIGINT', 'BOOLEAN']) {
    await duckDb.connection.run(
      `CREATE OR REPLACE VIEW labeled AS SELECT p, (class = 'b')::${type} AS class FROM scores`,
    );
    const query = { ...source, from: 'labeled', positiveLabel: undefined };
    expect((await scoreCountsFromSql(duckDb.run, query)).toJSON()).toEqual(expected);
  }
});

test('merged counts of shards equal those of all rows; no rows give empty counts', async () => {
  const part = (where: string): Promise<BinnedScoreCounts> => scoreCountsFromSql(duckDb.run, { ...source, where });
  const left = await part('p < 0.4');
  left.merge(await part('p >= 0.4'));
  expect(left.toJSON()).toEqual(inMemory(source).toJSON());
  expect((await part('1 = 0')).n).toBe(0);
});

describe('errors name the problem:', () => {
  test.each([
    ['NULL', 50],
    ["'nan'::DOUBLE", 50],
    ['1.5', 50],
    ['-1e-9', 50],
    ["'inf'::DOUBLE", 50],
  ])('a probability of %s', async (value, thresholds) => {
    await duckDb.connection.run(`CREATE OR REPLACE VIEW bad AS SELECT ${value} AS p, 1 AS class`);
    const query = scoreCountsFromSql(duckDb.run, { ...source, from: 'bad', thresholds });
    await expect(query).rejects.toThrow(MetricInputError);
    await expect(query).rejects.toThrow(
      'column "p": expected probabilities from 0 to 1, got one that is missing (NULL) or not a probability',
    );
  });

  test.each(['NULL', "'nan'::DOUBLE", "'-inf'::DOUBLE"])('a score of %s', async (value) => {
    await duckDb.connection.run(`CREATE OR REPLACE VIEW bad AS SELECT ${value} AS p, 1 AS class`);
    const query = scoreCountsFromSql(duckDb.run, { ...source, from: 'bad', thresholds: [0, 1] });
    await expect(query).rejects.toThrow('column "p": expected finite values, got one that is missing');
  });

  test.each([
    ['NULL', {}, 'column "class": expected a label, got NULL'],
    ["'yes'", { positiveLabel: undefined }, 'positiveLabel'],
    ['3', { positiveLabel: undefined }, 'expected 0 or 1, got 3'],
    ['1', { weight: 'missing' }, 'missing'],
  ])('the label %s with %j', async (label, options, message) => {
    await duckDb.connection.run(`CREATE OR REPLACE VIEW bad AS SELECT 0.5 AS p, ${label} AS class`);
    await expect(scoreCountsFromSql(duckDb.run, { ...source, from: 'bad', ...options })).rejects.toThrow(message);
  });

  test.each(['-1', 'NULL'])('a weight of %s', async (weight) => {
    await duckDb.connection.run(`CREATE OR REPLACE VIEW bad AS SELECT 0.5 AS p, 'b' AS class, ${weight} AS weight`);
    const query = scoreCountsFromSql(duckDb.run, { ...source, from: 'bad', weight: 'weight' });
    await expect(query).rejects.toThrow('column "weight": expected weights of 0 or above');
  });

  test.each([
    [{ ...columns, thresholds: undefined }, 'scoreCountsSql: expected the option "thresholds", got none'],
    [{ ...columns, thresholds: 1 }, 'option "thresholds"'],
    [{ ...columns, thresholds: [] }, 'option "thresholds"'],
    [{ ...columns, thresholds: new Array(1001).fill(0) }, 'a list of at most 1000 numbers'],
    [{ ...columns, preds: '' }, 'the name of a column'],
    [{ ...columns, bins: 3 }, 'expected known options, got "bins"'],
  ])('%j', (given, message) => {
    expect(() => scoreCountsSql(given as ScoreCountsQuery)).toThrow(message);
  });

  test('a group that comes twice, a bin that does not exist, or an engine that fails', async () => {
    await expect(scoreCountsFromSql(giving([1, 'b', 5], [1, 'b', 5]), source)).rejects.toThrow(
      'bin 1 with target "b" twice',
    );
    await expect(scoreCountsFromSql(giving([51, 'b', 5]), source)).rejects.toThrow('expected an integer from 0 to 50');
    await expect(scoreCountsFromSql(breakingAfter([1, 'b', 5]), source)).rejects.toThrow(SqlQueryError);
  });
});
