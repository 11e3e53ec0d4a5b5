import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Multilabels } from '../../../inputs/classification/multilabels.ts';
import type { MultilabelCounts } from '../../../state/tables/multilabelCounts.ts';
import { declareRange } from '../../scoreRange.ts';
import type { AgreementOptions } from './multilabelOptions.ts';
import { scoreOfAgreement, type MultilabelArguments } from './readMultilabels.ts';

/**
 * Exact match ratio, or subset accuracy: the fraction of samples whose labels are all predicted correctly.
 *
 * (1/N) Σₙ Πₗ [yₙₗ = ŷₙₗ]. For one class per sample, it equals {@link accuracy}.
 *
 * @param preds - predicted labels, `[N, L]`: 0 and 1, booleans, or probabilities. Or predicted classes, `[N]`, or class
 * scores, `[N, K]`.
 * @param target - true labels, `[N, L]`: 0 and 1, or booleans. Or true classes, `[N]`. Of several labels per sample,
 * those with the value `ignoreLabel` are not compared.
 * @returns a number from 0 to 1 (all correct). NaN if there are no samples.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see `sklearn.metrics.accuracy_score` of label indicators; `torchmetrics.classification.MultilabelExactMatch`.
 *
 * @example
 * ```ts
 * import { exactMatch } from 'tfjs-metrics';
 *
 * exactMatch(
 *   [
 *     [1, 0],
 *     [1, 1],
 *     [0, 1],
 *   ],
 *   [
 *     [1, 0],
 *     [0, 1],
 *     [1, 1],
 *   ],
 * ); // 0.333333
 * ```
 */
export function exactMatch(preds: Multilabels, target: Multilabels, options?: AgreementOptions & PairOptions): number;
/** Computes the ratio from counts. */
export function exactMatch(counts: MultilabelCounts, options?: Pick<AgreementOptions, 'onUndefined'>): number;
export function exactMatch(...args: MultilabelArguments<AgreementOptions>): number {
  return scoreOfAgreement('exactMatch', args, ({ exactMatches, n }) => exactMatches / n);
}

declareRange(exactMatch, [0, 1]);
