import type { ClassPredictions, ClassTargets } from '../../../inputs/classification/readClassLabels.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import type { PairOptions } from '../../../inputs/labelPairs.ts';
import { oneOfCheck } from '../../../inputs/options/optionCheck.ts';
import type { ContingencyTable } from '../../../state/tables/contingencyTable.ts';
import { MAX_MATRIX_CELLS } from '../../../state/tables/matrixOfCells.ts';
import { MetricStateError } from '../../../state/metricStateError.ts';
import { countClasses, type ClassCells } from './countClasses.ts';
import { classOptions, type ClassOptions, type ClassTableOptions } from './classOptions.ts';
import { readClassTable, type ClassArguments } from './readClassTable.ts';

/** Options for {@link confusionMatrix}. */
export interface ConfusionMatrixOptions extends ClassOptions {
  /**
   * Divides each count by the number of samples of its true class (`'true'`), of its predicted class (`'pred'`), or by
   * the number of all samples (`'all'`). Default: counts are not divided.
   */
  readonly normalize?: 'true' | 'pred' | 'all' | undefined;
}

/** Reads {@link ConfusionMatrixOptions}. */
export const confusionMatrixOptions: OptionsReader<ConfusionMatrixOptions> = /* @__PURE__ */ defineOptions(
  'confusionMatrix',
  () => ({
    ...classOptions.checks(),
    normalize: oneOfCheck(['true', 'pred', 'all']),
  }),
);

/**
 * Confusion matrix: number of samples for each pair of true and predicted class.
 *
 * Entry [i][j] is the number of samples (or the sum of their weights) of true class i that are predicted as class j, in
 * the order of `labels`. Unlike in {@link contingencyMatrix}, rows and columns are the same classes.
 *
 * @param preds - predicted classes `[N]`, class scores `[N, K]`, or probabilities of the positive class `[N]`.
 * @param target - true classes, `[N]`, or one-hot rows `[N, K]`.
 * @returns a matrix with one row per true class and one column per predicted class. The entries of a row or column
 * without samples are 0, also with `normalize`.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @throws {@link MetricStateError} if the matrix would have more than 2^27 cells.
 * @see `sklearn.metrics.confusion_matrix`, which has the same rows and columns.
 *
 * @example
 * ```ts
 * import { confusionMatrix } from 'tfjs-metrics';
 *
 * confusionMatrix(['cat', 'dog', 'cat'], ['cat', 'dog', 'dog']);
 * // => [[1, 0], [1, 1]]
 * confusionMatrix(['cat', 'dog', 'cat'], ['cat', 'dog', 'dog'], {
 *   normalize: 'true',
 * }); // [[1, 0], [0.5, 0.5]]
 * ```
 */
export function confusionMatrix(
  preds: ClassPredictions,
  target: ClassTargets,
  options?: ConfusionMatrixOptions & PairOptions,
): number[][];
/** Returns the matrix of a contingency table. */
export function confusionMatrix(
  table: ContingencyTable,
  options?: Omit<ClassTableOptions<ConfusionMatrixOptions>, 'positiveLabel'>,
): number[][];
export function confusionMatrix(...args: ClassArguments<ConfusionMatrixOptions>): number[][] {
  const { cells, options } = readClassTable('confusionMatrix', confusionMatrixOptions, args);
  const { labels, row, column, count } = cells;
  if (labels.length ** 2 > MAX_MATRIX_CELLS) {
    throw new MetricStateError(
      `confusionMatrix: expected a matrix of at most 2^27 cells, got ${labels.length} × ${labels.length}`,
    );
  }
  const totalOf = totals(cells, options.normalize);
  const matrix = labels.map(() => labels.map(() => 0));
  for (let k = 0; k < count.length; k++) {
    const [i, j] = [row[k]!, column[k]!];
    matrix[i]![j] = count[k]! / totalOf(i, j);
  }
  return matrix;
}

/** Returns what the count of a cell is divided by. */
function totals(cells: ClassCells, normalize: ConfusionMatrixOptions['normalize']): (i: number, j: number) => number {
  if (normalize === undefined) return () => 1;
  if (normalize === 'all') return () => cells.n;
  const classes = countClasses(cells);
  const sizes = classes.map(({ tp, fp, fn }) => tp + (normalize === 'true' ? fn : fp));
  return normalize === 'true' ? (i) => sizes[i]! : (_, j) => sizes[j]!;
}
