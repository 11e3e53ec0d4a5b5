import type { Label } from '../inputs/labels.ts';
import { describeValue } from '../inputs/describeValue.ts';
import { labelOptions, type LabelOptions } from '../inputs/options/labelOptions.ts';
import { ContingencyTable } from '../state/tables/contingencyTable.ts';
import { contingencySql, type ContingencySource } from './contingencySql.ts';
import { exactNumber } from './rows/exactNumber.ts';
import { queryRows } from './rows/queryRows.ts';
import { requireEachOnce } from './rows/requireEachOnce.ts';
import { requireQuery } from './requireQuery.ts';
import { readLabel } from './rows/readLabel.ts';
import type { SqlRunner } from './runners/sqlRunner.ts';
import { requireWeights } from './weightedCount.ts';

/** Columns of labels, and labels to ignore. */
export interface ContingencyQuery extends ContingencySource, Pick<LabelOptions, 'ignoreLabel'> {}

/**
 * Counts label pairs in the database, with one `GROUP BY`, and returns their contingency table.
 *
 * The result of the query has one row per label pair that occurs. If the query fails partway or returns a pair twice,
 * the function throws; it never returns a partial result. To combine shards, merge their tables.
 *
 * Labels that are NULL or NaN are invalid. Exclude their rows with the option `where`, such as
 * `where: 'class IS NOT NULL AND NOT isnan(class)'` on DuckDB.
 *
 * @param run - sends the query to the engine; see {@link SqlRunner}.
 * @param query - the table and its columns.
 * @returns the table, which every score of two labelings accepts.
 * @throws {@link SqlQueryError} if the engine fails; {@link MetricInputError} if an option is invalid, a label is
 * missing (NULL) or invalid, or a weight is missing or negative.
 * @see {@link contingencySql}
 *
 * @example
 * ```ts
 * import { mutualInfoScore } from 'tfjs-metrics';
 * import { contingencyFromSql } from 'tfjs-metrics/sql';
 *
 * const run = async () => [
 *   { cluster: 'a', class: 0, count: 3n },
 *   { cluster: 'b', class: 1, count: '1' },
 * ];
 * const table = await contingencyFromSql(run, {
 *   from: 'labels',
 *   preds: 'cluster',
 *   target: 'class',
 * });
 * table.n; // 4
 * mutualInfoScore(table, { base: 2 }); // 0.8113
 * ```
 */
export async function contingencyFromSql(run: SqlRunner, query: ContingencyQuery): Promise<ContingencyTable> {
  requireQuery('contingencyFromSql', run, query);
  const { ignoreLabel, ...source } = query;
  labelOptions({ ignoreLabel }, 'contingencyFromSql');
  const sql = contingencySql({ ...source, dialect: source.dialect ?? run.dialect });
  const rows = await queryRows(run, sql, source.weight === undefined ? 3 : 5);
  const counts = rows.map(([pred, target, count, ...weighed], i) => {
    requireWeights(source.weight, weighed, i);
    return {
      pred: readLabel(pred, source.preds, i),
      target: readLabel(target, source.target, i),
      count: exactNumber(count, `the count in row ${i} of the result`),
    };
  });
  const table = ContingencyTable.fromCounts(counts);
  requirePairsOnce(counts, table);
  return ignoreLabel === undefined ? table : table.without(ignoreLabel);
}

function requirePairsOnce(
  counts: readonly { pred: Label; target: Label; count: number }[],
  table: ContingencyTable,
): void {
  const counted = counts.filter(({ count }) => count > 0);
  if (counted.length === table.cells.count.length) return;
  requireEachOnce(
    counted,
    ({ pred, target }) => [pred, target],
    ({ pred, target }) => `pred ${describeValue(pred)} with target ${describeValue(target)}`,
  );
}
