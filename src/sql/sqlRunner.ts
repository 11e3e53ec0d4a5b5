import type { SqlDialect } from './sqlDialect.ts';

/**
 * One row of a result: its values as a list, in the order of the columns, or under their names. Lists are
 * the safer: in an object, columns of one name are one.
 */
export type SqlRow = Readonly<Record<string, unknown>> | readonly unknown[];

/**
 * Sends a query to an engine and gives back the rows of the result, at once or as they come. It
 * rejects, or throws while rows come, when the engine fails.
 */
export interface SqlRunner {
  (sql: string): Promise<Iterable<SqlRow> | AsyncIterable<SqlRow>>;
  /** How the engine writes names; `'standard'` when left out. */
  readonly dialect?: SqlDialect | undefined;
}
