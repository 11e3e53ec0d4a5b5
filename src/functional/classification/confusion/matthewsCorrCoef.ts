import type { ClassPredictions, ClassTargets } from '../../../inputs/classification/readClassLabels.ts';
import type { PairOptions } from '../../../inputs/labelPairs.ts';
import { productDifference } from '../../../numeric/productDifference.ts';
import type { ContingencyTable } from '../../../state/tables/contingencyTable.ts';
import { declareRange } from '../../scoreRange.ts';
import { undefinedScore } from '../../undefinedScore.ts';
import { scoreOfTable } from '../../readTable.ts';
import { countClasses, scaledCells } from './countClasses.ts';
import { classOptions, type ClassOptions, type ClassTableOptions } from './classOptions.ts';
import { readClassTable, type ClassArguments } from './readClassTable.ts';

/**
 * Matthews correlation coefficient: the correlation between predicted and true classes.
 *
 * MCC = Σₖ cov(xₖ, yₖ) / √(Σₖ var(xₖ) Σₖ var(yₖ)), where xₖ and yₖ are 1 for samples with predicted or true class k,
 * and 0 for others. For two classes, MCC = (TP·TN − FP·FN) / √((TP + FP)(TP + FN)(TN + FP)(TN + FN)).
 *
 * @param preds - predicted classes `[N]`, class scores `[N, K]`, or probabilities of the positive class `[N]`.
 * @param target - true classes, `[N]`, or one-hot rows `[N, K]`.
 * @returns a number from −1 to 1 (all correct), 0 on average for random predictions. 0 if there is only one predicted
 * or only one true class, where the formula is 0/0. NaN if there are no samples.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see J. Gorodkin, Computational Biology and Chemistry 28 (2004) 367–374; `sklearn.metrics.matthews_corrcoef`.
 *
 * @example
 * ```ts
 * import { matthewsCorrCoef } from 'tfjs-metrics';
 *
 * matthewsCorrCoef([1, 1, 0, 1], [1, 0, 0, 1]); // 0.57735
 * ```
 */
export function matthewsCorrCoef(
  preds: ClassPredictions,
  target: ClassTargets,
  options?: ClassOptions & PairOptions,
): number;
/** Computes the score from a contingency table. */
export function matthewsCorrCoef(table: ContingencyTable, options?: Omit<ClassTableOptions, 'positiveLabel'>): number;
export function matthewsCorrCoef(...args: ClassArguments<ClassOptions>): number {
  return scoreOfTable(
    () => readClassTable('matthewsCorrCoef', classOptions, args),
    (cells, { onUndefined }) => {
      let [covariance, predVariance, targetVariance] = [0, 0, 0];
      for (const { tp, fp, fn, tn } of countClasses(scaledCells(cells))) {
        covariance += productDifference(tp, tn, fp, fn);
        predVariance += (tp + fp) * (tn + fn);
        targetVariance += (tp + fn) * (tn + fp);
      }
      if (predVariance === 0 || targetVariance === 0) {
        const reason = 'all samples have one predicted class, or one true class';
        return undefinedScore('matthewsCorrCoef', onUndefined, 0, reason);
      }
      const value = covariance / (Math.sqrt(predVariance) * Math.sqrt(targetVariance));
      return Math.max(-1, Math.min(1, value));
    },
  );
}

declareRange(matthewsCorrCoef, [-1, 1]);
