import { methodsCheck } from '../../inputs/options/optionCheck.ts';
import { readArgument } from '../../inputs/options/defineOptions.ts';
import type { SqlRow, SqlRunner } from './sqlRunner.ts';

/** The part of a connection of `@duckdb/node-api` that sends queries. */
export interface DuckDbConnectionLike {
  /** Runs a query to completion and keeps the whole result. */
  run(sql: string): Promise<DuckDbResultLike>;
}

/** The part of a result of `@duckdb/node-api` that reads rows. */
export interface DuckDbResultLike {
  /** The rows, in chunks. */
  yieldRowsJs(): AsyncIterable<readonly SqlRow[]>;
}

/**
 * Returns a runner for DuckDB, an in-process engine. It queries DuckDB tables and, by file name, CSV, Parquet and JSON
 * files, which may be larger than memory.
 *
 * A connection can serve concurrent queries: DuckDB runs them one after the other, and each result is complete before
 * its rows are read.
 *
 * Do not stream other results on the same connection: when the runner sends a query, DuckDB ends such a stream early,
 * without an error. Use a separate connection to stream.
 *
 * @param connection - a connection of `@duckdb/node-api`.
 * @returns a runner for {@link contingencyFromSql} and the other functions of this entry.
 * @throws {@link MetricInputError} if `connection` has no method `run`. The functions that use the runner throw errors
 * of DuckDB as {@link SqlQueryError}.
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
  readArgument('connection', methodsCheck('a connection of @duckdb/node-api', 'run'), connection);
  // Not stream(): the next query on the connection, or an error after the first chunk, ends a streamed result
  // without an error, so rows would be lost.
  const run = async (sql: string): Promise<AsyncIterable<SqlRow>> =>
    flattened((await connection.run(sql)).yieldRowsJs());
  return Object.assign(run, { dialect: 'standard' as const });
}

async function* flattened(chunks: AsyncIterable<readonly SqlRow[]>): AsyncGenerator<SqlRow> {
  for await (const rows of chunks) yield* rows;
}
