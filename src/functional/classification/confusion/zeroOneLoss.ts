import type { ClassPredictions, ClassTargets } from '../../../inputs/classification/readClassLabels.ts';
import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { ContingencyTable } from '../../../state/tables/contingencyTable.ts';
import { declareRange } from '../../scoreRange.ts';
import { scoreOfTable } from '../../readTable.ts';
import { classOptions, type ClassOptions, type ClassTableOptions } from './classOptions.ts';
import { readClassTable, type ClassArguments } from './readClassTable.ts';

/**
 * Zero-one loss, or error rate: the fraction of samples whose class is predicted incorrectly.
 *
 * L = (1/N) Σₙ [yₙ ≠ ŷₙ] = 1 − {@link accuracy}.
 *
 * @param preds - predicted classes `[N]`, class scores `[N, K]`, or probabilities of the positive class `[N]`.
 * @param target - true classes, `[N]`, or one-hot rows `[N, K]`.
 * @returns a number from 0 (all correct) to 1. NaN if there are no samples.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see `sklearn.metrics.zero_one_loss`.
 *
 * @example
 * ```ts
 * import { zeroOneLoss } from 'tfjs-metrics';
 *
 * zeroOneLoss(['cat', 'dog', 'cat', 'cat'], ['cat', 'dog', 'dog', 'cat']); // 0.25
 * ```
 */
export function zeroOneLoss(
  preds: ClassPredictions,
  target: ClassTargets,
  options?: ClassOptions & PairOptions,
): number;
/** Computes the score from a contingency table. */
export function zeroOneLoss(table: ContingencyTable, options?: Omit<ClassTableOptions, 'positiveLabel'>): number;
export function zeroOneLoss(...args: ClassArguments<ClassOptions>): number {
  return scoreOfTable(
    () => readClassTable('zeroOneLoss', classOptions, args),
    ({ row, column, count, n }) => {
      let wrong = 0;
      for (let k = 0; k < count.length; k++) if (row[k] !== column[k]) wrong += count[k]!;
      return wrong / n;
    },
  );
}

declareRange(zeroOneLoss, [0, 1]);
