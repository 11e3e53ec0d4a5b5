import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Labels } from '../../../inputs/labels.ts';
import { MultiwayTable } from '../../../state/tables/multiwayTable.ts';
import { conditionalMutualInfoOfCells } from './conditionalMutualInfoOfCells.ts';
import type { EstimatorOptions } from './estimatorOptions.ts';
import { listOfLabels, multiwayScore } from './multiwayScore.ts';

/**
 * Conditional mutual information of two labelings: the information that both share given other labels.
 *
 * I(X; Y | Z) = Σ p(x, y, z) ln(p(x, y | z) / (p(x | z) p(y | z))), for preds X and target Y given one or several
 * labelings Z. The sum is over the combinations of labels that occur. The value is never negative, and is exactly 0 if
 * X and Y are exactly independent for each label of Z. Estimators other than the plug-in compute H(X, Z) + H(Y, Z) −
 * H(X, Y, Z) − H(Z) from corrected entropies; see {@link EntropyEstimator}. Their values can be negative, except with
 * `'jamesStein'`, whose values are negative only by rounding error.
 *
 * @param preds - predicted labels, `[N]`.
 * @param target - true labels, `[N]`.
 * @param given - labels to condition on, `[N]`, or a list of several such labelings.
 * @returns a value in nats (or in the unit of `base`), with the plug-in estimator 0 or more. NaN if there are no
 * samples.
 * @throws {@link MetricInputError} if an input or option is invalid, or if a weight is not a whole number and the
 * estimator is not the plug-in.
 * @see T. M. Cover and J. A. Thomas, Elements of Information Theory, 2nd ed., section 2.5.
 *
 * @example
 * ```ts
 * import { conditionalMutualInfoScore, mutualInfoScore } from 'tfjs-metrics';
 *
 * const [x, y, xor] = [
 *   [0, 0, 1, 1],
 *   [0, 1, 0, 1],
 *   [0, 1, 1, 0],
 * ];
 * mutualInfoScore(x, y); // 0
 * conditionalMutualInfoScore(x, y, xor, { base: 2 }); // 1
 * ```
 */
export function conditionalMutualInfoScore(
  preds: Labels,
  target: Labels,
  given: Labels | readonly Labels[],
  options?: EstimatorOptions & PairOptions,
): number;
/** Computes the score of the first two variables of a table given the others. */
export function conditionalMutualInfoScore(table: MultiwayTable, options?: EstimatorOptions): number;
export function conditionalMutualInfoScore(
  ...args:
    | [table: MultiwayTable, options?: EstimatorOptions | undefined]
    | [
        preds: Labels,
        target: Labels,
        given: Labels | readonly Labels[],
        options?: (EstimatorOptions & PairOptions) | undefined,
      ]
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
