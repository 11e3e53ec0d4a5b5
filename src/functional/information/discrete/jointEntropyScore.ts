import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Labels } from '../../../inputs/labels.ts';
import type { MultiwayTable } from '../../../state/tables/multiwayTable.ts';
import type { EstimatorOptions } from './estimatorOptions.ts';
import { multiwayScore } from './multiwayScore.ts';

/**
 * Joint entropy of several labelings: how much their labels tell together.
 *
 * H(X₁, …, X_d) = −Σ p ln p over the combinations of labels that occur. `estimator` corrects it for few
 * samples, see {@link EntropyEstimator}.
 *
 * @param variables - the labels of each variable, `[N]` each.
 * @returns nats (or the unit of `base`), from 0 up. NaN without samples.
 * @throws {@link MetricInputError} when an input or option is not as described, or a weight is no whole
 * number and the estimator not the plug-in.
 * @see T. M. Cover and J. A. Thomas, Elements of Information Theory, 2nd ed., section 2.2.
 *
 * @example
 * ```ts
 * import { jointEntropyScore } from 'tfjs-metrics';
 *
 * jointEntropyScore([['a', 'a', 'b', 'b'], [0, 1, 0, 1]], { base: 2 }); // 2
 * ```
 */
export function jointEntropyScore(variables: readonly Labels[], options?: EstimatorOptions & PairOptions): number;
/** The same of labels that are counted in a table already. */
export function jointEntropyScore(table: MultiwayTable, options?: EstimatorOptions): number;
export function jointEntropyScore(
  variables: MultiwayTable | readonly Labels[],
  options?: EstimatorOptions & PairOptions,
): number {
  return multiwayScore('jointEntropyScore', variables, options, ({ all, entropyOf }) => entropyOf(all));
}
