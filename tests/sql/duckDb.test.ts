import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { parse } from 'csv-parse/sync';
import { adjustedMutualInfoScore, ContingencyTable, MetricInputError } from 'tfjs-metrics';
import { contingencyFromSql, duckDbRunner, SqlQueryError, type SqlRunner } from 'tfjs-metrics/sql';

const DIGITS = 'examples/data/digits.csv';
const rows = parse(readFileSync(DIGITS, 'utf8'), { columns: true, cast: true }) as unknown as {
  cluster: number;
  target: number;
}[];
const digits = ContingencyTable.of(
  rows.map(({ cluster }) => cluster),
  rows.map(({ target }) => target),
);
const columns = { preds: 'cluster', target: 'target' };

let folder: string;
let connection: DuckDBConnection;
let run: SqlRunner;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'labels-'));
  connection = await (await DuckDBInstance.create()).connect();
  run = duckDbRunner(connection);
});

afterAll(() => {
  connection.closeSync();
  rmSync(folder, { recursive: true });
});

test.each(['csv', 'parquet', 'json'])('reads the digits from a %s file', async (format) => {
  const file = join(folder, `digits.${format}`);
  await connection.run(`COPY (SELECT * FROM '${DIGITS}') TO '${file}' (FORMAT ${format})`);
  const table = await contingencyFromSql(run, { from: file, ...columns });
  expect(table.toJSON()).toEqual(digits.toJSON());
});

test('counts rows in the engine, with a condition and weights', async () => {
  await connection.run(`CREATE TABLE labels AS
    SELECT i % 7 AS p, CASE WHEN i % 3 = 0 THEN 'x' ELSE 'y' END AS t, i / 2 AS w, i
    FROM range(1000000) AS r(i)`);
  const source = { from: 'labels', preds: 'p', target: 't' };
  const half = await contingencyFromSql(run, { ...source, where: 'i < 500000 OR i IS NULL' });
  expect(half.n).toBe(500_000);
  expect(half.predLabels).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(half.targetLabels).toEqual(['x', 'y']);
  const weighted = await contingencyFromSql(run, { ...source, weight: 'w' });
  expect(weighted.n).toBe((999_999 * 1_000_000) / 4);
  const ignored = await contingencyFromSql(run, { ...source, ignoreLabel: [0, 'y'] });
  expect(ignored.toMatrix()).toEqual([[47619, 47619, 47619, 47619, 47619, 47619]]);
});

test('columns with integer names keep their positions', async () => {
  await connection.run(`CREATE TABLE years AS SELECT 'a' AS p, 5 AS "2020"`);
  const table = await contingencyFromSql(run, { from: 'years', preds: 'p', target: '2020' });
  expect([...table.entries()]).toEqual([{ pred: 'a', target: 5, count: 1 }]);
});

test.each([
  ['csv', 100],
  ['parquet', 16],
] as const)(
  'counts a %s file that is larger than the memory limit of %d MiB',
  async (format, memory) => {
    const file = join(folder, `large.${format}`);
    await connection.run(`COPY (SELECT (i * 7919) % 100 AS cluster, i % 7 AS target,
      md5(i::VARCHAR) || md5((-i)::VARCHAR) || sha256(i::VARCHAR) AS noise FROM range(1000000) AS r(i))
    TO '${file}' (FORMAT ${format})`);
    expect(statSync(file).size).toBeGreaterThan(1.1 * memory * 2 ** 20);
    const instance = await DuckDBInstance.create(':memory:', {
      memory_limit: `${memory}MiB`,
      threads: '1',
      max_temp_directory_size: '0B',
    });
    const small = await instance.connect();
    const table = await contingencyFromSql(duckDbRunner(small), { from: file, ...columns });
    small.closeSync();
    expect(table.n).toBe(1_000_000);
    expect(table.toMatrix()[0]![0]).toBe(1429);
  },
  30_000,
);

test('a table of 50 million rows is scored from its counts', async () => {
  const source = `SELECT (i * 2654435761 % 97) AS p, (i % 11) AS t FROM range(50000000) AS r(i)`;
  await connection.run(`CREATE VIEW large AS ${source}`);
  const table = await contingencyFromSql(run, { from: 'large', preds: 'p', target: 't' });
  expect(table.n).toBe(50_000_000);
  expect(Math.abs(adjustedMutualInfoScore(table))).toBeLessThan(1e-4);
});

test('labels may be booleans, decimals and 64-bit integers', async () => {
  await connection.run(`CREATE TABLE kinds AS
    SELECT * FROM (VALUES (true, 1.0::DECIMAL(4, 1), 9007199254740991::BIGINT), (false, 2.0, 5)) AS v(b, d, l)`);
  const table = await contingencyFromSql(run, { from: 'kinds', preds: 'b', target: 'd' });
  expect([table.predLabels, table.targetLabels]).toEqual([
    [false, true],
    [1, 2],
  ]);
  const wide = await contingencyFromSql(run, { from: 'kinds', preds: 'l', target: 'b' });
  expect(wide.predLabels).toEqual([5, 9007199254740991]);
});

describe('errors name the problem:', () => {
  test.each([
    [
      'a label that is NULL',
      'SELECT NULL::INTEGER AS p, 1 AS t',
      'column "p": expected a label, got NULL in row 0 of the result; exclude such rows with the option "where"',
    ],
    [
      'a label beyond 2^53',
      'SELECT 9007199254740993 AS p, 1 AS t',
      'column "p": expected an integer between -2^53 and 2^53, got 9007199254740993n',
    ],
    ['a label that is a fraction', 'SELECT 0.5::DOUBLE AS p, 1 AS t', 'preds[0]: expected an integer label, got 0.5'],
    [
      'a label that is a date',
      "SELECT DATE '2020-01-01' AS p, 1 AS t",
      'preds[0]: expected an integer, a string or a boolean, got',
    ],
  ])('%s', async (name, sql, message) => {
    await connection.run(`CREATE OR REPLACE VIEW odd AS ${sql}`);
    const query = contingencyFromSql(run, { from: 'odd', preds: 'p', target: 't' });
    await expect(query).rejects.toThrow(MetricInputError);
    await expect(query).rejects.toThrow(message);
    expect(name).toMatch(/^a label/);
  });

  test.each([
    ['NULL', 'column "w": expected weights of 0 or above, got 2 that are negative or missing (NULL) in row 0'],
    ['-1', 'column "w": expected weights of 0 or above, got 2 that are negative or missing (NULL) in row 0'],
    ["'nan'::DOUBLE", 'the count in row 0 of the result: expected a finite number, got NaN'],
  ])('a weight that is %s', async (weight, message) => {
    await connection.run(`CREATE OR REPLACE VIEW odd AS
      SELECT 1 AS p, 1 AS t, CASE WHEN i < 2 THEN ${weight} ELSE 5 END AS w FROM range(4) AS r(i)`);
    const source = { from: 'odd', preds: 'p', target: 't', weight: 'w' };
    await expect(contingencyFromSql(run, source)).rejects.toThrow(message);
  });

  test('a table that does not exist', async () => {
    const query = contingencyFromSql(run, { from: 'no such table', ...columns });
    await expect(query).rejects.toThrow(SqlQueryError);
    await expect(query).rejects.toThrow('no such table');
  });

  test('a query that fails after the first rows', async () => {
    await connection.run(`CREATE OR REPLACE VIEW late AS
      SELECT CASE WHEN i < 900000 THEN i ELSE CAST('x' || i AS INTEGER) END AS p, 1 AS t
      FROM range(1000000) AS r(i)`);
    const query = contingencyFromSql(run, { from: 'late', preds: 'p', target: 't' });
    await expect(query).rejects.toThrow('query failed, and its partial result was discarded');
  });
});

test('a name that contains SQL is quoted', async () => {
  await connection.run(`CREATE TABLE precious AS SELECT 1 AS a`);
  const name = 'precious"; DROP TABLE precious; --';
  const query = contingencyFromSql(run, { from: name, ...columns });
  await expect(query).rejects.toThrow(SqlQueryError);
  const column = contingencyFromSql(run, { from: 'precious', preds: name, target: 'a' });
  await expect(column).rejects.toThrow(SqlQueryError);
  expect((await connection.runAndReadAll('SELECT a FROM precious')).getRows()).toEqual([[1]]);
});
