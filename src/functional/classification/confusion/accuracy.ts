import type { ClassPredictions, ClassTargets } from '../../../inputs/classification/readClassLabels.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import type { PairOptions } from '../../../inputs/labelPairs.ts';
import { oneOfCheck } from '../../../inputs/options/optionCheck.ts';
import type { ContingencyTable } from '../../../state/tables/contingencyTable.ts';
import { declareRange } from '../../scoreRange.ts';
import { scoreOfTable } from '../../readTable.ts';
import { countClasses } from './countClasses.ts';
import { classOptions, type ClassOptions, type ClassTableOptions } from './classOptions.ts';
import { readClassTable, type ClassArguments } from './readClassTable.ts';
import { mean } from '../../../numeric/mean.ts';

/** Options for {@link accuracy}. */
export interface AccuracyOptions extends ClassOptions {
  /**
   * `'micro'`: fraction of all samples; `'macro'`: balanced accuracy, the mean recall of classes. Default: `'micro'`.
   */
  readonly average?: 'micro' | 'macro' | undefined;
}

/** Reads {@link AccuracyOptions}. */
export const accuracyOptions: OptionsReader<AccuracyOptions> = /* @__PURE__ */ defineOptions('accuracy', () => ({
  ...classOptions.checks(),
  average: oneOfCheck(['micro', 'macro']),
}));

/**
 * Accuracy: the fraction of samples whose class is predicted correctly.
 *
 * With `average: 'micro'` (the default), Σₖ TPₖ / N for N samples of classes k. With `'macro'` (balanced accuracy), the
 * mean of TPₖ / (TPₖ + FNₖ) over the true classes that occur, so that each of these classes has the same weight.
 *
 * @param preds - predicted classes `[N]`, class scores `[N, K]`, or probabilities of the positive class `[N]`.
 * @param target - true classes, `[N]`, or one-hot rows `[N, K]`.
 * @returns a number from 0 to 1 (all correct). NaN if there are no samples.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see `sklearn.metrics.accuracy_score`, `balanced_accuracy_score` and `top_k_accuracy_score`.
 *
 * @example
 * ```ts
 * import { accuracy } from 'tfjs-metrics';
 *
 * accuracy(['cat', 'dog', 'cat', 'cat'], ['cat', 'dog', 'dog', 'cat']); // 0.75
 * accuracy([0, 0, 0, 0], [0, 0, 0, 1], { average: 'macro' }); // 0.5
 * accuracy(
 *   [
 *     [0.2, 0.5, 0.3],
 *     [0.6, 0.3, 0.1],
 *   ],
 *   [2, 0],
 *   { topK: 2 },
 * ); // 1
 * ```
 */
export function accuracy(
  preds: ClassPredictions,
  target: ClassTargets,
  options?: AccuracyOptions & PairOptions,
): number;
/** Computes the score from a contingency table. */
export function accuracy(
  table: ContingencyTable,
  options?: Omit<ClassTableOptions<AccuracyOptions>, 'positiveLabel'>,
): number;
export function accuracy(...args: ClassArguments<AccuracyOptions>): number {
  return scoreOfTable(
    () => readClassTable('accuracy', accuracyOptions, args),
    (cells, { average }) => {
      const classes = countClasses(cells);
      if (average !== 'macro') return classes.reduce((sum, { tp }) => sum + tp, 0) / cells.n;
      return mean(classes.filter(({ tp, fn }) => tp + fn > 0).map(({ tp, fn }) => tp / (tp + fn)));
    },
  );
}

declareRange(accuracy, [0, 1]);
