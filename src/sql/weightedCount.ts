import { MetricInputError } from '../inputs/metricInputError.ts';

/**
 * Returns the SQL that counts the rows of a group, or sums their weights. The sum is followed by the number of rows
 * with a non-negative weight and the number of all rows, because SQL sums ignore NULL.
 *
 * @param weight - quoted name of the column of weights, if any.
 */
export function weightedCount(weight?: string): string {
  return weight === undefined
    ? 'count(*)'
    : `sum(${weight}), sum(CASE WHEN ${weight} >= 0 THEN 1 ELSE 0 END), count(*)`;
}

/**
 * Checks the numbers that follow a sum of weights.
 *
 * @param column - name of the column of weights; undefined if the query counts rows.
 * @throws {@link MetricInputError} if a weight is negative or missing.
 */
export function requireWeights(column: string | undefined, [weighed, all]: readonly unknown[], row: number): void {
  if (column === undefined) return;
  const missing = Number(all) - Number(weighed);
  if (missing === 0) return;
  throw new MetricInputError(
    `column "${column}": expected weights of 0 or above, got ${missing} that are negative or missing (NULL) ` +
      `in row ${row} of the result; exclude such rows with the option "where"`,
  );
}
