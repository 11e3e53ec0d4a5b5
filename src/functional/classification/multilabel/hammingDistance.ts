import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Multilabels } from '../../../inputs/classification/multilabels.ts';
import type { MultilabelCounts } from '../../../state/tables/multilabelCounts.ts';
import { declareRange } from '../../scoreRange.ts';
import { sumClasses } from '../confusion/countClasses.ts';
import type { AgreementOptions } from './multilabelOptions.ts';
import { scoreOfAgreement, type MultilabelArguments } from './readMultilabels.ts';

/**
 * Hamming distance, or Hamming loss: the fraction of labels that are predicted incorrectly.
 *
 * (1/(N·L)) Σₙ Σₗ [yₙₗ ≠ ŷₙₗ] for several labels per sample. For one class per sample, it equals
 * {@link zeroOneLoss}, the fraction of samples with a wrong class.
 *
 * @param preds - predicted labels, `[N, L]`: 0 and 1, booleans, or probabilities. Or predicted classes, `[N]`, or class
 * scores, `[N, K]`.
 * @param target - true labels, `[N, L]`: 0 and 1, or booleans. Or true classes, `[N]`.
 * @returns a number from 0 (all correct) to 1. NaN if there are no samples.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see `sklearn.metrics.hamming_loss`; `torchmetrics.classification.MultilabelHammingDistance`, which averages over
 * labels.
 *
 * @example
 * ```ts
 * import { hammingDistance } from 'tfjs-metrics';
 *
 * const preds = [
 *   [1, 0],
 *   [1, 1],
 *   [0, 1],
 * ];
 * hammingDistance(preds, [
 *   [1, 0],
 *   [0, 1],
 *   [1, 1],
 * ]); // 0.333333
 *
 * const classes = ['cat', 'dog', 'cat', 'cat'];
 * hammingDistance(classes, ['cat', 'dog', 'dog', 'cat']); // 0.25
 * ```
 */
export function hammingDistance(
  preds: Multilabels,
  target: Multilabels,
  options?: AgreementOptions & PairOptions,
): number;
/** Computes the distance from counts. */
export function hammingDistance(counts: MultilabelCounts, options?: Pick<AgreementOptions, 'onUndefined'>): number;
export function hammingDistance(...args: MultilabelArguments<AgreementOptions>): number {
  return scoreOfAgreement('hammingDistance', args, ({ labels }) => {
    const { tp, fp, fn, tn } = sumClasses(labels);
    return (fp + fn) / (tp + fp + fn + tn);
  });
}

declareRange(hammingDistance, [0, 1]);
