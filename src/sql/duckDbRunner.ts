import { methodsCheck } from '../inputs/optionCheck.ts';
import { readArgument } from '../inputs/readArgument.ts';
import type { SqlRow, SqlRunner } from './sqlRunner.ts';

/** The part of a connection of `@duckdb/node-api` that sends queries. */
export interface DuckDbConnectionLike {
  /** Runs a query to its end and keeps the whole result. */
  run(sql: string): Promise<DuckDbResultLike>;
}

/** The part of a result of `@duckdb/node-api` that reads rows. */
export interface DuckDbResultLike {
  /** The rows, in chunks. */
  yieldRowsJs(): AsyncIterable<readonly SqlRow[]>;
}

/**
 * Returns a runner for DuckDB, in this process: it queries DuckDB's tables and, by their names, CSV, Parquet
 * and JSON files that may be larger than memory.
 *
 * A connection can serve any number of queries at once: DuckDB runs them one after the other, and each result
 * is complete before its rows are read. A result that you stream from the same connection yourself ends
 * early when another query starts, without an error; use a connection of its own for it.
 *
 * @param connection - a connection of `@duckdb/node-api`.
 * @returns a runner for {@link contingencyFromSql} and the other functions of this entry.
 * @throws {@link MetricInputError} if `connection` has no method `run`. Errors of DuckDB are thrown as
 * {@link SqlQueryError} by the functions that use the runner.
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
  // Not stream(): the next query on the connection ends a streamed result, and so does an error after its
  // first chunk; neither is reported, so that rows would be lost.
  const run = async (sql: string): Promise<AsyncIterable<SqlRow>> =>
    flattened((await connection.run(sql)).yieldRowsJs());
  return Object.assign(run, { dialect: 'standard' as const });
}

async function* flattened(chunks: AsyncIterable<readonly SqlRow[]>): AsyncGenerator<SqlRow> {
  for await (const rows of chunks) yield* rows;
}
