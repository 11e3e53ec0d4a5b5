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
 * Equal opportunity: compares the true positive rates of groups.
 *
 * The rate of a group is its recall, TP / (TP + FN). As in fairlearn, the ratio is the lowest rate divided by the
 * highest, and the difference is the highest rate minus the lowest; torchmetrics returns only the ratio. The rate of a
 * group without positive samples is NaN, and is not compared.
 *
 * @param preds - predicted classes `[N]`, class scores `[N, 2]`, or probabilities of the positive class `[N]`.
 * @param target - true classes, `[N]`.
 * @param groups - group of each sample, `[N]`.
 * @returns ratio and difference, from 0 to 1, and the rate of each group. Ratio and difference are NaN (or the
 * value of `onUndefined`) if no group has positive samples; so is the ratio if every rate is 0.
 * @throws {@link MetricInputError} if an input or option is invalid, or it is not known which class is
 * positive.
 * @see `fairlearn.metrics.equal_opportunity_ratio` and `equal_opportunity_difference`;
 * `torchmetrics.functional.classification.equal_opportunity`.
 *
 * @example
 * ```ts
 * import { equalOpportunity } from 'tfjs-metrics';
 *
 * const groups = ['a', 'a', 'a', 'b', 'b', 'b'];
 * equalOpportunity([1, 0, 1, 1, 0, 0], [1, 0, 0, 1, 1, 0], groups);
 * // => { ratio: 0.5, difference: 0.5, rates: { a: 1, b: 0.5 } }
 * ```
 */
export function equalOpportunity(
  preds: ClassPredictions,
  target: ClassTargets,
  groups: Labels,
  options?: GroupFairnessOptions & PairOptions,
): GroupFairnessValue;
/** Compares the groups of a table of three variables: predictions and targets, 0 and 1, and groups. */
export function equalOpportunity(
  table: MultiwayTable,
  options?: Pick<GroupFairnessOptions, 'onUndefined'>,
): GroupFairnessValue;
export function equalOpportunity(...args: GroupFairnessArguments): GroupFairnessValue {
  return compareGroups('equalOpportunity', args, (target) => target === 1);
}
