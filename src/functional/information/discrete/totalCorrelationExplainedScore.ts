import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Labels } from '../../../inputs/labels.ts';
import type { EstimatorOptions } from './estimatorOptions.ts';
import { listOfLabels, requireVariables, multiwayScore } from './multiwayScore.ts';

/**
 * How much of the total correlation of several labelings is explained by other labelings: the CorEx objective.
 *
 * C(X; Z) = C(X) − C(X | Z) = Σᵢ I(Xᵢ; Z) − I(X₁, …, X_d; Z), for d labelings X₁, …, X_d explained by one or several
 * labelings Z; see {@link totalCorrelationScore}. `estimator` corrects all entropies for the bias of small samples; see
 * {@link EntropyEstimator}.
 *
 * @param variables - the labels of each variable, `[N]` each.
 * @param given - explanatory labels, `[N]`, or a list of several such labelings.
 * @returns a value in nats (or in the unit of `base`), negative if I(X₁, …, X_d; Z) is greater than the sum of all
 * I(Xᵢ; Z). NaN if there are no samples.
 * @throws {@link MetricInputError} if an input or option is invalid, or if a weight is not a whole number and the
 * estimator is not the plug-in.
 * @see G. Ver Steeg and A. Galstyan, NIPS 2014, arXiv:1406.1222.
 *
 * @example
 * ```ts
 * import { totalCorrelationExplainedScore } from 'tfjs-metrics';
 *
 * const [x, y, xor] = [
 *   [0, 0, 1, 1],
 *   [0, 1, 0, 1],
 *   [0, 1, 1, 0],
 * ];
 * totalCorrelationExplainedScore([x, y], xor, { base: 2 }); // -1
 * totalCorrelationExplainedScore([x, x], x, { base: 2 }); // 1
 * ```
 */
export function totalCorrelationExplainedScore(
  variables: readonly Labels[],
  given: Labels | readonly Labels[],
  options?: EstimatorOptions & PairOptions,
): number {
  const owner = 'totalCorrelationExplainedScore';
  requireVariables(variables);
  const all = [...variables, ...listOfLabels(given)];
  return multiwayScore(owner, all, options, (of) => {
    const known = of.all.slice(variables.length);
    const own = of.all.slice(0, variables.length);
    const information = (some: number[]): number =>
      of.entropyOf(some) + of.entropyOf(known) - of.entropyOf([...some, ...known]);
    return own.reduce((sum, v) => sum + information([v]), 0) - information(own);
  });
}
