import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Labels } from '../../../inputs/labels.ts';
import { MultiwayTable } from '../../../state/tables/multiwayTable.ts';
import { conditionalMutualInfoOfCells } from './conditionalMutualInfoOfCells.ts';
import type { EstimatorOptions } from './estimatorOptions.ts';
import { listOfLabels, multiwayScore, type GivenLabels } from './multiwayScore.ts';

/**
 * Conditional mutual information of two labelings: how much one tells about the other to who knows a
 * third.
 *
 * I(P; T | Z) = Σ p(p, t, z) ln(p(p, t | z) / (p(p | z) p(t | z))), for one labeling Z or several. Never
 * below 0, and exactly 0 where P and T are exactly independent within each label of Z. Any other
 * `estimator` than the plug-in gives H(P, Z) + H(T, Z) − H(P, T, Z) − H(Z) of corrected entropies, which
 * can be below 0; see {@link EntropyEstimator}.
 *
 * @param preds - predicted labels, `[N]`.
 * @param target - true labels, `[N]`.
 * @param given - the labels that are known, `[N]`, or a list of several such labelings.
 * @returns nats (or the unit of `base`), from 0 up. NaN without samples.
 * @throws {@link MetricInputError} when an input or option is not as described, or a weight is no whole
 * number and the estimator not the plug-in.
 * @see T. M. Cover and J. A. Thomas, Elements of Information Theory, 2nd ed., section 2.5.
 *
 * @example
 * ```ts
 * import { conditionalMutualInfoScore, mutualInfoScore } from 'tfjs-metrics';
 *
 * const [x, y, xor] = [[0, 0, 1, 1], [0, 1, 0, 1], [0, 1, 1, 0]];
 * mutualInfoScore(x, y); // 0
 * conditionalMutualInfoScore(x, y, xor, { base: 2 }); // 1
 * ```
 */
export function conditionalMutualInfoScore(
  preds: Labels,
  target: Labels,
  given: GivenLabels,
  options?: EstimatorOptions & PairOptions,
): number;
/** The same of labels that are counted in a table already: of its first two variables, the others given. */
export function conditionalMutualInfoScore(table: MultiwayTable, options?: EstimatorOptions): number;
export function conditionalMutualInfoScore(
  ...args:
    | [table: MultiwayTable, options?: EstimatorOptions | undefined]
    | [preds: Labels, target: Labels, given: GivenLabels, options?: (EstimatorOptions & PairOptions) | undefined]
): number {
  const [variables, options] =
    args[0] instanceof MultiwayTable
      ? [args[0], args[1] as EstimatorOptions | undefined]
      : [[args[0], args[1] as Labels, ...listOfLabels(args[2]!)], args[3]];
  return multiwayScore('conditionalMutualInfoScore', variables, options, (of) => {
    const [preds, target, ...given] = of.all as [number, number, ...number[]];
    if (of.isPlugIn) return conditionalMutualInfoOfCells(of.table, [preds], [target], given);
    const apart = of.entropyOf([preds, ...given]) + of.entropyOf([target, ...given]);
    return apart - of.entropyOf(of.all) - of.entropyOf(given);
  });
}
