import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { ContingencyTable } from 'tfjs-metrics';
import {
  contingencyFromSql,
  contingencySql,
  SqlQueryError,
  type ContingencyQuery,
  type ContingencySource,
  type SqlDialect,
  type SqlRow,
} from 'tfjs-metrics/sql';

const source: ContingencyQuery = { from: 'labels', preds: 'p', target: 't' };

/** A runner that hands out these rows. */
const giving =
  (...rows: SqlRow[]) =>
  () =>
    Promise.resolve(rows);

describe('the query', () => {
  test('groups by both columns, under their own names', () => {
    expect(contingencySql(source)).toBe('SELECT "p", "t", count(*) FROM "labels" GROUP BY "p", "t"');
  });

  test('sums weights, and keeps a condition together', () => {
    expect(contingencySql({ ...source, from: ['s', 'labels'], weight: 'w', where: 'a OR b' })).toBe(
      'SELECT "p", "t", sum("w"), sum(CASE WHEN "w" >= 0 THEN 1 ELSE 0 END), count(*) ' +
        'FROM "s"."labels" WHERE (a OR b) GROUP BY "p", "t"',
    );
  });

  test.each<[SqlDialect, string]>([
    ['standard', '"a""b\\c`d"'],
    ['clickHouse', '"a\\"b\\\\c`d"'],
    ['bigQuery', '`a"b\\\\c\\`d`'],
    ['spark', '`a"b\\c``d`'],
  ])('quotes names for %s', (dialect, quoted) => {
    expect(contingencySql({ ...source, from: 'a"b\\c`d', dialect })).toContain(`FROM ${quoted} `);
  });

  test.each([
    [{ ...source, from: '' }, 'expected the name of a column or table'],
    [{ ...source, preds: 'a\nb' }, 'without control characters, got "a\\nb"'],
    [{ ...source, preds: 3 }, 'option "preds": expected the name of a column, got 3'],
    [{ ...source, from: [] }, 'option "from"'],
    [{ ...source, from: ['a', 1] }, 'got 1'],
    [{ ...source, dialect: 'x' }, '"clickHouse"'],
    [{ ...source, tabel: 'x' }, 'unknown option "tabel"'],
    [{ from: 'labels', preds: 'p' }, 'expected the option "target"'],
  ])('%j is refused', (options, message) => {
    expect(() => contingencySql(options as ContingencyQuery)).toThrow(message);
  });
});

test('the guide shows the query of each engine', () => {
  const guide = readFileSync('docs/sql.md', 'utf8');
  const columns = { preds: 'cluster', target: 'class' };
  const queries: ContingencySource[] = [
    { from: 'labels.parquet', ...columns },
    { from: 'labels', ...columns, dialect: 'clickHouse' },
    { from: ['shop', 'labels'], ...columns, dialect: 'bigQuery' },
    { from: ['shop', 'labels'], ...columns, dialect: 'spark' },
    { from: ['hive', 'shop', 'labels'], ...columns },
  ];
  for (const query of queries) expect(guide).toContain(contingencySql(query));
});

describe('the rows of a result', () => {
  test.each([
    ['objects', [{ p: 1, t: 2, 'count(*)': 3 }]],
    ['lists', [[1, 2, 3]]],
    ['counts as bigint', [[1, 2, 3n]]],
    ['counts as text', [[1, 2, '3']]],
    ['labels as bigint', [[1n, 2n, 3]]],
  ])('may be %s', async (_, rows) => {
    const table = await contingencyFromSql(giving(...(rows as SqlRow[])), source);
    expect([...table.entries()]).toEqual([{ pred: 1, target: 2, count: 3 }]);
  });

  test('are exact up to 2^53, and refused beyond', async () => {
    const table = await contingencyFromSql(giving([0, 0, '9007199254740991']), source);
    expect(table.n).toBe(9007199254740991);
    const beyond = contingencyFromSql(giving([0, 0, 9007199254740993n]), source);
    await expect(beyond).rejects.toThrow('below 2^53');
  });

  test('that come one by one are read to the end', async () => {
    async function* rows(): AsyncGenerator<SqlRow> {
      for (let i = 0; i < 5; i++) yield await Promise.resolve([i, 0, 1]);
    }
    const table = await contingencyFromSql(() => Promise.resolve(rows()), source);
    expect(table.n).toBe(5);
  });

  test('that come to nothing make an empty table', async () => {
    expect((await contingencyFromSql(giving(), source)).n).toBe(0);
  });

  test.each([
    [
      'a pair that comes twice, as on a page that is read again',
      [
        [0, 0, 1],
        [0, 1, 1],
        [0, 0, 1],
      ],
      'pred 0 with target 0 twice',
    ],
    ['a negative count', [[0, 0, -1]], 'counts[0].count is -1'],
    [
      'a count that is no number',
      [[0, 0, 'many']],
      'the count in row 0 of the result: expected a finite number, got "many"',
    ],
    ['a count that is missing', [[0, 0, null]], 'expected a finite number, got null'],
    ['too few columns', [[0, 0]], 'has 2 values: expected 3'],
    [
      'labels of two kinds',
      [
        [0, 0, 1],
        ['a', 0, 1],
      ],
      'preds[1] is "a"',
    ],
    [
      'a column that objects put out of its place',
      [{ p: 'a', 2020: 'b', count: 1 }],
      'named "2020", whose place an object does not tell',
    ],
    ['columns of one name in objects', [{ p: 1, count: 1 }], 'hand rows out as lists'],
  ])('with %s are refused', async (_, rows, message) => {
    await expect(contingencyFromSql(giving(...(rows as SqlRow[])), source)).rejects.toThrow(message);
  });

  test('that are no rows are refused', async () => {
    const query = contingencyFromSql(giving(5 as unknown as SqlRow), source);
    await expect(query).rejects.toThrow('expected rows as objects or lists, got 5');
  });
});

test('what can be no query is refused before any is sent', async () => {
  const run = (): never => {
    throw new Error('a query was sent');
  };
  const refused = async (query: unknown, message: string): Promise<void> => {
    const answer = contingencyFromSql(run, query as ContingencyQuery);
    await expect(answer).rejects.toThrow(message);
  };
  await refused(undefined, 'contingencyFromSql: expected an object of options, got undefined');
  await refused({ ...source, ignoreLabel: {} }, 'option "ignoreLabel": expected a label or a list');
  const noRunner = contingencyFromSql('labels.csv' as never, source);
  await expect(noRunner).rejects.toThrow('expected a runner, a function from SQL to rows');
});

describe('a runner that fails', () => {
  async function* half(): AsyncGenerator<SqlRow> {
    yield await Promise.resolve([0, 0, 1]);
    throw new Error('the shard is gone');
  }

  test('half way gives no table', async () => {
    const query = contingencyFromSql(() => Promise.resolve(half()), source);
    await expect(query).rejects.toThrow(SqlQueryError);
    await expect(query).rejects.toMatchObject({
      message: 'the query failed, and nothing of it is used: the shard is gone',
      sql: contingencySql(source),
    });
  });

  test('and is asked again counts nothing twice', async () => {
    let attempt = 0;
    const flaky = (): Promise<AsyncIterable<SqlRow> | SqlRow[]> =>
      Promise.resolve(attempt++ === 0 ? half() : [[0, 0, 1]]);
    await expect(contingencyFromSql(flaky, source)).rejects.toThrow(SqlQueryError);
    expect((await contingencyFromSql(flaky, source)).n).toBe(1);
  });
});

test('the dialect of the runner is used, unless another is asked for', async () => {
  const asked: string[] = [];
  const run = Object.assign(
    (sql: string) => {
      asked.push(sql);
      return Promise.resolve([]);
    },
    { dialect: 'spark' as const },
  );
  await contingencyFromSql(run, source);
  await contingencyFromSql(run, { ...source, dialect: 'standard' });
  expect(asked.map((sql) => sql.slice(0, 10))).toEqual(['SELECT `p`', 'SELECT "p"']);
});

test('tables of shards merge into the table of all', async () => {
  const table = await contingencyFromSql(giving([0, 'a', 2], [1, 'b', 1]), source);
  table.merge(await contingencyFromSql(giving([0, 'a', 3]), source));
  expect(table.toMatrix()).toEqual(
    ContingencyTable.fromMatrix([
      [5, 0],
      [0, 1],
    ]).toMatrix(),
  );
});
