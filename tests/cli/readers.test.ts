import { gzipSync } from 'node:zlib';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, test } from '@jest/globals';
import { CommandError } from '../../src/cli/commandError.ts';
import { readLabels } from '../../src/cli/files/readLabels.ts';
import { readNumbers } from '../../src/cli/files/readNumbers.ts';
import { withTable, type ReadOptions } from '../../src/cli/files/withTable.ts';
import type { TableFile } from '../../src/cli/files/tableFile.ts';
import { labelFileCases, quoted, type Counted } from './labelFileCases.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const folder = temporaryFolder();

function open<Result>(path: string, options: ReadOptions, use: (file: TableFile) => Promise<Result>): Promise<Result> {
  return withTable(path, options, { stdin: process.stdin, stderr: new PassThrough() }, use);
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

describe.each(['duckdb', 'stream'] as const)('with --reader %s', (reader) => {
  test.each(labelFileCases)('labels are read from %s', async (_, name, text, expected) => {
    expect(await count(folder.file(name, text), ['p', 't'], { reader })).toEqual(expected);
  });

  test.each([
    ['after each row', 'p,t\na,0,\nb,1,\n'],
    ['in one row', 'p,t\na,0,\nb,1\n'],
    ['after empty cells', 'p,t\na,0\n,,\n'],
    ['quoted', 'p,t\na,0,""\n'],
    ['in the last row', 'p,t\r\na,0\r\nb,1,'],
  ])('empty cells beyond the header are an error: %s', async (_, text) => {
    const path = folder.file('beyond.csv', text);
    await expect(count(path, ['p', 't'], { reader, dropMissing: true })).rejects.toThrow(
      'has 3 cells: expected as many as there are columns',
    );
  });

  test('blank lines of a file of one column are no rows', async () => {
    const path = folder.file('one.csv', 'p\n\n1\n\n""\n2\n\n');
    expect(await count(path, ['p'], { reader, dropMissing: true })).toEqual([
      [[1], 1],
      [[2], 1],
    ]);
  });

  test('a key that all objects inherit is missing where a row lacks it', async () => {
    const path = folder.file('inherit.ndjson', '{"constructor":"a"}\n{"b":1}\n');
    const read = await count(path, ['constructor'], { reader, dropMissing: true });
    expect(read).toEqual([[['a'], 1]]);
  });

  test('a line of 40 MB is read in linear time', async () => {
    const cell = 'x'.repeat(40_000_000);
    const path = folder.file('wide.csv', `p,t\n${cell},1\na,1\n`);
    const read = await count(path, ['t'], { reader });
    expect(read).toEqual([[[1], 2]]);
  });

  test.each([
    ['utf-16le', Buffer.from('\uFEFFp,t\né👍,1\n', 'utf16le')],
    ['utf-16be', Buffer.from('\uFEFFp,t\né👍,1\n', 'utf16le').swap16()],
  ])('%s with a byte order mark is read', async (name, bytes) => {
    const path = join(folder.path, `${name}.csv`);
    writeFileSync(path, bytes);
    expect(await count(path, ['p', 't'], { reader })).toEqual([[['é👍', 1], 1]]);
    writeFileSync(path, bytes.subarray(0, -1));
    await expect(count(path, ['p', 't'], { reader })).rejects.toThrow('expected UTF-16');
  });

  test('UTF-16 whose bytes are lines of equal length is decoded before its cells are read', async () => {
    const path = join(folder.path, 'utf16.csv');
    writeFileSync(path, Buffer.from('\uFEFFp,t\n1,1\n,1\n2,2', 'utf16le'));
    const read = await count(path, ['p', 't'], { reader, dropMissing: true });
    expect(read).toEqual([
      [[1, 1], 1],
      [[2, 2], 1],
    ]);
  });

  test('semicolons delimit cells, and commas decimals, if the options say so', async () => {
    const path = folder.file('europe.csv', 'x;p;t\n1,5;7,0;a\n-2,25;7;a,b\n');
    const options = { reader, delimiter: ';', decimalComma: true };
    expect(await count(path, ['p', 't'], options)).toEqual([
      [[7, 'a'], 1],
      [[7, 'a,b'], 1],
    ]);
    const values = await open(path, options, async (file) => {
      const read: number[] = [];
      for await (const { samples } of readNumbers(file, ['x', 'p'])) read.push(...samples.data);
      return read;
    });
    expect(values).toEqual([1.5, 7, -2.25, 7]);
    await expect(count(path, ['p'], { reader })).rejects.toThrow('try --delimiter ";"');
    const commas = folder.file('commas.tsv', 'p,t\n1,2\n');
    await expect(count(commas, ['p'], { reader })).rejects.toThrow('try --delimiter ","');
    const tabs = folder.file('tabs.csv', 'p\tt\n1\t2\n');
    await expect(count(tabs, ['p'], { reader })).rejects.toThrow('try --delimiter tab');
    const grouped = folder.file('grouped.csv', 'x\n1.234,5\n');
    await expect(
      open(grouped, { ...options }, async (file) => {
        for await (const rows of readNumbers(file, ['x'])) void rows;
      }),
    ).rejects.toThrow('has "1.234,5" in row 1: expected a finite number; with --decimal-comma, numbers have no point');
    const json = folder.file('json.ndjson', '{"p":1}\n');
    await expect(count(json, ['p'], options)).rejects.toThrow('--delimiter: expected a csv or tsv file');
  });

  test('a JSON array is refused with the format that is read', async () => {
    const array = folder.file('array.ndjson', '[\n{"p":1},\n{"p":2}\n]\n');
    const message = `${array}: line 1: expected one object a line (NDJSON), got a JSON array`;
    await expect(count(array, ['p'], { reader })).rejects.toThrow(message);
  });

  test('--na texts are missing labels, numbers and features', async () => {
    const path = folder.file('na.csv', 'p,t,x\nNA,a,1\n1,NA,2\n1,a,-999.0\n2,b,3\n,b,4\n');
    const options = { reader, na: ['NA', '-999'] };
    await expect(count(path, ['p', 't'], options)).rejects.toThrow(
      'column "p" has a missing value in row 1, the first of 3 such rows',
    );
    const kept = await count(path, ['p', 't'], { ...options, dropMissing: true });
    expect(kept).toEqual([
      [[1, 'a'], 1],
      [[2, 'b'], 1],
    ]);
    const values = await open(path, options, async (file) => {
      const read: number[] = [];
      const rows = readNumbers(file, ['x'], { beside: ['p'], dropMissing: true });
      for await (const { samples } of rows) read.push(...samples.data);
      return read;
    });
    expect(values).toEqual([2, 3]);
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
      `${path}: column "t" has a missing value in row 2, the first of 2 such rows; --drop-missing leaves such rows out`,
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
    ['broken.ndjson', '{"p":1,"t":2}\n{"p":\n', 'line 2: expected one object a line (NDJSON), got "{"p":"'],
    ['list.ndjson', '[1,2]\n', 'line 1: expected one object a line (NDJSON), got a JSON array'],
  ])('%s is refused, with the place', async (name, text, message) => {
    await expect(count(folder.file(name, text), ['p', 't'], { reader })).rejects.toThrow(message);
  });

  test('bytes that are no UTF-8 are refused, with the line', async () => {
    const path = join(folder.path, 'latin1.csv');
    writeFileSync(path, Buffer.from('p,t\né,1\nü,0\n', 'latin1'));
    await expect(count(path, ['p', 't'], { reader })).rejects.toThrow(
      `${path}: line 2: expected UTF-8, got other bytes`,
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

  test('200,000 distinct labels are counted', async () => {
    const rows = Array.from({ length: 200_000 }, (_, i) => `u${i},${i % 3}`);
    const path = folder.file('distinct.csv', `p,t\n${rows.join('\n')}\n`);
    const table = await open(path, { reader }, (file) => readLabels(file, ['p', 't']));
    expect(table.n).toBe(200_000);
    expect(table.cells.count).toHaveLength(200_000);
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
    expect(values).toEqual(
      Array.from({ length: 10_000 }, (_, i) => [-i * 1e-3, i / 8])
        .flat()
        .map((v, k) => (k % 2 === 0 ? Number(`${-(k / 2)}e-3`) : v)),
    );
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
  expect(await count(path, ['p', 't'])).toHaveLength(6);
  expect(await count(path, ['t'])).toEqual([
    [[0], 2],
    [[1], 2],
    [[2], 2],
  ]);
  expect(await count(path, ['is_one'])).toEqual([
    [['false'], 5],
    [['true'], 1],
  ]);
  await connection.run(`COPY (SELECT CASE WHEN i < 2 THEN 'nan'::DOUBLE ELSE i END AS p, 'nan' AS t
    FROM range(5) AS r(i)) TO '${path}' (FORMAT parquet)`);
  connection.closeSync();
  await expect(count(path, ['p'])).rejects.toThrow('missing value in row 1, the first of 2 such rows');
  const rest = [2, 3, 4].map((label) => [[label, 'nan'], 1]);
  expect(await count(path, ['p', 't'], { dropMissing: true })).toEqual(rest);
  expect(await count(path, ['p', 't'], { dropMissing: true, na: ['2', '3.0'] })).toEqual([rest[2]]);
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
});
