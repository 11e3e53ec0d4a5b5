import { stat } from 'node:fs/promises';
import { badUsage, badData } from '../commandError.ts';
import { printable } from '../printable.ts';
import { findDuckDb, DuckDbSession, quotePath, type DuckDb } from './duckDb.ts';
import { delimiterOf, formatOfName, formatsWith, type FileFormat } from './fileFormat.ts';
import type { FileSource } from './fileSource.ts';
import { fileBytes } from './fileBytes.ts';
import { plainLineEnd } from './plainLineEnd.ts';
import { openPlainCsv } from './openPlainCsv.ts';
import { startProgress, type Progress, type TerminalLike } from './progress.ts';
import { withRegularFile } from './withRegularFile.ts';
import { openCsv, openJson, openStreamedFile } from './openStreamedFile.ts';
import type { RowSource, TableFile } from './tableFile.ts';
import { tableOf } from './tableOf.ts';
import { quoteName } from '../../sql/sqlDialect.ts';

/** Reader of a file. Default: DuckDB if it is installed. */
export type ReaderName = 'duckdb' | 'stream';

/** Options for reading a file. */
export interface ReadOptions {
  readonly inputFormat?: FileFormat | undefined;
  readonly reader?: ReaderName | undefined;
  /** Delimiter of CSV and TSV. */
  readonly delimiter?: string | undefined;
  /** Read numbers with a decimal comma. Default: false. */
  readonly decimalComma?: boolean | undefined;
  /** Values to treat as missing, in addition to empty cells. */
  readonly na?: readonly string[] | undefined;
}

/** Standard input, and the stream for progress and notes. */
export interface ReadStreams {
  readonly stdin: NodeJS.ReadableStream;
  readonly stderr: TerminalLike;
}

/** Opens a file, or standard input for `-`, passes it to `use`, and closes it. */
export async function withTable<Result>(
  path: string,
  options: ReadOptions,
  { stdin, stderr }: ReadStreams,
  use: (file: TableFile) => Promise<Result>,
): Promise<Result> {
  const name = path === '-' ? 'standard input' : printable(path, 200);
  return withRegularFile(path, stdin, async (readable, isCopy) => {
    const source = sourceOf(path, readable, isCopy, name, options);
    const progress = startProgress(stderr, 'reading', (await stat(readable)).size);
    const notes = new Set<string>();
    let rows: RowSource | undefined;
    try {
      rows = await openRows(source, options.reader, progress);
      const { na = [], decimalComma = false } = options;
      const note = (message: string): void => void notes.add(message);
      return await use(tableOf(rows, { name, na, decimal: decimalComma ? ',' : '.', note }));
    } finally {
      progress?.stop();
      rows?.close();
      for (const message of notes) stderr.write(`tfjs-metrics: ${message}\n`);
    }
  });
}

function sourceOf(
  path: string,
  readable: string,
  isCopy: boolean,
  name: string,
  { inputFormat, delimiter, decimalComma }: ReadOptions,
): FileSource {
  const format = inputFormat ?? formatOfName(path, isCopy || path.startsWith('/dev/') ? 'csv' : undefined);
  const usual = delimiterOf(format);
  if (usual === undefined && (delimiter !== undefined || decimalComma === true)) {
    const option = delimiter === undefined ? '--decimal-comma' : '--delimiter';
    throw badUsage(`${option}: expected a ${formatsWith('delimiter')} file, got ${format}`);
  }
  return {
    path: readable,
    name,
    format,
    isPacked: /\.gz$/i.test(path),
    delimiter: delimiter ?? usual ?? '',
  };
}

async function openRows(
  source: FileSource,
  reader: ReaderName | undefined,
  progress: Progress | undefined,
): Promise<RowSource> {
  const duckDb = reader === 'stream' ? undefined : await findDuckDb();
  if (reader === 'duckdb' && !duckDb)
    throw badUsage('--reader duckdb: expected the package @duckdb/node-api, got none; npm install @duckdb/node-api');
  return OPENERS[source.format](source, { duckDb, reader, progress });
}

/** Readers of a file, and its progress. */
interface Readers {
  /** DuckDB, if it is installed and not excluded by `reader`. */
  readonly duckDb: DuckDb | undefined;
  readonly reader: ReaderName | undefined;
  readonly progress: Progress | undefined;
}

/** Opens a file of each format. */
const OPENERS: Readonly<Record<FileFormat, (source: FileSource, readers: Readers) => Promise<RowSource>>> = {
  csv: openDelimited,
  tsv: openDelimited,
  ndjson: (source, { progress }) => openStreamedFile(source, openJson, progress),
  parquet: openParquet,
};

async function openDelimited(source: FileSource, { duckDb, progress }: Readers): Promise<RowSource> {
  const streamed = await openStreamedFile(source, openCsv, progress);
  if (!duckDb) return streamed;
  const lineEnd = await plainLineEnd(fileBytes(source), source.delimiter, streamed.columns.length);
  return lineEnd === undefined ? streamed : openPlainCsv(duckDb, source, lineEnd, streamed, progress);
}

const FLOATING_POINT = ['FLOAT', 'DOUBLE'];

async function openParquet({ path, name }: FileSource, { duckDb, reader, progress }: Readers): Promise<RowSource> {
  if (!duckDb) {
    throw badUsage(
      reader === 'stream'
        ? `--reader stream: expected ${formatsWith('isText')}, got parquet`
        : 'Parquet: expected the package @duckdb/node-api, got none; npm install @duckdb/node-api',
    );
  }
  const from = `read_parquet(${quotePath(path)}, hive_partitioning = false)`;
  const failure = (what: string, cause: unknown): Error =>
    badData(`cannot read ${name}${what}: ${(cause as Error).message.split('\n', 1)[0]!}`, { cause });
  async function* explained<Batch>(batches: AsyncIterable<Batch>): AsyncGenerator<Batch> {
    try {
      yield* batches;
    } catch (cause) {
      throw failure('', cause);
    }
  }
  const session = await DuckDbSession.open(duckDb);
  const typed = await session.columnsOf(from).catch((cause: unknown) => {
    session.close();
    throw failure(' as Parquet', cause);
  });
  const types = new Map(typed.map(({ name: column, type }) => [column, type]));
  const cell = (column: string): string => {
    const value = quoteName(column, 'standard');
    // NaN is a missing value, as in pandas.
    const isFloat = FLOATING_POINT.includes(types.get(column)!);
    return isFloat ? `CASE WHEN NOT isnan(${value}) THEN ${value} END` : value;
  };
  return {
    columns: [...types.keys()],
    rows: (columns) => explained(session.rows(from, columns.map(cell))),
    groups: (columns) => explained(session.groups(from, columns.map(cell), progress)),
    close: session.close,
  };
}
