import { DuckDbSession, quotePath, quoteText, type DuckDb } from './duckDb.ts';
import type { FileSource } from './fileSource.ts';
import type { Progress } from './progress.ts';
import { rowGroups } from './rowGroups.ts';
import type { RowGroups, RowSource } from './tableFile.ts';

/** Buffer size per thread in bytes: an eighth of DuckDB's default, and as fast. */
const BUFFER = 4_000_000;

/**
 * Opens plain CSV or TSV, and counts its rows with DuckDB on all processors. Single rows, and files that DuckDB
 * rejects, are read by the streaming parser, so that both readers give the same rows and errors.
 *
 * @param lineEnd - the result of `plainLineEnd`.
 */
export async function openPlainCsv(
  duckDb: DuckDb,
  source: FileSource,
  lineEnd: '\n' | '\r\n',
  streamed: RowSource,
  progress?: Progress,
): Promise<RowSource> {
  const session = await DuckDbSession.open(duckDb);
  const from = readCsv(source, lineEnd, streamed.columns.length);
  async function* groups(columns: readonly string[]): AsyncGenerator<RowGroups> {
    const cells = columns.map((column) => `f${streamed.columns.indexOf(column)}`);
    let hasBegun = false;
    try {
      for await (const batch of session.groups(from, cells, progress)) {
        hasBegun = true;
        yield batch;
      }
      return;
    } catch (error) {
      if (hasBegun) throw error;
    }
    yield* rowGroups(streamed, columns);
  }
  return { columns: streamed.columns, rows: streamed.rows, groups, close: session.close };
}

/** Returns a `read_csv` call with every option set, so that DuckDB detects nothing automatically. */
function readCsv({ path, delimiter, isPacked }: FileSource, lineEnd: '\n' | '\r\n', width: number): string {
  // Generated names, because names in the file may be empty or contain any character.
  const types = Array.from({ length: width }, (_, j) => `f${j}: 'VARCHAR'`);
  const options = [
    'auto_detect = false',
    `columns = {${types.join(', ')}}`,
    'header = true',
    `delim = ${quoteText(delimiter)}`,
    `quote = '"'`,
    `escape = '"'`,
    // By default, "" beyond the last column would be ignored.
    'allow_quoted_nulls = false',
    `new_line = '${lineEnd === '\n' ? '\\n' : '\\r\\n'}'`,
    `compression = '${isPacked ? 'gzip' : 'none'}'`,
    'hive_partitioning = false',
    `buffer_size = ${BUFFER}`,
  ];
  return `read_csv(${quotePath(path)}, ${options.join(', ')})`;
}
