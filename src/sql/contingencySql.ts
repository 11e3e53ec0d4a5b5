import { quoteName } from './sqlDialect.ts';
import { defineOptions } from '../inputs/options/defineOptions.ts';
import { textCheck } from '../inputs/options/optionCheck.ts';
import { requireOptions } from '../inputs/options/requireOptions.ts';
import { fromClause, sqlSource, type SqlSource } from './sqlSource.ts';
import { weightedCount } from './weightedCount.ts';

/** Columns of labels. */
export interface ContingencySource extends SqlSource {
  /** Column of predicted labels. */
  readonly preds: string;
  /** Column of true labels. */
  readonly target: string;
  /** Column of non-negative weights. Default: each row has weight 1. */
  readonly weight?: string | undefined;
}

const contingencySource = /* @__PURE__ */ defineOptions<ContingencySource>('contingencySql', () => {
  const column = textCheck('the name of a column');
  return { ...sqlSource.checks(), preds: column, target: column, weight: column };
});

/**
 * Returns the query that counts label pairs: one row per pair that occurs, with its predicted label, true label and
 * count. With weights, the count is the sum of the weights, and two more columns follow: the number of rows with a
 * non-negative weight, and the number of all rows. They differ if a weight is negative or missing; SQL sums ignore
 * missing values.
 *
 * `SELECT preds, target, count(*) FROM … GROUP BY preds, target`, in portable SQL.
 *
 * @param source - the table, its columns, and the SQL dialect.
 * @returns the SQL text.
 * @throws {@link MetricInputError} if an option or a name is invalid.
 * @see ISO/IEC 9075-2, `GROUP BY`.
 *
 * @example
 * ```ts
 * import { contingencySql } from 'tfjs-metrics/sql';
 *
 * contingencySql({
 *   from: 'labels',
 *   preds: 'cluster',
 *   target: 'class',
 * }).replaceAll('"', '');
 * // => 'SELECT cluster, class, count(*) FROM labels GROUP BY cluster, class'
 * ```
 */
export function contingencySql(source: ContingencySource): string {
  const options = contingencySource(source);
  const { dialect = 'standard', weight } = options;
  requireOptions('contingencySql', options, ['from', 'preds', 'target']);
  const preds = quoteName(options.preds, dialect);
  const target = quoteName(options.target, dialect);
  const count = weightedCount(weight === undefined ? undefined : quoteName(weight, dialect));
  // No aliases: engines resolve an alias that is also a column name differently.
  return `SELECT ${preds}, ${target}, ${count} ${fromClause(options)} GROUP BY ${preds}, ${target}`;
}
