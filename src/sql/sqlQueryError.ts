/**
 * An engine did not answer a query to its end. What had come by then is thrown away; `cause` is the
 * engine's own error, and `sql` the query.
 *
 * @example
 * ```ts
 * import { contingencyFromSql, SqlQueryError } from 'tfjs-metrics/sql';
 *
 * const broken = () => Promise.reject(new Error('connection reset'));
 * let message = '';
 * try {
 *   await contingencyFromSql(broken, { from: 'labels', preds: 'cluster', target: 'class' });
 * } catch (error) {
 *   if (error instanceof SqlQueryError) message = error.message;
 * }
 * message; // 'the query failed, and nothing of it is used: connection reset'
 * ```
 */
export class SqlQueryError extends Error {
  /** The name that the error is shown with. */
  override readonly name = 'SqlQueryError';
  /** The query. */
  readonly sql: string;

  constructor(sql: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`the query failed, and nothing of it is used: ${reason}`, { cause });
    this.sql = sql;
  }
}
