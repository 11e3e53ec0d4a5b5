import { inputError, MetricInputError } from '../../inputs/metricInputError.ts';
import { SqlQueryError } from '../sqlQueryError.ts';
import type { SqlRow, SqlRunner } from '../runners/sqlRunner.ts';

/**
 * Returns all rows of a query, each as an array of values.
 *
 * @throws {@link SqlQueryError} if the engine fails before or while it returns rows; {@link MetricInputError} if a row
 * is neither an array nor an object, or an object that does not preserve the order of columns.
 */
export async function queryRows(run: SqlRunner, sql: string, columns: number): Promise<unknown[][]> {
  const rows: unknown[][] = [];
  try {
    for await (const row of await run(sql)) rows.push(valuesOf(row));
  } catch (cause) {
    throw cause instanceof MetricInputError ? cause : new SqlQueryError(sql, cause);
  }
  const invalid = rows.findIndex((row) => row.length !== columns);
  if (invalid < 0) return rows;
  throw new MetricInputError(
    `row ${invalid} of the result: expected ${columns} values, got ${rows[invalid]!.length}; ` +
      'return rows as arrays, because objects merge columns with the same name',
  );
}

function valuesOf(row: SqlRow): unknown[] {
  if (typeof row !== 'object' || row === null) {
    throw inputError('rows of the result', 'objects or arrays', row);
  }
  if (Array.isArray(row)) return row as unknown[];
  const [first] = Object.keys(row);
  // Objects list integer keys first, whatever the order of the columns.
  if (first !== undefined && /^(0|[1-9]\d*)$/.test(first)) {
    throw new MetricInputError(
      `rows of the result: expected arrays, got objects with a column named "${first}", whose position is lost`,
    );
  }
  return Object.values(row);
}
