import { gzipSync } from 'node:zlib';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, test } from '@jest/globals';
import { CommandError } from '../../src/cli/commandError.ts';
import { readLabels } from '../../src/cli/files/readLabels.ts';
import { readNumberRows } from '../../src/cli/files/readNumberRows.ts';
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
  ])('empty cells beyond the header throw: %s', async (_, text) => {
    const path = folder.file('beyond.csv', text);
    await expect(count(path, ['p', 't'], { reader, dropMissing: true })).rejects.toThrow(
      'expected one cell per column, got 3',
    );
  });

  test('blank lines in a file with one column are skipped', async () => {
    const path = folder.file('one.csv', 'p\n\n1\n\n""\n2\n\n');
    expect(await count(path, ['p'], { reader, dropMissing: true })).toEqual([
      [[1], 1],
      [[2], 1],
    ]);
  });

  test('an inherited property name is missing in rows without the key', async () => {
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

  test('UTF-16 is decoded before its cells are parsed', async () => {
    const path = join(folder.path, 'utf16.csv');
    writeFileSync(path, Buffer.from('\uFEFFp,t\n1,1\n,1\n2,2', 'utf16le'));
    const read = await count(path, ['p', 't'], { reader, dropMissing: true });
    expect(read).toEqual([
      [[1, 1], 1],
      [[2, 2], 1],
    ]);
  });

  test('semicolon delimiters and decimal commas are read with the options for them', async () => {
    const path = folder.file('europe.csv', 'x;p;t\n1,5;7,0;a\n-2,25;7;a,b\n');
    const options = { reader, delimiter: ';', decimalComma: true };
    expect(await count(path, ['p', 't'], options)).toEqual([
      [[7, 'a'], 1],
      [[7, 'a,b'], 1],
    ]);
    const values = await open(path, options, async (file) => {
      const read: number[] = [];
      for await (const { samples } of readNumberRows(file, ['x', 'p'])) read.push(...samples.data);
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
        for await (const rows of readNumberRows(file, ['x'])) void rows;
      }),
    ).rejects.toThrow(
      'row 1: expected a finite number, got "1.234,5"; with --decimal-comma, numbers must not contain a point',
    );
    const json = folder.file('json.ndjson', '{"p":1}\n');
    await expect(count(json, ['p'], options)).rejects.toThrow('--delimiter: expected a csv or tsv file');
  });

  test('a JSON array throws an error that names the expected format', async () => {
    const array = folder.file('array.ndjson', '[\n{"p":1},\n{"p":2}\n]\n');
    const message = `${array}: line 1: expected one JSON object per line (NDJSON), got a JSON array`;
    await expect(count(array, ['p'], { reader })).rejects.toThrow(message);
  });

  test('values given by --na are missing in labels, numbers and features', async () => {
    const path = folder.file('na.csv', 'p,t,x\nNA,a,1\n1,NA,2\n1,a,-999.0\n2,b,3\n,b,4\n');
    const options = { reader, na: ['NA', '-999'] };
    await expect(count(path, ['p', 't'], options)).rejects.toThrow(
      'column "p", row 1: expected a value, got a missing one (first of 3 such rows)',
    );
    const kept = await count(path, ['p', 't'], { ...options, dropMissing: true });
    expect(kept).toEqual([
      [[1, 'a'], 1],
      [[2, 'b'], 1],
    ]);
    const values = await open(path, options, async (file) => {
      const read: number[] = [];
      const rows = readNumberRows(file, ['x'], { beside: ['p'], dropMissing: true });
      for await (const { samples } of rows) read.push(...samples.data);
      return read;
    });
    expect(values).toEqual([2, 3]);
  });

  test('column names may contain any characters, or be empty', async () => {
    const names = ['', 'a"b', "it's", '<b>', 'é 👍'];
    const text = `${names.map(quoted).join(',')}\n1,2,3,4,5\n`;
    const path = folder.file('names.csv', text);
    const read = await count(path, ['column1', ...names.slice(1)], { reader });
    expect(read).toEqual([[[1, 2, 3, 4, 5], 1]]);
    const json = folder.file('names.ndjson', JSON.stringify({ 'a"b': 1, "it's": 2, 'a.b': 3 }));
    expect(await count(json, ['a"b', "it's", 'a.b'], { reader })).toEqual([[[1, 2, 3], 1]]);
  });

  test('an empty cell throws an error with its row and column, or is left out', async () => {
    const path = folder.file('empty.csv', 'p,t\na,b\na,\n"",b\n');
    await expect(count(path, ['p', 't'], { reader })).rejects.toThrow(
      `${path}: column "t", row 2: expected a value, got a missing one (first of 2 such rows); --drop-missing leaves such rows out`,
    );
    expect(await count(path, ['p', 't'], { reader, dropMissing: true })).toEqual([[['a', 'b'], 1]]);
  });

  test.each([
    ['ragged.csv', 'p,t\na,b\na,b,c\n', 'row 2 (line 3): expected one cell per column, got 3'],
    ['short.csv', 'p,t\na\n', 'row 1 (line 2): expected one cell per column, got 1'],
    ['open.csv', 'p,t\n"a,b\n', 'expected a closing quotation mark, got the end of the file'],
    ['twice.csv', 'p,p\n1,2\n', 'expected distinct column names, got "p" twice'],
    ['none.csv', '', 'got an empty file'],
    ['head.csv', 'p,t\n', 'expected at least one row, got none'],
    ['broken.ndjson', '{"p":1,"t":2}\n{"p":\n', 'line 2: expected one JSON object per line (NDJSON), got "{"p":"'],
    ['list.ndjson', '[1,2]\n', 'line 1: expected one JSON object per line (NDJSON), got a JSON array'],
  ])('%s throws an error that names the place', async (name, text, message) => {
    await expect(count(folder.file(name, text), ['p', 't'], { reader })).rejects.toThrow(message);
  });

  test('bytes that are not UTF-8 throw an error that names the line', async () => {
    const path = join(folder.path, 'latin1.csv');
    writeFileSync(path, Buffer.from('p,t\né,1\nü,0\n', 'latin1'));
    await expect(count(path, ['p', 't'], { reader })).rejects.toThrow(
      `${path}: line 2: expected UTF-8, got other bytes`,
    );
  });

  test('characters split between two chunks of a file are read correctly', async () => {
    const text = `p,t\n${'xé👍,1\n'.repeat(60_000)}`;
    const path = folder.file('pieces.csv', text);
    expect(await count(path, ['p', 't'], { reader })).toEqual([[['xé👍', 1], 60_000]]);
  });

  test('an uncompressed file with the extension .gz throws', async () => {
    const path = folder.file('plain.csv.gz', 'p,t\n1,2\n');
    await expect(count(path, ['p', 't'], { reader })).rejects.toThrow('cannot decompress');
  });

  test('200,000 distinct labels are counted', async () => {
    const rows = Array.from({ length: 200_000 }, (_, i) => `u${i},${i % 3}`);
    const path = folder.file('distinct.csv', `p,t\n${rows.join('\n')}\n`);
    const table = await open(path, { reader }, (file) => readLabels(file, ['p', 't']));
    expect(table.n).toBe(200_000);
    expect(table.cells.count).toHaveLength(200_000);
  });

  test('a gzip-compressed file is read', async () => {
    const path = join(folder.path, 'packed.csv.gz');
    writeFileSync(path, gzipSync('p,t\n1,2\n'));
    expect(await count(path, ['p', 't'], { reader })).toEqual([[[1, 2], 1]]);
  });

  test('numbers are read in file order, and an invalid number throws an error that names its row and column', async () => {
    const lines = Array.from({ length: 10_000 }, (_, i) => `${i / 8},${-i}e-3`);
    const path = folder.file('numbers.csv', `x,y\n${lines.join('\n')}\n`);
    const values = await open(path, { reader }, async (file) => {
      const read: number[] = [];
      for await (const { samples } of readNumberRows(file, ['y', 'x'])) read.push(...samples.data);
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
        for await (const rows of readNumberRows(file, ['x', 'y'])) void rows;
      }),
    ).rejects.toThrow(`column "y", row 2: expected a finite number, got "high"`);
  });
});

test('Parquet with columns of any type is read by DuckDB', async () => {
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
  await expect(count(path, ['p'])).rejects.toThrow('row 1: expected a value, got a missing one (first of 2 such rows)');
  const rest = [2, 3, 4].map((label) => [[label, 'nan'], 1]);
  expect(await count(path, ['p', 't'], { dropMissing: true })).toEqual(rest);
  expect(await count(path, ['p', 't'], { dropMissing: true, na: ['2', '3.0'] })).toEqual([rest[2]]);
  await expect(count(path, ['p'], { reader: 'stream' })).rejects.toThrow('expected csv, tsv or ndjson, got parquet');
  const none = folder.file('none.parquet', 'p,t\n1,2\n');
  await expect(count(none, ['p'])).rejects.toThrow(/cannot read .* as Parquet/);
});

test('the error for a missing column suggests the closest name', async () => {
  const path = folder.file('typo.csv', 'cluster,class,size\n1,2,3\n');
  const error = await count(path, ['Clutser', 'class']).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(CommandError);
  expect((error as CommandError).exitCode).toBe(2);
  expect((error as CommandError).message).toBe(
    `${path}: expected a column "Clutser", got none; did you mean "cluster"?`,
  );
  const short = folder.file('short-names.csv', 'a, b\n1,2\n');
  await expect(count(short, ['b'])).rejects.toThrow('expected a column "b", got none; the columns are "a", " b"');
  await expect(count(path, ['temperature'])).rejects.toThrow('the columns are "cluster", "class", "size"');
});
