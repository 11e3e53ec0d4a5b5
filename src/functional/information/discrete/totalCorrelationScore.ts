import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Labels } from '../../../inputs/labels.ts';
import type { MultiwayTable } from '../../../state/tables/multiwayTable.ts';
import { conditionalMutualInfoOfCells } from './conditionalMutualInfoOfCells.ts';
import type { EstimatorOptions } from './estimatorOptions.ts';
import { multiwayScore } from './multiwayScore.ts';

/**
 * Total correlation of several labelings (multi-information): their divergence from independence.
 *
 * C = Σᵢ H(Xᵢ) − H(X₁, …, X_d), for d labelings X₁, …, X_d. It is computed as Σₖ I(X₁, …, Xₖ; Xₖ₊₁), so that it is
 * never negative, and exactly 0 for exactly independent labelings. For two labelings, it equals
 * {@link mutualInfoScore}. Estimators other than the plug-in combine corrected entropies, and their values can be
 * negative; see {@link EntropyEstimator}.
 *
 * @param variables - the labels of each variable, `[N]` each.
 * @returns a value in nats (or in the unit of `base`), with the plug-in estimator 0 or more. NaN if there are no
 * samples.
 * @throws {@link MetricInputError} if an input or option is invalid, or if a weight is not a whole number and the
 * estimator is not the plug-in.
 * @see S. Watanabe, IBM Journal of Research and Development 4 (1960) 66–82.
 *
 * @example
 * ```ts
 * import { totalCorrelationScore } from 'tfjs-metrics';
 *
 * totalCorrelationScore(
 *   [
 *     [0, 0, 1, 1],
 *     [0, 1, 0, 1],
 *     [0, 1, 1, 0],
 *   ],
 *   { base: 2 },
 * ); // 1
 * ```
 */
export function totalCorrelationScore(variables: readonly Labels[], options?: EstimatorOptions & PairOptions): number;
/** Computes the score from a table. */
export function totalCorrelationScore(table: MultiwayTable, options?: EstimatorOptions): number;
export function totalCorrelationScore(
  variables: MultiwayTable | readonly Labels[],
  options?: EstimatorOptions & PairOptions,
): number {
  return multiwayScore('totalCorrelationScore', variables, options, (of) => {
    if (!of.isPlugIn) {
      return of.all.reduce((sum, v) => sum + of.entropyOf([v]), 0) - of.entropyOf(of.all);
    }
    return of.all.slice(1).reduce((sum, v) => {
      const before = of.all.slice(0, v);
      const firstOnes = of.table.marginal([...before, v]);
      return sum + conditionalMutualInfoOfCells(firstOnes, before, [v], []);
    }, 0);
  });
}
