import type { ClassPredictions, ClassTargets } from '../../../inputs/classification/readClassLabels.ts';
import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Labels } from '../../../inputs/labels.ts';
import type { MultiwayTable } from '../../../state/tables/multiwayTable.ts';
import {
  compareGroups,
  type GroupFairnessArguments,
  type GroupFairnessOptions,
  type GroupFairnessValue,
} from './compareGroups.ts';

/**
 * Demographic parity: compares how often samples of different groups are predicted as positive.
 *
 * The rate of a group is (TP + FP) / N for its N samples, so it does not depend on the targets. As in fairlearn, the
 * ratio is the lowest rate divided by the highest, and the difference is the highest rate minus the lowest;
 * torchmetrics returns only the ratio. Ratios below 0.8 are often taken as evidence of disparate impact.
 *
 * @param preds - predicted classes `[N]`, class scores `[N, 2]`, or probabilities of the positive class `[N]`.
 * @param target - true classes, `[N]`.
 * @param groups - group of each sample, `[N]`.
 * @returns ratio and difference, from 0 to 1, and the rate of each group. Ratio and difference are NaN (or the
 * value of `onUndefined`) without samples; so is the ratio if no sample is predicted as positive.
 * @throws {@link MetricInputError} if an input or option is invalid, or it is not known which class is
 * positive.
 * @see `fairlearn.metrics.demographic_parity_ratio` and `demographic_parity_difference`;
 * `torchmetrics.functional.classification.demographic_parity`.
 *
 * @example
 * ```ts
 * import { demographicParity } from 'tfjs-metrics';
 *
 * const groups = ['a', 'a', 'a', 'b', 'b', 'b'];
 * demographicParity([1, 0, 1, 1, 0, 0], [1, 0, 0, 1, 1, 0], groups);
 * // => { ratio: 0.5, difference: 0.333333, rates: { a: 0.666667, b: 0.333333 } }
 * ```
 */
export function demographicParity(
  preds: ClassPredictions,
  target: ClassTargets,
  groups: Labels,
  options?: GroupFairnessOptions & PairOptions,
): GroupFairnessValue;
/** Compares the groups of a table of three variables: predictions and targets, 0 and 1, and groups. */
export function demographicParity(
  table: MultiwayTable,
  options?: Pick<GroupFairnessOptions, 'onUndefined'>,
): GroupFairnessValue;
export function demographicParity(...args: GroupFairnessArguments): GroupFairnessValue {
  return compareGroups('demographicParity', args, () => true);
}
