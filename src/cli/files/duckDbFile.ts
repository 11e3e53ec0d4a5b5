import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteName } from '../../sql/sqlDialect.ts';
import { badData } from '../commandError.ts';
import { countRows } from './countedRows.ts';
import { delimiterOf, type FileFormat } from './fileFormat.ts';
import { openStreamedFile, toCell } from './streamedFile.ts';
import type { Progress } from './progress.ts';
import type { Cell, TableFile } from './tableFile.ts';

/** What DuckDB may take for itself; beyond it, it puts what it counts on disk. */
const MEMORY = '128MB';

/** So many bytes of a text file each processor reads at a time: an eighth of what DuckDB would, in as much time. */
const BUFFER = 4_000_000;

/** How often the progress of a query is asked for, in ms. */
const ASK_EVERY = 100;

/** The package of DuckDB, where it is installed. */
export async function findDuckDb(): Promise<typeof import('@duckdb/node-api') | undefined> {
  try {
    return await import('@duckdb/node-api');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

/**
 * Reads a file by DuckDB, which counts where the rows are, on all processors. Cells come as text, as they
 * stand in the file, so that what they mean is decided in one place for all readers.
 */
export async function openDuckDbFile(
  duckDb: typeof import('@duckdb/node-api'),
  path: string,
  format: FileFormat,
  name: string,
  progress?: Progress,
): Promise<TableFile> {
  const instance = await duckDb.DuckDBInstance.create(':memory:', { memory_limit: MEMORY });
  const connection = await instance.connect();
  const close = (): void => {
    connection.closeSync();
    instance.closeSync();
  };
  try {
    await connection.run('SET enable_progress_bar = true; SET enable_progress_bar_print = false');
    const columns = await columnsOf(connection, path, format, name);
    const from = (wanted: readonly string[]): string => selection(path, format, columns, wanted);
    const asked = <Result>(query: () => Promise<Result>): Promise<Result> =>
      watched(connection, progress, () => explained(query, path, format, name));
    return {
      name,
      columns,
      close,
      count: (wanted) =>
        asked(() => {
          const counts: Float64Array[] = [];
          const groups = wanted.map((_, j) => `c${j}`).join(', ');
          const sql = `SELECT ${groups}, count(*)::DOUBLE FROM (${from(wanted)}) GROUP BY ${groups}`;
          const batches = streamed(connection, sql, format, (rows) => {
            counts.push(Float64Array.from(rows, (row) => row.pop() as number));
          });
          return countRows(wanted.length, batches, (batch) => counts[batch]!);
        }),
      rows: (wanted) =>
        explainedRows(streamed(connection, from(wanted), format), path, format, name),
    };
  } catch (error) {
    close();
    throw error;
  }
}

/** The columns: of text files by the reader that needs nothing guessed, so that both agree. */
async function columnsOf(
  connection: DuckDBConnection,
  path: string,
  format: FileFormat,
  name: string,
): Promise<readonly string[]> {
  if (format !== 'parquet') return (await openStreamedFile(path, format, name)).columns;
  try {
    const { columnNames } = await columnNamesOf(connection, path);
    return columnNames;
  } catch (cause) {
    throw badData(`${name} can't be read as Parquet: ${firstLine(cause)}`, { cause });
  }
}

async function columnNamesOf(
  connection: DuckDBConnection,
  path: string,
): Promise<{ columnNames: readonly string[] }> {
  const result = await connection.run(`SELECT * FROM read_parquet(${quoteText(path)}) LIMIT 0`);
  return { columnNames: result.columnNames() };
}

/** A query for some columns as c0, c1 …, as text, and NULL where they are empty. */
function selection(
  path: string,
  format: FileFormat,
  columns: readonly string[],
  wanted: readonly string[],
): string {
  const file = quoteText(path);
  const asText = (column: string, j: number): string =>
    `nullif(CAST(${column} AS VARCHAR), '') AS c${j}`;
  if (format === 'parquet') {
    const cells = wanted.map((column, j) => asText(quoteName(column, 'standard'), j));
    return `SELECT ${cells.join(', ')} FROM read_parquet(${file})`;
  }
  if (format === 'ndjson') {
    // As JSON: what its values are as text is decided where they are streamed.
    const cells = wanted.map((column, j) => asText(`json -> ${quoteText(jsonPath(column))}`, j));
    return `SELECT ${cells.join(', ')} FROM read_ndjson_objects(${file})`;
  }
  // Names of our own: those of the file may be empty or hold anything.
  const types = columns.map((_, j) => `'f${j}': 'VARCHAR'`).join(', ');
  const cells = wanted.map((column, j) => asText(`f${columns.indexOf(column)}`, j));
  return (
    `SELECT ${cells.join(', ')} FROM read_csv(${file}, delim = '${delimiterOf(format)}', quote = '"', ` +
    `escape = '"', buffer_size = ${BUFFER}, header = true, auto_detect = false, columns = {${types}})`
  );
}

/** A key of an object, whatever characters it has, as a path. */
function jsonPath(key: string): string {
  return `$."${key.replace(/["\\]/g, '\\$&')}"`;
}

function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

async function* streamed(
  connection: DuckDBConnection,
  sql: string,
  format: FileFormat,
  take?: (rows: unknown[][]) => void,
): AsyncGenerator<readonly (readonly Cell[])[]> {
  const result = await connection.stream(sql);
  for await (const rows of result.yieldRowsJs()) {
    take?.(rows as unknown[][]);
    const cells = rows as unknown as readonly (readonly Cell[])[];
    yield format === 'ndjson' ? cells.map((row) => row.map(readJson)) : cells;
  }
}

function readJson(cell: Cell): Cell {
  return cell === null ? null : toCell(JSON.parse(cell));
}

async function* explainedRows(
  rows: AsyncIterable<readonly (readonly Cell[])[]>,
  path: string,
  format: FileFormat,
  name: string,
): AsyncGenerator<readonly (readonly Cell[])[]> {
  try {
    yield* rows;
  } catch (cause) {
    throw await explanation(cause, path, format, name);
  }
}

async function explained<Result>(
  query: () => Promise<Result>,
  path: string,
  format: FileFormat,
  name: string,
): Promise<Result> {
  try {
    return await query();
  } catch (cause) {
    throw await explanation(cause, path, format, name);
  }
}

/** What is wrong with the file: as the streaming reader says it, with the row, or in DuckDB's words. */
async function explanation(
  cause: unknown,
  path: string,
  format: FileFormat,
  name: string,
): Promise<unknown> {
  if (format !== 'parquet') {
    try {
      const file = await openStreamedFile(path, format, name);
      for await (const rows of file.rows(file.columns)) void rows;
    } catch (error) {
      return error;
    }
    return badData(`${name} can't be read by DuckDB: ${firstLine(cause)}; --reader stream can read it`, { cause }); // prettier-ignore
  }
  return badData(`${name} can't be read: ${firstLine(cause)}`, { cause });
}

function firstLine(error: unknown): string {
  return (error as Error).message.split('\n', 1)[0]!;
}

async function watched<Result>(
  connection: DuckDBConnection,
  progress: Progress | undefined,
  query: () => Promise<Result>,
): Promise<Result> {
  if (progress === undefined) return query();
  const timer = setInterval(() => {
    const { percentage } = connection.progress;
    if (percentage > 0) progress.reach((percentage / 100) * progress.total);
  }, ASK_EVERY);
  try {
    return await query();
  } finally {
    clearInterval(timer);
  }
}
