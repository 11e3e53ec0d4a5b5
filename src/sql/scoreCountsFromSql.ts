import type { ScoreReadingOptions } from '../inputs/classification/binaryScores.ts';
import { describeValue } from '../inputs/describeValue.ts';
import { scoreOptions } from '../functional/classification/curves/scoreOptions.ts';
import { BinnedScoreCounts } from '../state/scores/binnedScoreCounts.ts';
import { exactNumber } from './rows/exactNumber.ts';
import { queryRows } from './rows/queryRows.ts';
import { readBin } from './rows/readBin.ts';
import { readLabel } from './rows/readLabel.ts';
import { requireEachOnce } from './rows/requireEachOnce.ts';
import { requireQuery } from './requireQuery.ts';
import { checkScoreCountsSource, scoreCountsSql, type ScoreCountsSource } from './scoreCountsSql.ts';
import type { SqlRunner } from './runners/sqlRunner.ts';
import { requireWeights } from './weightedCount.ts';

/** Columns of scores and labels, the bins, and how labels are read. */
export interface ScoreCountsQuery
  extends ScoreCountsSource, Pick<ScoreReadingOptions, 'positiveLabel' | 'ignoreLabel'> {}

/**
 * Counts the scores of a classifier in the database, in bins between thresholds, with one `GROUP BY`.
 *
 * The result of the query has one row per bin and label that occur, however many rows the table has. The counts are
 * identical to those in memory. If the query fails partway or returns a group twice, the function throws; it never
 * returns a partial result. To combine shards, merge their counts.
 *
 * All labels other than the positive one count as negative, so one of several classes can be compared with the rest. A
 * score or label that is NULL, NaN or infinite is invalid. Exclude such rows with the option `where`.
 *
 * @param run - sends the query to the engine; see {@link SqlRunner}.
 * @param query - the table, its columns and the thresholds. `positiveLabel` is the label of the positive class
 * (default: 1 or `true`; required for string labels), `ignoreLabel` the label or labels of rows to leave out.
 * @returns the counts, which `auroc`, `averagePrecision`, `rocCurve` and all other scores of such curves accept.
 * @throws {@link SqlQueryError} if the engine fails; {@link MetricInputError} if an option is invalid, or a score,
 * label or weight is missing (NULL) or invalid.
 * @see {@link scoreCountsSql}
 *
 * @example
 * ```ts
 * import { auroc, aurocBracket } from 'tfjs-metrics';
 * import { scoreCountsFromSql } from 'tfjs-metrics/sql';
 *
 * const run = async () => [
 *   { bin: 2, class: 'yes', count: 3n },
 *   { bin: 2, class: 'no', count: '1' },
 *   { bin: 1, class: 'no', count: 4 },
 * ];
 * const query = {
 *   from: 'scores',
 *   preds: 'p',
 *   target: 'class',
 *   thresholds: [0, 0.5],
 *   positiveLabel: 'yes',
 * };
 * const counts = await scoreCountsFromSql(run, query);
 * auroc(counts); // 0.9
 * aurocBracket(counts); // [0.8, 1]
 * ```
 */
export async function scoreCountsFromSql(run: SqlRunner, query: ScoreCountsQuery): Promise<BinnedScoreCounts> {
  requireQuery('scoreCountsFromSql', run, query);
  const { positiveLabel, ignoreLabel, ...given } = query;
  scoreOptions({ positiveLabel, ignoreLabel }, 'scoreCountsFromSql');
  const source = checkScoreCountsSource('scoreCountsFromSql', given, run.dialect);
  const counts = new BinnedScoreCounts(source.thresholds);
  const edges = counts.thresholds;
  const values = typeof source.thresholds === 'number' ? 'probabilities from 0 to 1' : 'finite values';
  const rows = await queryRows(run, scoreCountsSql(source), source.weight === undefined ? 3 : 5);
  const groups = rows.map(([bin, label, count, ...weighed], i) => {
    requireWeights(source.weight, weighed, i);
    return {
      bin: readBin(bin, source.preds, edges.length + 1, values),
      label: readLabel(label, source.target, i),
      count: exactNumber(count, `the count in row ${i} of the result`),
    };
  });
  requireEachOnce(
    groups,
    ({ bin, label }) => [bin, label],
    ({ bin, label }) => `bin ${bin} with target ${describeValue(label)}`,
  );
  return counts.add(
    // A score of each bin: its lower edge, or a number below all edges.
    groups.map(({ bin }) => (bin === 0 ? -Number.MAX_VALUE : edges[bin - 1]!)),
    groups.map(({ label }) => label),
    { positiveLabel, ignoreLabel, sampleWeight: groups.map(({ count }) => count) },
  );
}
