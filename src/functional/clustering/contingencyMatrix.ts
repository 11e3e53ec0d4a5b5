import { labelOptions, type LabelOptions } from '../../inputs/options/labelOptions.ts';
import type { PairOptions } from '../../inputs/labelPairs.ts';
import type { Labels } from '../../inputs/labels.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import { matrixOfCells } from '../../state/tables/matrixOfCells.ts';
import { readTable, type TableArguments } from '../readTable.ts';

/**
 * Returns the contingency table of two labelings as a matrix.
 *
 * Entry [i][j] is the number of samples (or the sum of their weights) with the i-th target label and the j-th preds
 * label, both in sorted order. Use {@link ContingencyTable} to get the labels too, or if there are many labels.
 *
 * @param preds - predicted labels, `[N]`.
 * @param target - true labels, `[N]`.
 * @returns a matrix with one row per target label and one column per preds label.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see `sklearn.metrics.cluster.contingency_matrix`, which has the same rows and columns.
 *
 * @example
 * ```ts
 * import { contingencyMatrix } from 'tfjs-metrics';
 *
 * contingencyMatrix([2, 1, 0, 1, 0], [0, 2, 1, 1, 0]);
 * // => [[1, 0, 1], [1, 1, 0], [0, 1, 0]]
 * ```
 */
export function contingencyMatrix(preds: Labels, target: Labels, options?: LabelOptions & PairOptions): number[][];
/** Returns the matrix of a contingency table. */
export function contingencyMatrix(table: ContingencyTable, options?: LabelOptions): number[][];
export function contingencyMatrix(...args: TableArguments<LabelOptions>): number[][] {
  const { cells } = readTable('contingencyMatrix', labelOptions, args);
  return matrixOfCells(cells);
}
