import { DuckDbSession, quotePath, quoteText, type DuckDb } from './duckDb.ts';
import type { FileSource } from './fileSource.ts';
import type { Progress } from './progress.ts';
import { rowGroups } from './rowGroups.ts';
import type { RowGroups, RowSource } from './tableFile.ts';

/** Bytes that each thread reads at a time: an eighth of DuckDB's default, as fast. */
const BUFFER = 4_000_000;

/**
 * Counts the rows of plain CSV or TSV by DuckDB, on all processors. The streaming parser reads all else:
 * single rows, and a file that DuckDB refuses, so that its rows and errors are always the same.
 *
 * @param lineEnd - what `plainLineEnd` found.
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

/** Leaves nothing for DuckDB to guess. */
function readCsv({ path, delimiter, isPacked }: FileSource, lineEnd: '\n' | '\r\n', width: number): string {
  // Names of our own: those of the file may be empty or hold anything.
  const types = Array.from({ length: width }, (_, j) => `f${j}: 'VARCHAR'`);
  const options = [
    'auto_detect = false',
    `columns = {${types.join(', ')}}`,
    'header = true',
    `delim = ${quoteText(delimiter)}`,
    `quote = '"'`,
    `escape = '"'`,
    // Else "" beyond the last column would be ignored.
    'allow_quoted_nulls = false',
    `new_line = '${lineEnd === '\n' ? '\\n' : '\\r\\n'}'`,
    `compression = '${isPacked ? 'gzip' : 'none'}'`,
    'hive_partitioning = false',
    `buffer_size = ${BUFFER}`,
  ];
  return `read_csv(${quotePath(path)}, ${options.join(', ')})`;
}
