import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Labels } from '../../../inputs/labels.ts';
import { conditionalMutualInfoOfCells } from './conditionalMutualInfoOfCells.ts';
import type { EstimatorOptions } from './estimatorOptions.ts';
import { listOfLabels, requireVariables, multiwayScore } from './multiwayScore.ts';

/**
 * Conditional total correlation: the dependence among several labelings that remains if other labels are known.
 *
 * C(X | Z) = Σᵢ H(Xᵢ | Z) − H(X₁, …, X_d | Z), for d labelings X₁, …, X_d given one or several labelings Z. It is
 * computed as Σₖ I(X₁, …, Xₖ; Xₖ₊₁ | Z), so that it is never negative, and exactly 0 for labelings that are exactly
 * independent for each combination of labels of Z. Estimators other than the plug-in combine corrected entropies, and their values can
 * be negative; see {@link EntropyEstimator}.
 *
 * @param variables - the labels of each variable, `[N]` each.
 * @param given - labels to condition on, `[N]`, or a list of several such labelings.
 * @returns a value in nats (or in the unit of `base`), with the plug-in estimator 0 or more. NaN if there are no
 * samples.
 * @throws {@link MetricInputError} if an input or option is invalid, or if a weight is not a whole number and the
 * estimator is not the plug-in.
 * @see G. Ver Steeg and A. Galstyan, NIPS 2014, arXiv:1406.1222.
 *
 * @example
 * ```ts
 * import { conditionalTotalCorrelationScore } from 'tfjs-metrics';
 *
 * const [x, y, xor] = [
 *   [0, 0, 1, 1],
 *   [0, 1, 0, 1],
 *   [0, 1, 1, 0],
 * ];
 * conditionalTotalCorrelationScore([x, y], xor, { base: 2 }); // 1
 * ```
 */
export function conditionalTotalCorrelationScore(
  variables: readonly Labels[],
  given: Labels | readonly Labels[],
  options?: EstimatorOptions & PairOptions,
): number {
  const owner = 'conditionalTotalCorrelationScore';
  requireVariables(variables);
  const all = [...variables, ...listOfLabels(given)];
  return multiwayScore(owner, all, options, (of) => {
    const known = of.all.slice(variables.length);
    const own = of.all.slice(0, variables.length);
    if (!of.isPlugIn) {
      const unknown = (some: number[]): number => of.entropyOf([...some, ...known]) - of.entropyOf(known);
      return own.reduce((sum, v) => sum + unknown([v]), 0) - unknown(own);
    }
    return own.slice(1).reduce((sum, v) => {
      const firstOnes = of.table.marginal([...own.slice(0, v + 1), ...known]);
      const places = known.map((_, j) => v + 1 + j);
      return sum + conditionalMutualInfoOfCells(firstOnes, own.slice(0, v), [v], places);
    }, 0);
  });
}
