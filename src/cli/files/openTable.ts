import { createWriteStream, rmSync } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pipeline } from 'node:stream/promises';
import { badData, badUsage } from '../commandError.ts';
import { printable } from '../printable.ts';
import { findDuckDb, openDuckDbFile } from './duckDbFile.ts';
import { formatOfName, type FileFormat } from './fileFormat.ts';
import { startProgress, type TerminalLike } from './progress.ts';
import { openStreamedFile } from './streamedFile.ts';
import type { TableFile } from './tableFile.ts';

/** What reads a file: DuckDB where it is installed when left out. */
export type ReaderName = 'duckdb' | 'stream';

/** How a file is to be read. */
export interface ReadOptions {
  readonly inputFormat?: FileFormat | undefined;
  readonly reader?: ReaderName | undefined;
}

/** Where standard input comes from, and where progress is shown. */
export interface ReadStreams {
  readonly stdin: NodeJS.ReadableStream;
  readonly stderr: TerminalLike;
}

/** What ends a command from outside. */
const STOPS = ['SIGINT', 'SIGTERM'] as const;

/** Opens a file of rows and columns, or standard input for `-`; hands it on, and closes it. */
export async function withTable<Result>(
  path: string,
  options: ReadOptions,
  streams: ReadStreams,
  use: (file: TableFile) => Promise<Result>,
): Promise<Result> {
  if (path !== '-') return openAndUse(path, printable(path, 200), options, streams, use);
  // What is read more than once, and by another program, must be a file.
  const folder = await mkdtemp(join(tmpdir(), 'tfjs-metrics-'));
  const removeAndStop = (signal: NodeJS.Signals): void => {
    rmSync(folder, { recursive: true, force: true });
    process.kill(process.pid, signal);
  };
  for (const signal of STOPS) process.once(signal, removeAndStop);
  try {
    const copy = join(folder, 'input');
    await pipeline(streams.stdin, createWriteStream(copy));
    const given = { ...options, inputFormat: options.inputFormat ?? 'csv' };
    return await openAndUse(copy, 'standard input', given, streams, use);
  } finally {
    for (const signal of STOPS) process.off(signal, removeAndStop);
    await rm(folder, { recursive: true, force: true });
  }
}

async function openAndUse<Result>(
  path: string,
  name: string,
  options: ReadOptions,
  { stderr }: ReadStreams,
  use: (file: TableFile) => Promise<Result>,
): Promise<Result> {
  const format = options.inputFormat ?? formatOfName(path);
  const progress = startProgress(stderr, 'reading', await sizeOf(path, name));
  let file: TableFile | undefined;
  try {
    file = await openFile(path, name, format, options.reader, progress);
    return await use(file);
  } finally {
    progress?.stop();
    file?.close();
  }
}

async function openFile(
  path: string,
  name: string,
  format: FileFormat,
  reader: ReaderName | undefined,
  progress: ReturnType<typeof startProgress>,
): Promise<TableFile> {
  const duckDb = reader === 'stream' ? undefined : await findDuckDb();
  if (duckDb) return openDuckDbFile(duckDb, path, format, name, progress);
  if (reader === 'duckdb') throw badUsage('--reader duckdb needs it: npm install @duckdb/node-api');
  if (format !== 'parquet') return openStreamedFile(path, format, name, progress);
  if (reader === 'stream') throw badUsage('--reader stream reads csv, tsv and ndjson, not parquet');
  throw badUsage('Parquet is read by DuckDB: npm install @duckdb/node-api');
}

async function sizeOf(path: string, name: string): Promise<number> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw badData(`${name} is a folder: expected a file`);
    return found.size;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
    throw badData(`there is no file ${name}`, { cause });
  }
}
