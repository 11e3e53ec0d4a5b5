import * as z from 'zod/mini';
import { MetricInputError } from '../inputs/metricInputError.ts';
import { optionSchema, readOptions, type OptionSchema } from '../inputs/options.ts';
import { quoteName } from './sqlDialect.ts';
import { fromClause, sqlSourceChecks, type SqlSource } from './sqlSource.ts';

/** Which columns hold the labels. */
export interface ContingencySource extends SqlSource {
  /** The column of predicted labels. */
  readonly preds: string;
  /** The column of true labels. */
  readonly target: string;
  /** A column of weights, 0 or above; each row counts once when left out. */
  readonly weight?: string | undefined;
}

const contingencySource: OptionSchema<ContingencySource> = /* @__PURE__ */ optionSchema<ContingencySource>(() => {
  const column = z.string({ error: 'the name of a column' });
  return { ...sqlSourceChecks(), preds: column, target: column, weight: column };
});

/**
 * The query that counts label pairs: one row for each pair that occurs, with its predicted label,
 * its true label and its count, in this order. With weights, their sum is followed by the number of rows
 * whose weight is 0 or above, and by that of all rows, for a sum does not tell of weights that are NULL.
 *
 * `SELECT preds, target, count(*) FROM … GROUP BY preds, target`, in SQL that every engine knows.
 *
 * @param source - the table, its columns, and how names are written.
 * @returns the text of the query.
 * @throws {@link MetricInputError} when an option or a name is not as described.
 * @see ISO/IEC 9075-2, `GROUP BY`.
 *
 * @example
 * ```ts
 * import { contingencySql } from 'tfjs-metrics/sql';
 *
 * contingencySql({ from: 'labels', preds: 'cluster', target: 'class' })
 *   .replaceAll('"', ''); // 'SELECT cluster, class, count(*) FROM labels GROUP BY cluster, class'
 * ```
 */
export function contingencySql(source: ContingencySource): string {
  const options = readOptions('contingencySql', contingencySource, source);
  const { dialect = 'standard', weight } = options;
  for (const name of ['from', 'preds', 'target'] as const) {
    if (options[name] === undefined) {
      throw new MetricInputError(`contingencySql: expected the option "${name}"`);
    }
  }
  const preds = quoteName(options.preds, dialect);
  const target = quoteName(options.target, dialect);
  const count = weight === undefined ? 'count(*)' : weightedCount(quoteName(weight, dialect));
  // Columns keep their own names: an alias that is also a column means another thing to each engine.
  return `SELECT ${preds}, ${target}, ${count} ${fromClause(options)} GROUP BY ${preds}, ${target}`;
}

function weightedCount(weight: string): string {
  return `sum(${weight}), sum(CASE WHEN ${weight} >= 0 THEN 1 ELSE 0 END), count(*)`;
}
