import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Labels } from '../../../inputs/labels.ts';
import type { MultiwayTable } from '../../../state/tables/multiwayTable.ts';
import type { EstimatorOptions } from './estimatorOptions.ts';
import { multiwayScore } from './multiwayScore.ts';

/**
 * Joint entropy of several labelings: the entropy of their combinations of labels.
 *
 * H(X₁, …, X_d) = −Σ p ln p, over the combinations of labels that occur, each with relative frequency p. `estimator`
 * corrects it for the bias of small samples; see {@link EntropyEstimator}.
 *
 * @param variables - the labels of each variable, `[N]` each.
 * @returns a value in nats (or in the unit of `base`), 0 or more. NaN if there are no samples.
 * @throws {@link MetricInputError} if an input or option is invalid, or if a weight is not a whole number and the
 * estimator is not the plug-in.
 * @see T. M. Cover and J. A. Thomas, Elements of Information Theory, 2nd ed., section 2.2.
 *
 * @example
 * ```ts
 * import { jointEntropyScore } from 'tfjs-metrics';
 *
 * jointEntropyScore(
 *   [
 *     ['a', 'a', 'b', 'b'],
 *     [0, 1, 0, 1],
 *   ],
 *   { base: 2 },
 * ); // 2
 * ```
 */
export function jointEntropyScore(variables: readonly Labels[], options?: EstimatorOptions & PairOptions): number;
/** Computes the joint entropy of all variables of a table. */
export function jointEntropyScore(table: MultiwayTable, options?: EstimatorOptions): number;
export function jointEntropyScore(
  variables: MultiwayTable | readonly Labels[],
  options?: EstimatorOptions & PairOptions,
): number {
  return multiwayScore('jointEntropyScore', variables, options, ({ all, entropyOf }) => entropyOf(all));
}
