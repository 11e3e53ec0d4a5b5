import { Buffer } from 'node:buffer';
import { badData } from '../commandError.ts';
import { printable } from '../printable.ts';
import type { CsvRows } from './csvPlace.ts';
import { csvRows } from './csvRows.ts';
import type { FileSource } from './fileSource.ts';
import { fileText } from './fileText.ts';
import { jsonRows } from './jsonRows.ts';
import type { Progress } from './progress.ts';
import type { Cell, TableRows, RowSource } from './tableFile.ts';

/** Number of leading NDJSON rows whose keys define the columns. */
const FIRST_ROWS = 1000;

/** Opens a CSV, TSV or NDJSON file of any size; only a batch of rows is in memory at a time. */
export async function openStreamedFile(source: FileSource, progress?: Progress): Promise<RowSource> {
  const { format, name, delimiter } = source;
  const opened = await (format === 'ndjson'
    ? openJson(() => jsonRows(fileText(source, progress), name))
    : openCsv(() => csvRows(fileText(source, progress), delimiter, name), name));
  if (opened.columns.length > 0) return { ...opened, close: () => undefined };
  throw badData(`${name}: expected rows and columns, got an empty file`);
}

async function openCsv(read: () => AsyncIterable<CsvRows>, name: string): Promise<Omit<RowSource, 'close'>> {
  const columns = await csvColumns(read(), name);
  async function* rows(wanted: readonly string[]): AsyncGenerator<TableRows> {
    const places = wanted.map((column) => columns.indexOf(column));
    let header = 1;
    for await (const batch of read()) {
      yield batch.slice(header).map((row) => places.map((place) => ownText(row[place]!)));
      header = Math.max(0, header - batch.length);
    }
  }
  return { columns, rows };
}

async function csvColumns(batches: AsyncIterable<CsvRows>, name: string): Promise<string[]> {
  for await (const [header] of batches) {
    if (header === undefined) continue;
    const names = header.map((cell, j) => (cell === '' ? `column${j + 1}` : cell));
    const twice = names.find((column, j) => names.indexOf(column) !== j);
    if (twice === undefined) return names;
    throw badData(`${name}: expected distinct column names, got "${printable(twice)}" twice`);
  }
  return [];
}

/** Copies a string: V8 slices of 13 or more characters keep the whole source string in memory. */
function ownText(text: string): string {
  return text.length < 13 ? text : Buffer.from(text).toString();
}

async function openJson(
  read: () => AsyncIterable<readonly Record<string, unknown>[]>,
): Promise<Omit<RowSource, 'close'>> {
  async function* rows(wanted: readonly string[]): AsyncGenerator<TableRows> {
    for await (const batch of read()) {
      yield batch.map((row) => wanted.map((key) => (Object.hasOwn(row, key) ? toCell(row[key]) : null)));
    }
  }
  return { columns: await jsonColumns(read()), rows };
}

async function jsonColumns(batches: AsyncIterable<readonly Record<string, unknown>[]>): Promise<string[]> {
  const names = new Set<string>();
  let seen = 0;
  for await (const batch of batches) {
    for (const row of batch.slice(0, FIRST_ROWS - seen)) {
      for (const key of Object.keys(row)) names.add(key);
    }
    seen += batch.length;
    if (seen >= FIRST_ROWS) break;
  }
  return [...names];
}

function toCell(value: unknown): Cell {
  if (value === null || typeof value === 'string') return value;
  return typeof value === 'object' ? JSON.stringify(value) : String(value as number | boolean);
}
