import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { CommandError } from '../../src/cli/commandError.ts';
import { withTable, type ReaderName, type ReadOptions } from '../../src/cli/files/withTable.ts';
import { delimitedText, ndjsonText } from './tableTexts.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const folder = temporaryFolder();
const path = join(folder.path, 'random');
/** Number of files of each kind. To test more: RANDOM_FILES=20000 npm test tests/cli/readersAgree. */
const numRuns = Number(process.env.RANDOM_FILES ?? 150);
const SEED = 20_261_129;

/** Returns the columns, rows and row counts that a reader gets from the file, or the error message. */
async function read(reader: ReaderName, options: ReadOptions): Promise<unknown> {
  const streams = { stdin: process.stdin, stderr: new PassThrough() };
  try {
    return await withTable(path, { ...options, reader }, streams, async (file) => {
      const { table, missing } = await file.count(file.columns);
      const counts = [...table.entries()].map(({ labels, count }) => JSON.stringify([labels, count]));
      const rows = [];
      for await (const batch of file.rows(file.columns)) rows.push(...batch);
      return { columns: file.columns, rows, missing, counts: counts.sort() };
    });
  } catch (error) {
    if (error instanceof CommandError) return error.message;
    throw error;
  }
}

/**
 * Parses the whole text with a synchronous parser; returns undefined if rows are ragged or a quotation is not
 * closed.
 */
function rowsOf(text: string, delimiter: string): unknown {
  try {
    const options = {
      delimiter,
      bom: true,
      record_delimiter: ['\n', '\r\n'],
      skip_empty_lines: true,
      relax_quotes: true,
    };
    return parse(text, options)
      .slice(1)
      .map((row) => row.map((cell) => (cell === '' ? null : cell)));
  } catch {
    return undefined;
  }
}

test('both readers get the same rows from delimited text, or give the same error', async () => {
  const texts = fc
    .tuple(fc.constantFrom(',', ',', ';', '\t', ' ', '|'), fc.constantFrom('utf8', 'utf8', 'utf16le'))
    .chain(([delimiter, encoding]) => delimitedText(delimiter).map((text) => ({ delimiter, encoding, text })));
  await fc.assert(
    fc.asyncProperty(texts, async ({ delimiter, encoding, text }) => {
      writeFileSync(path, encoding === 'utf8' ? text : Buffer.from(`\uFEFF${text}`, 'utf16le'));
      const options = { delimiter, inputFormat: 'csv' } as const;
      const streamed = await read('stream', options);
      expect(await read('duckdb', options)).toEqual(streamed);
      if (typeof streamed === 'object') expect(streamed).toHaveProperty('rows', rowsOf(text, delimiter));
      else if (!/distinct column names|empty file/.test(String(streamed)))
        expect(rowsOf(text, delimiter)).toBeUndefined();
    }),
    { seed: SEED, numRuns },
  );
});

test('both readers get one row for each NDJSON object, or give the same error', async () => {
  await fc.assert(
    fc.asyncProperty(ndjsonText, async (text) => {
      writeFileSync(path, text);
      const streamed = await read('stream', { inputFormat: 'ndjson' });
      expect(await read('duckdb', { inputFormat: 'ndjson' })).toEqual(streamed);
      const lines = text
        .replace(/^\uFEFF/, '')
        .split('\n')
        .filter((line) => !/^[ \t\r]*$/.test(line));
      const isEach = lines.every((line) => isObject(line));
      if (typeof streamed === 'object') expect((streamed as { rows: unknown[] }).rows).toHaveLength(lines.length);
      else expect(isEach && !streamed!.toString().includes('empty file')).toBe(false);
    }),
    { seed: SEED, numRuns },
  );
});

function isObject(line: string): boolean {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
