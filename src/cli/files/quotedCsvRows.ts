import { Buffer } from 'node:buffer';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { badData } from '../commandError.ts';
import { raggedRow, type CsvPlace, type CsvRows } from './csvPlace.ts';

/** Number of rows per batch. */
const BATCH = 1024;

/** Parses the rest of a file, from the first batch of lines with quotation marks on. */
export async function* quotedCsvRows(
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
