import { describeValue } from '../inputs/describeValue.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';
import { SqlQueryError } from './sqlQueryError.ts';
import type { SqlRow, SqlRunner } from './sqlRunner.ts';

/**
 * The rows of a query, all of them, each as the list of its values.
 *
 * @throws {@link SqlQueryError} when the engine fails, before or while rows come.
 */
export async function queryRows(
  run: SqlRunner,
  sql: string,
  columns: number,
): Promise<unknown[][]> {
  const rows: unknown[][] = [];
  try {
    for await (const row of await run(sql)) rows.push(valuesOf(row));
  } catch (cause) {
    throw new SqlQueryError(sql, cause);
  }
  const odd = rows.findIndex((row) => row.length !== columns);
  if (odd < 0) return rows;
  throw new MetricInputError(
    `row ${odd} of the result has ${rows[odd]!.length} values: expected ${columns}` +
      ' (columns of one name make one value of two; give them names of their own)',
  );
}

function valuesOf(row: SqlRow): unknown[] {
  if (typeof row !== 'object' || row === null) {
    throw new TypeError(`expected rows as objects or lists, got ${describeValue(row)}`);
  }
  return Array.isArray(row) ? (row as unknown[]) : Object.values(row);
}
