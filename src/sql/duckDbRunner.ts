import type { SqlRow, SqlRunner } from './sqlRunner.ts';

/** What a connection of `@duckdb/node-api` offers to be queried by. */
export interface DuckDbConnectionLike {
  /** Sends a query; rows are read as they are asked for. */
  stream(sql: string): Promise<DuckDbResultLike>;
}

/** What the connection answers. */
export interface DuckDbResultLike {
  /** The rows, some at a time. */
  yieldRowsJs(): AsyncIterable<readonly SqlRow[]>;
}

/**
 * Runs queries on DuckDB, in this process: on its tables and, by their names, on CSV, Parquet and JSON
 * files that may be larger than memory.
 *
 * @param connection - a connection of `@duckdb/node-api`.
 * @returns a runner for {@link contingencyFromSql} and its like.
 * @throws nothing itself; what DuckDB refuses comes as {@link SqlQueryError}.
 * @see https://duckdb.org/docs/stable/clients/node_neo/overview
 *
 * @example
 * ```ts
 * import { DuckDBInstance } from '@duckdb/node-api';
 * import { adjustedRandScore } from 'tfjs-metrics';
 * import { contingencyFromSql, duckDbRunner } from 'tfjs-metrics/sql';
 *
 * const connection = await (await DuckDBInstance.create()).connect();
 * const table = await contingencyFromSql(duckDbRunner(connection), {
 *   from: 'examples/data/digits.csv',
 *   preds: 'cluster',
 *   target: 'target',
 * });
 * adjustedRandScore(table); // 0.6687
 * ```
 */
export function duckDbRunner(connection: DuckDbConnectionLike): SqlRunner {
  const run = async (sql: string): Promise<AsyncIterable<SqlRow>> =>
    flattened((await connection.stream(sql)).yieldRowsJs());
  return Object.assign(run, { dialect: 'standard' as const });
}

async function* flattened(chunks: AsyncIterable<readonly SqlRow[]>): AsyncGenerator<SqlRow> {
  for await (const rows of chunks) yield* rows;
}
