import type { SqlDialect } from '../sqlDialect.ts';

/**
 * One row of a result: an array of values in the order of the columns, or an object with the column names as keys.
 * Prefer arrays: in an object, columns with the same name overwrite each other.
 */
export type SqlRow = Readonly<Record<string, unknown>> | readonly unknown[];

/**
 * Function that sends a query to an engine and returns the rows, at once or as a stream. {@link duckDbRunner} and
 * {@link clickHouseRunner} return such functions; write your own for another engine. If the engine fails, it must
 * reject, or throw while the rows are iterated.
 */
export interface SqlRunner {
  (sql: string): Promise<Iterable<SqlRow> | AsyncIterable<SqlRow>>;
  /** Dialect of the engine. Default: `'standard'`. */
  readonly dialect?: SqlDialect | undefined;
}
