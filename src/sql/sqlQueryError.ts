/**
 * Thrown if an engine does not complete a query. Rows received before are discarded. `cause` is the error of the
 * engine, and `sql` is the query.
 *
 * @example
 * ```ts
 * import { contingencyFromSql, SqlQueryError } from 'tfjs-metrics/sql';
 *
 * const broken = () => Promise.reject(new Error('connection reset'));
 * let message = '';
 * try {
 *   await contingencyFromSql(broken, {
 *     from: 'labels',
 *     preds: 'cluster',
 *     target: 'class',
 *   });
 * } catch (error) {
 *   if (error instanceof SqlQueryError) message = error.message;
 * }
 * message;
 * // => 'query failed, and its partial result was discarded: connection reset'
 * ```
 */
export class SqlQueryError extends Error {
  /** Name of the error class. */
  override readonly name = 'SqlQueryError';
  /** The query. */
  readonly sql: string;

  constructor(sql: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`query failed, and its partial result was discarded: ${reason}`, { cause });
    this.sql = sql;
  }
}
