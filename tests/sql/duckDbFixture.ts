import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { duckDbRunner, type SqlRow, type SqlRunner } from 'tfjs-metrics/sql';

/** An in-process engine, and its runner. */
export interface DuckDb {
  readonly connection: DuckDBConnection;
  readonly run: SqlRunner;
}

export async function startDuckDb(): Promise<DuckDb> {
  const connection = await (await DuckDBInstance.create()).connect();
  return { connection, run: duckDbRunner(connection) };
}

/** Returns a runner that returns these rows for any query. */
export function giving(...rows: SqlRow[]): SqlRunner {
  return () => Promise.resolve(rows);
}

/** Returns a runner that fails after these rows. */
export function breakingAfter(...rows: SqlRow[]): SqlRunner {
  async function* half(): AsyncGenerator<SqlRow> {
    for (const row of rows) yield await Promise.resolve(row);
    throw new Error('the shard is gone');
  }
  return () => Promise.resolve(half());
}
