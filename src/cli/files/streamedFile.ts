import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { CsvError, parse } from 'csv-parse';
import { badData } from '../commandError.ts';
import { printable } from '../printable.ts';
import { countRows } from './countedRows.ts';
import { delimiterOf, type FileFormat } from './fileFormat.ts';
import type { Progress } from './progress.ts';
import type { Cell, CountedRows, TableFile } from './tableFile.ts';
import { utf8Lines } from './utf8Lines.ts';

/** So many rows are handed on at a time. */
const BATCH = 1024;

/** So many first rows of NDJSON tell the columns. */
const FIRST_ROWS = 1000;

/** One row: its cells by the places, or the names, of the columns. */
type Row = readonly unknown[] | Readonly<Record<string, unknown>>;

/** Reads CSV, TSV or NDJSON row by row: any size, with no more in memory than a batch. */
export async function openStreamedFile(
  path: string,
  format: Exclude<FileFormat, 'parquet'>,
  name: string,
  progress?: Progress,
): Promise<TableFile> {
  const read = (): AsyncIterable<Row> => {
    const bytes = Readable.from(utf8Lines(openBytes(path, progress), name), { objectMode: false });
    return format === 'ndjson' ? jsonRows(bytes, name) : csvRows(bytes, delimiterOf(format), name);
  };
  const columns = format === 'ndjson' ? await jsonColumns(read()) : await csvColumns(read(), name);
  if (columns.length === 0) throw badData(`${name}: expected rows and columns, got an empty file`);

  async function* rows(wanted: readonly string[]): AsyncGenerator<readonly (readonly Cell[])[]> {
    const keys = wanted.map((column) => (format === 'ndjson' ? column : columns.indexOf(column)));
    let batch: Cell[][] = [];
    let isHeader = format !== 'ndjson';
    for await (const row of read()) {
      if (!isHeader) batch.push(keys.map((key) => toCell((row as Record<string, unknown>)[key])));
      isHeader = false;
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  }
  return {
    name,
    columns,
    rows,
    count: (wanted): Promise<CountedRows> => countRows(wanted.length, rows(wanted)),
    close: () => undefined,
  };
}

function openBytes(path: string, progress: Progress | undefined): Readable {
  const file = createReadStream(path);
  if (progress) file.on('data', (chunk) => progress.advance(chunk.length));
  if (!/\.gz$/i.test(path)) return file;
  const unpacked = createGunzip();
  file.on('error', (error) => unpacked.destroy(error));
  return file.pipe(unpacked);
}

async function* csvRows(
  bytes: Readable,
  delimiter: string,
  name: string,
): AsyncGenerator<readonly string[]> {
  const parser = parse({
    delimiter,
    bom: true,
    record_delimiter: ['\n', '\r\n'],
    skip_empty_lines: true,
    relax_quotes: true,
  });
  bytes.on('error', (error) => parser.destroy(error));
  try {
    yield* bytes.pipe(parser) as AsyncIterable<readonly string[]>;
  } catch (error) {
    throw error instanceof CsvError ? raggedRow(error, name) : error;
  } finally {
    bytes.destroy();
  }
}

function raggedRow(error: CsvError, name: string): Error {
  const { code, lines, records, record } = error as CsvError & Readonly<Record<string, unknown>>;
  const place = `${name}: row ${String(records)} (line ${String(lines)})`;
  if (code === 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH') {
    return badData(`${place} has ${(record as unknown[]).length} cells: expected as many as there are columns`); // prettier-ignore
  }
  if (code === 'CSV_QUOTE_NOT_CLOSED') {
    return badData(`${name}: a quotation mark that opens a cell is never closed (line ${String(lines)} is the last)`); // prettier-ignore
  }
  return badData(`${place}: ${error.message}`, { cause: error });
}

async function csvColumns(rows: AsyncIterable<Row>, name: string): Promise<string[]> {
  for await (const row of rows) {
    const names = (row as readonly string[]).map((cell, j) =>
      cell === '' ? `column${j + 1}` : cell,
    );
    const twice = names.find((column, j) => names.indexOf(column) !== j);
    if (twice === undefined) return names;
    throw badData(`${name}: two columns are called "${printable(twice)}"`);
  }
  return [];
}

async function* jsonRows(bytes: Readable, name: string): AsyncGenerator<Record<string, unknown>> {
  const lines = createInterface({ input: bytes, crlfDelay: Infinity });
  let failure: unknown;
  // readline ends its lines at an error of what it reads, without a word.
  bytes.on('error', (error) => (failure = error));
  let number = 0;
  try {
    for await (const line of lines) {
      number++;
      const text = number === 1 ? line.replace(/^\uFEFF/, '') : line;
      if (text.trim() !== '') yield readObject(text, name, number);
    }
    if (failure !== undefined) throw failure;
  } finally {
    bytes.destroy();
  }
}

function readObject(text: string, name: string, line: number): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw badData(`${name}: line ${line} is no JSON`, { cause });
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  throw badData(`${name}: line ${line} is no object: expected one {"column": value, …} a line`);
}

async function jsonColumns(rows: AsyncIterable<Row>): Promise<string[]> {
  const names = new Set<string>();
  let seen = 0;
  for await (const row of rows) {
    for (const key of Object.keys(row)) names.add(key);
    if (++seen === FIRST_ROWS) break;
  }
  return [...names];
}

/** A value of JSON as text. */
export function toCell(value: unknown): Cell {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'string') return value;
  return typeof value === 'object' ? JSON.stringify(value) : String(value as number | boolean);
}
