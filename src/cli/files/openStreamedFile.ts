import { Buffer, isUtf8 } from 'node:buffer';
import { badData } from '../commandError.ts';
import { printable } from '../printable.ts';
import type { CsvRows } from './csvPlace.ts';
import { csvRows } from './csvRows.ts';
import type { FileSource } from './fileSource.ts';
import { jsonRows } from './jsonRows.ts';
import type { Progress } from './progress.ts';
import type { Cell, TableRows, RowSource } from './tableFile.ts';
import { fileBytes } from './fileBytes.ts';
import { wholeLines } from './wholeLines.ts';

/** Number of leading NDJSON rows whose keys define the columns. */
const FIRST_ROWS = 1000;

/** Opens a format of text, given a function that reads the text from its start. */
type TextOpener = (source: FileSource, text: () => AsyncIterable<Buffer>) => Promise<Omit<RowSource, 'close'>>;

/** Opens a text file of any size; only a batch of rows is in memory at a time. */
export async function openStreamedFile(source: FileSource, open: TextOpener, progress?: Progress): Promise<RowSource> {
  const opened = await open(source, () => fileText(source, progress));
  if (opened.columns.length > 0) return { ...opened, close: () => undefined };
  throw badData(`${source.name}: expected rows and columns, got an empty file`);
}

/** Opens the text of a CSV or TSV file. */
export const openCsv: TextOpener = async ({ name, delimiter }, text) => {
  const read = (): AsyncIterable<CsvRows> => csvRows(text(), delimiter, name);
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
};

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

/** Opens the text of an NDJSON file. */
export const openJson: TextOpener = async ({ name }, text) => {
  const read = (): AsyncIterable<readonly Record<string, unknown>[]> => jsonRows(text(), name);
  async function* rows(wanted: readonly string[]): AsyncGenerator<TableRows> {
    for await (const batch of read()) {
      yield batch.map((row) => wanted.map((key) => (Object.hasOwn(row, key) ? toCell(row[key]) : null)));
    }
  }
  return { columns: await jsonColumns(read()), rows };
};

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

/** Yields the text of a file as UTF-8, one or more whole lines at a time; decompresses gzip and decodes UTF-16. */
function fileText(source: FileSource, progress?: Progress): AsyncGenerator<Buffer> {
  return utf8Lines(decoded(fileBytes(source, progress), source.name), source.name);
}

/** Converts UTF-16 with a byte order mark to UTF-8; yields other bytes unchanged. */
async function* decoded(chunks: AsyncIterable<Buffer>, name: string): AsyncGenerator<Buffer> {
  let start: Buffer | undefined = Buffer.alloc(0);
  let decoder: TextDecoder | undefined;
  const decode = (chunk?: Buffer): Buffer => {
    try {
      return Buffer.from(decoder!.decode(chunk, { stream: chunk !== undefined }));
    } catch (cause) {
      throw badData(`${name}: expected UTF-16 after its byte order mark, got other bytes`, { cause });
    }
  };
  for await (const chunk of chunks) {
    let bytes = chunk;
    if (start !== undefined) {
      start = Buffer.concat([start, chunk]);
      if (start.length < 2) continue;
      decoder = utf16Decoder(start);
      bytes = start;
      start = undefined;
    }
    yield decoder === undefined ? bytes : decode(bytes);
  }
  if (start !== undefined && start.length > 0) yield start;
  if (decoder !== undefined) yield decode();
}

function utf16Decoder([first, second]: Buffer): TextDecoder | undefined {
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le', { fatal: true });
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be', { fatal: true });
  return undefined;
}

/**
 * Validates UTF-8 and yields one or more whole lines at a time.
 *
 * @throws {@link CommandError} if the bytes are not UTF-8: replacement characters could make distinct labels equal.
 */
async function* utf8Lines(chunks: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Buffer> {
  let lines = 0;
  for await (const text of wholeLines(chunks)) {
    if (!isUtf8(text)) {
      const line = lines + 1 + linesBeforeFault(text);
      throw badData(`${name}: line ${line}: expected UTF-8, got other bytes`);
    }
    yield text;
    lines += linesIn(text);
  }
}

function linesIn(text: Buffer): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

function linesBeforeFault(text: Buffer): number {
  let lines = 0;
  for (let from = 0; ; lines++) {
    const newline = text.indexOf('\n', from);
    if (newline < 0 || !isUtf8(text.subarray(from, newline))) return lines;
    from = newline + 1;
  }
}
