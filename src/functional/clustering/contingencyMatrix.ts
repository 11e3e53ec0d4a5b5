import { labelOptions, type LabelOptions } from '../../inputs/labelOptions.ts';
import type { PairOptions } from '../../inputs/labelPairs.ts';
import type { Labels } from '../../inputs/labels.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import { readTable, type TableArguments } from '../tableArguments.ts';

/**
 * The contingency table of two labelings as a matrix.
 *
 * Entry [i][j] is the number of samples (or the sum of their weights) with the i-th target label and the
 * j-th preds label, labels sorted. For the labels themselves, or many of them, use
 * {@link ContingencyTable}.
 *
 * @param preds - predicted labels, `[N]`.
 * @param target - true labels, `[N]`.
 * @returns a row for each target label, a column for each preds label.
 * @throws {@link MetricInputError} when an input or option is not as described.
 * @see `sklearn.metrics.cluster.contingency_matrix`, of which this one takes its rows and columns.
 *
 * @example
 * ```ts
 * import { contingencyMatrix } from 'tfjs-metrics';
 *
 * contingencyMatrix([2, 1, 0, 1, 0], [0, 2, 1, 1, 0]); // [[1, 0, 1], [1, 1, 0], [0, 1, 0]]
 * ```
 */
export function contingencyMatrix(preds: Labels, target: Labels, options?: LabelOptions & PairOptions): number[][];
/** The same of labels that are counted in a table already. */
export function contingencyMatrix(table: ContingencyTable, options?: LabelOptions): number[][];
export function contingencyMatrix(...args: TableArguments<LabelOptions>): number[][] {
  const { table } = readTable('contingencyMatrix', labelOptions, args);
  return table.toMatrix();
}
