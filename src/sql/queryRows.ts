import { describeValue } from '../inputs/describeValue.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';
import { SqlQueryError } from './sqlQueryError.ts';
import type { SqlRow, SqlRunner } from './sqlRunner.ts';

/**
 * The rows of a query, all of them, each as the list of its values.
 *
 * @throws {@link SqlQueryError} when the engine fails, before or while rows come;
 * {@link MetricInputError} when rows are none, or of objects that don't tell the order of columns.
 */
export async function queryRows(run: SqlRunner, sql: string, columns: number): Promise<unknown[][]> {
  const rows: unknown[][] = [];
  try {
    for await (const row of await run(sql)) rows.push(valuesOf(row));
  } catch (cause) {
    throw cause instanceof MetricInputError ? cause : new SqlQueryError(sql, cause);
  }
  const odd = rows.findIndex((row) => row.length !== columns);
  if (odd < 0) return rows;
  throw new MetricInputError(
    `row ${odd} of the result has ${rows[odd]!.length} values: expected ${columns}` +
      ' (in objects, columns of one name are one: hand rows out as lists)',
  );
}

function valuesOf(row: SqlRow): unknown[] {
  if (typeof row !== 'object' || row === null) {
    throw new MetricInputError(`expected rows as objects or lists, got ${describeValue(row)}`);
  }
  if (Array.isArray(row)) return row as unknown[];
  const [first] = Object.keys(row);
  // Objects put names that are whole numbers first, whatever the order of the columns was.
  if (first !== undefined && /^(0|[1-9]\d*)$/.test(first)) {
    throw new MetricInputError(
      `the result has a column named "${first}", whose place an object does not tell: hand rows out as lists`,
    );
  }
  return Object.values(row);
}
