import { Buffer } from 'node:buffer';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { raggedRow, type CsvPlace, type CsvRows } from './csvPlace.ts';
import { badData } from '../commandError.ts';

/** Number of rows per batch. */
const BATCH = 1024;

/**
 * Parses delimited text and yields batches of rows, starting with the header. Lines end in LF or CRLF, blank lines
 * are skipped, and quotation marks that do not enclose a whole cell are literal.
 *
 * @param text - batches of whole lines, as UTF-8.
 * @throws {@link CommandError} if the rows differ in length, or a quoted cell is not closed.
 */
export async function* csvRows(text: AsyncIterable<Buffer>, delimiter: string, name: string): AsyncGenerator<CsvRows> {
  let place: CsvPlace = { width: 0, rows: 0, lines: 0 };
  const chunks = text[Symbol.asyncIterator]();
  try {
    for (;;) {
      const { value: chunk, done } = await chunks.next();
      if (done === true) return;
      if (chunk.includes('"')) {
        yield* quotedCsvRows(prepended(chunk, chunks), delimiter, name, place);
        return;
      }
      const { rows, lines, error } = splitRows(chunk, delimiter, name, place);
      const width = rows[0]?.length ?? place.width;
      place = { width, rows: place.rows + rows.length, lines: place.lines + lines };
      yield rows;
      if (error) throw error;
    }
  } finally {
    await chunks.return?.(undefined);
  }
}

async function* prepended(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

/** Splits lines without quotation marks into cells, up to the first row of a different length. */
function splitRows(
  chunk: Buffer,
  delimiter: string,
  name: string,
  place: CsvPlace,
): { rows: string[][]; lines: number; error?: Error } {
  const text = chunk.toString();
  const lines = (place.lines === 0 ? text.replace(/^\uFEFF/, '') : text).split('\n');
  const ended = lines.length - 1;
  const rows: string[][] = [];
  let width = place.rows === 0 ? undefined : place.width;
  for (const [i, line] of lines.entries()) {
    const content = i < ended && line.endsWith('\r') ? line.slice(0, -1) : line;
    if (content === '') continue;
    const cells = content.split(delimiter);
    width ??= cells.length;
    if (cells.length !== width) {
      const error = raggedRow(name, place.rows + rows.length, place.lines + i + 1, cells.length);
      return { rows, lines: ended, error };
    }
    rows.push(cells);
  }
  return { rows, lines: ended };
}

/** Parses the rest of a file, from the first batch of lines with quotation marks on. */
async function* quotedCsvRows(
  text: AsyncIterable<Buffer>,
  delimiter: string,
  name: string,
  { width, rows, lines }: CsvPlace,
): AsyncGenerator<CsvRows> {
  // The parser takes the number of cells from its first row.
  const model = rows === 0 ? [] : [Buffer.from(`${Array.from({ length: width }, () => '""').join(delimiter)}\n`)];
  const parser = parse({
    delimiter,
    bom: lines === 0,
    record_delimiter: ['\n', '\r\n'],
    skip_empty_lines: true,
    relax_quotes: true,
  });
  const bytes = Readable.from(joined(model, text), { objectMode: false });
  bytes.on('error', (error) => parser.destroy(error));
  const skipped = model.length;
  let seen = 0;
  let batch: string[][] = [];
  try {
    for await (const row of bytes.pipe(parser) as AsyncIterable<string[]>) {
      if (seen++ < skipped) continue;
      batch.push(row);
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  } catch (error) {
    throw error instanceof CsvError
      ? parseError(error, name, { width, rows: rows - skipped, lines: lines - skipped })
      : error;
  } finally {
    bytes.destroy();
  }
}

async function* joined(first: readonly Buffer[], rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield* first;
  yield* rest;
}

function parseError(error: CsvError, name: string, before: CsvPlace): Error {
  const { code, lines, records, record } = error as CsvError & Readonly<Record<string, unknown>>;
  const [row, line] = [Number(records) + before.rows, Number(lines) + before.lines];
  if (code === 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH') {
    return raggedRow(name, row, line, (record as unknown[]).length);
  }
  if (code === 'CSV_QUOTE_NOT_CLOSED') {
    return badData(`${name}: expected a closing quotation mark, got the end of the file (line ${line})`);
  }
  return badData(`${name}: row ${row} (line ${line}): ${error.message}`, { cause: error });
}
