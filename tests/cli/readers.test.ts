import { gzipSync } from 'node:zlib';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, test } from '@jest/globals';
import { CommandError } from '../../src/cli/commandError.ts';
import { readLabels } from '../../src/cli/files/readLabels.ts';
import { readNumbers } from '../../src/cli/files/readNumbers.ts';
import { withTable, type ReadOptions } from '../../src/cli/files/openTable.ts';
import type { TableFile } from '../../src/cli/files/tableFile.ts';
import type { Label } from 'tfjs-metrics';
import { temporaryFolder } from './temporaryFolder.ts';

const folder = temporaryFolder();
const LONG = 'x'.repeat(10_000);
const SCRIPT = '<script>alert("1")</script>';

type Counted = [labels: readonly Label[], count: number][];

function open<Result>(
  path: string,
  options: ReadOptions,
  use: (file: TableFile) => Promise<Result>,
): Promise<Result> {
  return withTable(path, options, { stdin: process.stdin, stderr: process.stderr }, use);
}

async function count(
  path: string,
  columns: readonly string[],
  options: ReadOptions & { dropMissing?: boolean } = {},
): Promise<Counted> {
  const { dropMissing, ...rest } = options;
  const table = await open(path, rest, (file) => readLabels(file, columns, dropMissing));
  return [...table.entries()]
    .map(({ labels, count }): Counted[number] => [labels, count])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const cases: [title: string, name: string, text: string, expected: Counted][] = [
  ['whole numbers', 'plain.csv', 'p,t\n1,0\n1,0\n-2,10\n', [[[-2, 10], 1], [[1, 0], 2]]],
  ['numbers written with a point', 'point.csv', 'p,t\n1.0,a\n1,a\n', [[[1, 'a'], 2]]],
  ['codes with leading zeros as text', 'codes.csv', 'p,t\n01,a\n1,a\n', [[['01', 'a'], 1], [['1', 'a'], 1]]],
  ['numbers beside names as text', 'mixed.csv', 'p,t\n1,a\nnone,a\n', [[['1', 'a'], 1], [['none', 'a'], 1]]],
  ['a byte order mark and CRLF', 'bom.csv', '\uFEFFp,t\r\na,b\r\na,b\r\n', [[['a', 'b'], 2]]],
  ['no line end after the last row', 'end.csv', 'p,t\na,b\na,b', [[['a', 'b'], 2]]],
  ['tabs', 'tabs.tsv', 'p\tt\na,1\tb\n', [[['a,1', 'b'], 1]]],
  ['delimiters, quotes and line ends within quotes', 'quotes.csv', `p,t\n${quoted('a,"b"\nc')},d\n`, [[['a,"b"\nc', 'd'], 1]]],
  ['what looks like a program', 'script.csv', `p,t\n${quoted(SCRIPT)},${quoted("'; DROP TABLE x; --")}\n`, [[[SCRIPT, "'; DROP TABLE x; --"], 1]]],
  ['what looks like a formula', 'formula.csv', 'p,t\n=1+2,@SUM(A1)\n', [[['=1+2', '@SUM(A1)'], 1]]],
  ['emoji', 'emoji.csv', 'p,t\n👩‍🔬,🐈\n', [[['👩‍🔬', '🐈'], 1]]],
  ['names of 10,000 characters', 'long.csv', `p,t\n${LONG},1\n`, [[[LONG, 1], 1]]],
  ['spaces as they stand', 'spaces.csv', 'p,t\n a, b \n', [[[' a', ' b '], 1]]],
  ['NDJSON', 'rows.ndjson', '{"p":1,"t":"a"}\n\n{"t":"a","p":1}\n', [[[1, 'a'], 2]]],
  ['NDJSON with logical values', 'logical.ndjson', '{"p":true,"t":"a"}\n{"p":false,"t":"a"}\n', [[['false', 'a'], 1], [['true', 'a'], 1]]],
  ['NDJSON with a number written in several ways beside text', 'ways.ndjson', '{"p":1e3,"t":1.50}\n{"p":1000.0,"t":1.5}\n{"p":"x","t":"x"}\n', [[['1000', '1.5'], 2], [['x', 'x'], 1]]],
  ['NDJSON with lists and objects, however they are spaced', 'nested.ndjson', '{"p":{"k": [1, 2]},"t":"a"}\n{"p":{"k":[1,2]},"t":"a"}\n', [[['{"k":[1,2]}', 'a'], 2]]],
]; // prettier-ignore

describe.each(['duckdb', 'stream'] as const)('with --reader %s', (reader) => {
  test.each(cases)('labels are read from %s', async (_, name, text, expected) => {
    expect(await count(folder.file(name, text), ['p', 't'], { reader })).toEqual(expected);
  });

  test('column names may hold anything, or nothing', async () => {
    const names = ['', 'a"b', "it's", '<b>', 'é 👍'];
    const text = `${names.map(quoted).join(',')}\n1,2,3,4,5\n`;
    const path = folder.file('names.csv', text);
    const read = await count(path, ['column1', ...names.slice(1)], { reader });
    expect(read).toEqual([[[1, 2, 3, 4, 5], 1]]);
    const json = folder.file('names.ndjson', JSON.stringify({ 'a"b': 1, "it's": 2, 'a.b': 3 }));
    expect(await count(json, ['a"b', "it's", 'a.b'], { reader })).toEqual([[[1, 2, 3], 1]]);
  });

  test('an empty cell is refused with its row and column, or left out', async () => {
    const path = folder.file('empty.csv', 'p,t\na,b\na,\n"",b\n');
    await expect(count(path, ['p', 't'], { reader })).rejects.toThrow(
      `${path}: column "t" is empty in row 2, the first of 2 such rows; --drop-missing leaves such rows out`,
    );
    expect(await count(path, ['p', 't'], { reader, dropMissing: true })).toEqual([[['a', 'b'], 1]]);
  });

  test.each([
    ['ragged.csv', 'p,t\na,b\na,b,c\n', 'row 2 (line 3) has 3 cells: expected as many as there are columns'],
    ['short.csv', 'p,t\na\n', 'row 1 (line 2) has 1 cells'],
    ['open.csv', 'p,t\n"a,b\n', 'never closed'],
    ['twice.csv', 'p,p\n1,2\n', 'two columns are called "p"'],
    ['none.csv', '', 'got an empty file'],
    ['head.csv', 'p,t\n', 'has no rows to read'],
    ['broken.ndjson', '{"p":1,"t":2}\n{"p":\n', 'line 2 is no JSON'],
    ['list.ndjson', '[1,2]\n', 'line 1 is no object'],
  ])('%s is refused, with the place', async (name, text, message) => {
    await expect(count(folder.file(name, text), ['p', 't'], { reader })).rejects.toThrow(message);
  }); // prettier-ignore

  test('bytes that are no UTF-8 are refused, with the line', async () => {
    const path = join(folder.path, 'latin1.csv');
    writeFileSync(path, Buffer.from('p,t\né,1\nü,0\n', 'latin1'));
    await expect(count(path, ['p', 't'], { reader })).rejects.toThrow(
      `${path}: line 2 is no UTF-8`,
    );
  });

  test('characters that lie across two pieces of a file are whole', async () => {
    const text = `p,t\n${'xé👍,1\n'.repeat(60_000)}`;
    const path = folder.file('pieces.csv', text);
    expect(await count(path, ['p', 't'], { reader })).toEqual([[['xé👍', 1], 60_000]]);
  });

  test('a file that is called packed and is not is refused', async () => {
    const path = folder.file('plain.csv.gz', 'p,t\n1,2\n');
    await expect(count(path, ['p', 't'], { reader })).rejects.toThrow("can't be unpacked");
  });

  test('a million distinct labels are counted', async () => {
    const rows = Array.from({ length: 1_000_000 }, (_, i) => `u${i},${i % 3}`);
    const path = folder.file('million.csv', `p,t\n${rows.join('\n')}\n`);
    const table = await open(path, { reader }, (file) => readLabels(file, ['p', 't']));
    expect(table.n).toBe(1_000_000);
    expect(table.cells.count).toHaveLength(1_000_000);
  });

  test('a packed file is read', async () => {
    const path = join(folder.path, 'packed.csv.gz');
    writeFileSync(path, gzipSync('p,t\n1,2\n'));
    expect(await count(path, ['p', 't'], { reader })).toEqual([[[1, 2], 1]]);
  });

  test('numbers come in the order of the file, and what is none is refused with its place', async () => {
    const lines = Array.from({ length: 10_000 }, (_, i) => `${i / 8},${-i}e-3`);
    const path = folder.file('numbers.csv', `x,y\n${lines.join('\n')}\n`);
    const values = await open(path, { reader }, async (file) => {
      const read: number[] = [];
      for await (const { samples } of readNumbers(file, ['y', 'x'])) read.push(...samples.data);
      return read;
    });
    expect(values).toEqual(Array.from({ length: 10_000 }, (_, i) => [-i * 1e-3, i / 8]).flat().map((v, k) => (k % 2 === 0 ? Number(`${-(k / 2)}e-3`) : v))); // prettier-ignore
    const wrong = folder.file('wrong.csv', 'x,y\n1,2\n1,high\n');
    await expect(
      open(wrong, { reader }, async (file) => {
        for await (const rows of readNumbers(file, ['x', 'y'])) void rows;
      }),
    ).rejects.toThrow(`column "y" has "high" in row 2: expected a finite number`);
  });
});

test('Parquet is read by DuckDB, whatever the types of its columns', async () => {
  const path = join(folder.path, 'typed.parquet');
  const connection = await (await DuckDBInstance.create()).connect();
  await connection.run(`COPY (SELECT i % 2 AS p, (i % 3)::DOUBLE AS t, i = 1 AS is_one
    FROM range(6) AS r(i)) TO '${path}' (FORMAT parquet)`);
  connection.closeSync();
  expect(await count(path, ['p', 't'])).toHaveLength(6);
  expect(await count(path, ['t'])).toEqual([[[0], 2], [[1], 2], [[2], 2]]); // prettier-ignore
  expect(await count(path, ['is_one'])).toEqual([[['false'], 5], [['true'], 1]]); // prettier-ignore
  await expect(count(path, ['p'], { reader: 'stream' })).rejects.toThrow('not parquet');
  const none = folder.file('none.parquet', 'p,t\n1,2\n');
  await expect(count(none, ['p'])).rejects.toThrow("can't be read as Parquet");
});

test('a column that is not there is answered with the nearest name', async () => {
  const path = folder.file('typo.csv', 'cluster,class,size\n1,2,3\n');
  const error = await count(path, ['Clutser', 'class']).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(CommandError);
  expect((error as CommandError).exitCode).toBe(2);
  expect((error as CommandError).message).toBe(`${path} has no column "Clutser": did you mean "cluster"?`);
  const short = folder.file('short-names.csv', 'a, b\n1,2\n');
  await expect(count(short, ['b'])).rejects.toThrow('has no column "b": there are "a", " b"');
  await expect(count(path, ['temperature'])).rejects.toThrow('there are "cluster", "class", "size"');
}); // prettier-ignore
