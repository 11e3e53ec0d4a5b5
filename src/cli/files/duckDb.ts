import type { DuckDBConnection } from '@duckdb/node-api';
import { resolve, sep } from 'node:path';
import type { Progress } from './progress.ts';
import type { RowGroups, TableRows } from './tableFile.ts';

/** Module `@duckdb/node-api`. */
export type DuckDb = typeof import('@duckdb/node-api');

/** Memory limit of DuckDB, which spills to disk above it. */
const MEMORY = '128MB';

/** Interval between progress updates, in ms. */
const ASK_EVERY = 100;

/** Imports DuckDB; returns undefined if it is not installed. */
export async function findDuckDb(): Promise<DuckDb | undefined> {
  try {
    return await import('@duckdb/node-api');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

/** Connection to an in-memory DuckDB database. */
export class DuckDbSession {
  readonly #connection: DuckDBConnection;
  readonly close: () => void;

  private constructor(connection: DuckDBConnection, close: () => void) {
    this.#connection = connection;
    this.close = close;
  }

  static async open({ DuckDBInstance }: DuckDb): Promise<DuckDbSession> {
    const instance = await DuckDBInstance.create(':memory:', { memory_limit: MEMORY });
    const connection = await instance.connect();
    await connection.run('SET enable_progress_bar = true; SET enable_progress_bar_print = false');
    return new DuckDbSession(connection, () => {
      connection.closeSync();
      instance.closeSync();
    });
  }

  /** Returns the names and types of the columns of a table function. */
  async columnsOf(from: string): Promise<{ name: string; type: string }[]> {
    const result = await this.#connection.run(`SELECT * FROM ${from} LIMIT 0`);
    const types = result.columnTypes();
    return result.columnNames().map((name, j) => ({ name, type: String(types[j]) }));
  }

  /** Yields batches of rows with the values of some expressions as text. */
  async *rows(from: string, expressions: readonly string[]): AsyncGenerator<TableRows> {
    const cells = expressions.map((cell) => `CAST(${cell} AS VARCHAR)`).join(', ');
    const counted = await this.#connection.run(`SELECT count(*)::DOUBLE FROM ${from}`);
    const [[expected]] = (await counted.getRows()) as [[number]];
    const result = await this.#connection.stream(`SELECT ${cells} FROM ${from}`);
    let n = 0;
    for await (const rows of result.yieldRowsJs()) {
      n += rows.length;
      yield rows as unknown as TableRows;
    }
    // A stream ends without an error if a later part of the file is damaged.
    if (n !== expected) throw new Error(`expected ${expected} rows, got ${n}; the file is damaged`);
  }

  /** Groups the rows by the values of some expressions and counts them, on all processors. */
  async *groups(from: string, expressions: readonly string[], progress?: Progress): AsyncGenerator<RowGroups> {
    const cells = expressions.map((cell, j) => `CAST(${cell} AS VARCHAR) AS c${j}`).join(', ');
    const names = expressions.map((_, j) => `c${j}`).join(', ');
    const sql = `SELECT ${names}, count(*)::DOUBLE FROM (SELECT ${cells} FROM ${from}) GROUP BY ${names}`;
    const timer = progress && setInterval(() => this.#report(progress), ASK_EVERY);
    try {
      const result = await this.#connection.stream(sql);
      for await (const grouped of result.yieldRowsJs()) {
        const counts = Float64Array.from(grouped, (row) => row.pop() as number);
        yield { rows: grouped as unknown as TableRows, counts };
      }
    } finally {
      clearInterval(timer);
    }
  }

  #report(progress: Progress): void {
    const { percentage } = this.#connection.progress;
    if (percentage > 0) progress.reach((percentage / 100) * progress.total);
  }
}

/** Quotes a text for SQL. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/**
 * Quotes a path so that DuckDB reads exactly this file and does not interpret the path as a pattern or URL.
 *
 * @see https://duckdb.org/docs/stable/data/multiple_files/overview
 */
export function quotePath(path: string): string {
  return quoteText(resolve(path).replace(/[*?[]/g, '[$&]'));
}

/** Returns false for paths with a backslash and a pattern character, which DuckDB cannot quote. */
export function canQuotePath(path: string): boolean {
  const absolute = resolve(path);
  return sep === '\\' || !absolute.includes('\\') || !/[*?[]/.test(absolute);
}
