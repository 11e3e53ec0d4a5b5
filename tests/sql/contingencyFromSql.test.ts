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

/** Returns a runner that returns these rows. */
const giving =
  (...rows: SqlRow[]) =>
  () =>
    Promise.resolve(rows);

describe('the query', () => {
  test('groups by both columns, under their own names', () => {
    expect(contingencySql(source)).toBe('SELECT "p", "t", count(*) FROM "labels" GROUP BY "p", "t"');
  });

  test('sums weights, and puts a condition in parentheses', () => {
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
    [{ ...source, from: '' }, 'SQL name: expected the name of a column or table'],
    [{ ...source, preds: 'a\nb' }, '(not empty, no control characters), got "a\\nb"'],
    [{ ...source, preds: 3 }, 'option "preds": expected the name of a column, got 3'],
    [{ ...source, from: [] }, 'option "from"'],
    [{ ...source, from: ['a', 1] }, 'got 1'],
    [{ ...source, dialect: 'x' }, '"clickHouse"'],
    [{ ...source, tabel: 'x' }, 'expected known options, got "tabel"'],
    [{ from: 'labels', preds: 'p' }, 'expected the option "target"'],
  ])('rejects %j', (options, message) => {
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
    ['arrays', [[1, 2, 3]]],
    ['arrays with counts as bigints', [[1, 2, 3n]]],
    ['arrays with counts as strings', [[1, 2, '3']]],
    ['arrays with labels as bigints', [[1n, 2n, 3]]],
  ])('may be %s', async (_, rows) => {
    const table = await contingencyFromSql(giving(...(rows as SqlRow[])), source);
    expect([...table.entries()]).toEqual([{ pred: 1, target: 2, count: 3 }]);
  });

  test('may have counts below 2^53, and larger ones are rejected', async () => {
    const table = await contingencyFromSql(giving([0, 0, '9007199254740991']), source);
    expect(table.n).toBe(9007199254740991);
    const beyond = contingencyFromSql(giving([0, 0, 9007199254740993n]), source);
    await expect(beyond).rejects.toThrow('below 2^53');
  });

  test('may be a stream', async () => {
    async function* rows(): AsyncGenerator<SqlRow> {
      for (let i = 0; i < 5; i++) yield await Promise.resolve([i, 0, 1]);
    }
    const table = await contingencyFromSql(() => Promise.resolve(rows()), source);
    expect(table.n).toBe(5);
  });

  test('may be empty', async () => {
    expect((await contingencyFromSql(giving(), source)).n).toBe(0);
  });

  test.each([
    [
      'a duplicate pair, as on a page of results that is read again',
      [
        [0, 0, 1],
        [0, 1, 1],
        [0, 0, 1],
      ],
      'pred 0 with target 0 twice',
    ],
    ['a negative count', [[0, 0, -1]], 'counts[0].count: expected a finite number ≥ 0, got -1'],
    [
      'a count that is not a number',
      [[0, 0, 'many']],
      'the count in row 0 of the result: expected a finite number, got "many"',
    ],
    ['a count that is missing', [[0, 0, null]], 'expected a finite number, got null'],
    ['too few columns', [[0, 0]], 'row 0 of the result: expected 3 values, got 2; return rows as arrays'],
    [
      'labels of two kinds',
      [
        [0, 0, 1],
        ['a', 0, 1],
      ],
      'preds[1]: expected a number like the labels before it, got "a"',
    ],
    [
      'an integer column name, whose position objects do not preserve,',
      [{ p: 'a', 2020: 'b', count: 1 }],
      'rows of the result: expected arrays, got objects with a column named "2020", whose position is lost',
    ],
    ['columns of the same name in objects', [{ p: 1, count: 1 }], 'return rows as arrays'],
  ])('with %s are rejected', async (_, rows, message) => {
    await expect(contingencyFromSql(giving(...(rows as SqlRow[])), source)).rejects.toThrow(message);
  });

  test('that are neither objects nor arrays are rejected', async () => {
    const query = contingencyFromSql(giving(5 as unknown as SqlRow), source);
    await expect(query).rejects.toThrow('rows of the result: expected objects or arrays, got 5');
  });
});

test('invalid arguments are rejected before a query is sent', async () => {
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
  await expect(noRunner).rejects.toThrow('expected a runner (a function from SQL to rows)');
});

describe('a runner that fails', () => {
  async function* half(): AsyncGenerator<SqlRow> {
    yield await Promise.resolve([0, 0, 1]);
    throw new Error('the shard is gone');
  }

  test('part way gives no table', async () => {
    const query = contingencyFromSql(() => Promise.resolve(half()), source);
    await expect(query).rejects.toThrow(SqlQueryError);
    await expect(query).rejects.toMatchObject({
      message: 'query failed, and its partial result was discarded: the shard is gone',
      sql: contingencySql(source),
    });
  });

  test('and succeeds at the next call counts nothing twice', async () => {
    let attempt = 0;
    const flaky = (): Promise<AsyncIterable<SqlRow> | SqlRow[]> =>
      Promise.resolve(attempt++ === 0 ? half() : [[0, 0, 1]]);
    await expect(contingencyFromSql(flaky, source)).rejects.toThrow(SqlQueryError);
    expect((await contingencyFromSql(flaky, source)).n).toBe(1);
  });
});

test('the dialect defaults to that of the runner', async () => {
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

test('merged tables of shards equal the table of all rows', async () => {
  const table = await contingencyFromSql(giving([0, 'a', 2], [1, 'b', 1]), source);
  table.merge(await contingencyFromSql(giving([0, 'a', 3]), source));
  expect(table.toMatrix()).toEqual(
    ContingencyTable.fromMatrix([
      [5, 0],
      [0, 1],
    ]).toMatrix(),
  );
});
