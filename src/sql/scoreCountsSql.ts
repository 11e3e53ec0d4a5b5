import { inputError } from '../inputs/metricInputError.ts';
import { defineOptions } from '../inputs/options/defineOptions.ts';
import { textCheck } from '../inputs/options/optionCheck.ts';
import { requireOptions } from '../inputs/options/requireOptions.ts';
import { thresholdsCheck, type Thresholds } from '../inputs/classification/thresholds.ts';
import { numberLiteral } from './numberLiteral.ts';
import { quoteName, type SqlDialect } from './sqlDialect.ts';
import { fromClause, sqlSource, type SqlSource } from './sqlSource.ts';
import { weightedCount } from './weightedCount.ts';

/** Columns of the scores and labels of a classifier, and the bins of the scores. */
export interface ScoreCountsSource extends SqlSource {
  /** Column of the scores of one class. */
  readonly preds: string;
  /** Column of true labels. */
  readonly target: string;
  /**
   * Lower edges of the bins: the number of evenly spaced thresholds from 0 to 1, at least 2, for probabilities; or a
   * list of at most 1000 numbers, for any scores.
   */
  readonly thresholds: Thresholds;
  /** Column of non-negative weights. Default: each row has weight 1. */
  readonly weight?: string | undefined;
}

/** Most thresholds in a list: each is a comparison in the text of the query, which engines limit. */
const MOST_LISTED = 1000;

const scoreCountsSource = /* @__PURE__ */ defineOptions<ScoreCountsSource>('scoreCountsSql', () => {
  const column = textCheck('the name of a column');
  return { ...sqlSource.checks(), preds: column, target: column, thresholds: thresholdsCheck(), weight: column };
});

/** @throws {@link MetricInputError} if an option is missing or invalid. */
export function checkScoreCountsSource(owner: string, given: unknown, dialect?: SqlDialect): ScoreCountsSource {
  const source = scoreCountsSource(given, owner);
  requireOptions(owner, source, ['from', 'preds', 'target', 'thresholds']);
  const { thresholds } = source;
  if (typeof thresholds !== 'number' && thresholds.length > MOST_LISTED) {
    throw inputError(
      `${owner}: option "thresholds"`,
      `a list of at most ${MOST_LISTED} numbers, or a number of thresholds`,
      thresholds,
    );
  }
  return { ...source, dialect: source.dialect ?? dialect };
}

/**
 * Returns the query that counts the scores of a classifier in bins: one row per bin and true label that occur.
 *
 * Each row has the bin, the label and the count. The bin of a score is the number of distinct thresholds at or below
 * it. With weights, the count is the sum of the weights, followed by the number of rows with a non-negative weight and
 * the number of all rows.
 *
 * The bin is NULL for a score that is missing or not finite. If `thresholds` is a number, it is also NULL for a score
 * that is not a probability from 0 to 1.
 *
 * @param source - the table, its columns, the thresholds, and the SQL dialect.
 * @returns the SQL text.
 * @throws {@link MetricInputError} if an option or a name is invalid.
 * @see ISO/IEC 9075-2, `GROUP BY`.
 *
 * @example
 * ```ts
 * import { DuckDBInstance } from '@duckdb/node-api';
 * import { scoreCountsSql } from 'tfjs-metrics/sql';
 *
 * const connection = await (await DuckDBInstance.create()).connect();
 * await connection.run(`CREATE TABLE scores AS SELECT * FROM
 *   (VALUES (0.2, 'no'), (0.6, 'no'), (0.7, 'yes'), (0.9, 'yes')) t(p, class)`);
 * const sql = scoreCountsSql({
 *   from: 'scores',
 *   preds: 'p',
 *   target: 'class',
 *   thresholds: [0, 0.5],
 * });
 * const answer = await connection.runAndReadAll(`${sql} ORDER BY 1, 2`);
 * // Bin, label and count:
 * answer.getRowsJson(); // [[1, 'no', '1'], [2, 'no', '1'], [2, 'yes', '2']]
 * ```
 */
export function scoreCountsSql(source: ScoreCountsSource): string {
  const checked = checkScoreCountsSource('scoreCountsSql', source);
  const { preds, target, thresholds, weight, dialect = 'standard' } = checked;
  const scored =
    `SELECT ${quoteName(preds, dialect)} * 1E0 AS tfjs_score, ${quoteName(target, dialect)} AS tfjs_target` +
    `${weight === undefined ? '' : `, ${quoteName(weight, dialect)} AS tfjs_weight`} ${fromClause(checked)}`;
  const carried = weight === undefined ? 'tfjs_target' : 'tfjs_target, tfjs_weight';
  const binned =
    typeof thresholds === 'number'
      ? `SELECT ${evenBin(thresholds)} AS tfjs_bin, ${carried} FROM (${evenPlaces(thresholds, carried, scored)}) AS tfjs_placed`
      : `SELECT ${listedBin(thresholds)} AS tfjs_bin, ${carried} FROM (${scored}) AS tfjs_scored`;
  const count = weightedCount(weight === undefined ? undefined : 'tfjs_weight');
  return `SELECT tfjs_bin, tfjs_target, ${count} FROM (${binned}) AS tfjs_binned GROUP BY tfjs_bin, tfjs_target`;
}

/** Returns the query for the position of each score among evenly spaced thresholds, which rounding may move by one. */
function evenPlaces(thresholds: number, carried: string, scored: string): string {
  const place = `floor(tfjs_score * ${numberLiteral(thresholds - 1)})`;
  return `SELECT tfjs_score, ${place} AS tfjs_place, ${carried} FROM (${scored}) AS tfjs_scored`;
}

/** Returns SQL for the number of evenly spaced thresholds, k/(n − 1) in float64, at or below a score. */
function evenBin(thresholds: number): string {
  const steps = numberLiteral(thresholds - 1);
  return (
    'CASE WHEN tfjs_score >= 0E0 AND tfjs_score <= 1E0 THEN tfjs_place + 1E0 ' +
    `+ CASE WHEN (tfjs_place + 1E0) / ${steps} <= tfjs_score THEN 1E0 ELSE 0E0 END ` +
    `- CASE WHEN tfjs_place / ${steps} > tfjs_score THEN 1E0 ELSE 0E0 END ELSE NULL END`
  );
}

/** Returns SQL for the number of distinct listed thresholds at or below a score, by binary search. */
function listedBin(thresholds: readonly number[]): string {
  const edges = Float64Array.from(new Set(thresholds)).sort();
  const search = (from: number, to: number): string => {
    if (from === to) return numberLiteral(from);
    const middle = (from + to) >> 1;
    const [above, below] = [search(middle + 1, to), search(from, middle)];
    return `CASE WHEN tfjs_score >= ${numberLiteral(edges[middle]!)} THEN ${above} ELSE ${below} END`;
  };
  return `CASE WHEN tfjs_score - tfjs_score = 0E0 THEN ${search(0, edges.length)} ELSE NULL END`;
}
