import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Labels } from '../../../inputs/labels.ts';
import { groupTuples } from '../../../state/tables/codedTuples.ts';
import { MultiwayTable } from '../../../state/tables/multiwayTable.ts';
import type { EstimatorOptions } from './estimatorOptions.ts';
import { listOfLabels, multiwayScore } from './multiwayScore.ts';

/**
 * Conditional entropy of a labeling: the uncertainty about its labels that remains if other labels are known.
 *
 * H(X | Z) = H(X, Z) − H(Z), for labels X given one or several labelings Z. `estimator` corrects both entropies for the
 * bias of small samples; see {@link EntropyEstimator}.
 *
 * @param labels - labels, `[N]`.
 * @param given - labels to condition on, `[N]`, or a list of several such labelings.
 * @returns a value in nats (or in the unit of `base`), with the plug-in estimator from 0 (Z determines X) to H(X). NaN
 * if there are no samples.
 * @throws {@link MetricInputError} if an input or option is invalid, or if a weight is not a whole number and the
 * estimator is not the plug-in.
 * @see T. M. Cover and J. A. Thomas, Elements of Information Theory, 2nd ed., section 2.2.
 *
 * @example
 * ```ts
 * import { conditionalEntropyScore } from 'tfjs-metrics';
 *
 * conditionalEntropyScore([0, 1, 2, 3], ['a', 'a', 'b', 'b'], { base: 2 }); // 1
 * conditionalEntropyScore(
 *   [0, 1, 1, 0],
 *   [
 *     [0, 0, 1, 1],
 *     [0, 1, 0, 1],
 *   ],
 * ); // 0
 * ```
 */
export function conditionalEntropyScore(
  labels: Labels,
  given: Labels | readonly Labels[],
  options?: EstimatorOptions & PairOptions,
): number;
/** Computes the conditional entropy of the first variable of a table given all others. */
export function conditionalEntropyScore(table: MultiwayTable, options?: EstimatorOptions): number;
export function conditionalEntropyScore(
  ...args:
    | [table: MultiwayTable, options?: EstimatorOptions | undefined]
    | [labels: Labels, given: Labels | readonly Labels[], options?: (EstimatorOptions & PairOptions) | undefined]
): number {
  const [variables, options] =
    args[0] instanceof MultiwayTable
      ? [args[0], args[1] as EstimatorOptions | undefined]
      : [[args[0], ...listOfLabels(args[1] as Labels | readonly Labels[])], args[2]];
  return multiwayScore('conditionalEntropyScore', variables, options, (of) => {
    const given = of.all.slice(1);
    if (of.isPlugIn) return conditionalEntropy(of.table, given);
    return of.entropyOf(of.all) - of.entropyOf(given);
  });
}

/** Σ p(x, z) ln(p(z)/p(x, z)), which avoids the cancellation in a difference of two entropies. */
function conditionalEntropy({ cells }: MultiwayTable, given: readonly number[]): number {
  const { count } = cells;
  const { group, sizes } = groupTuples(
    given.map((v) => cells.codes[v]!),
    count,
  );
  let sum = 0;
  let n = 0;
  for (let k = 0; k < count.length; k++) {
    sum += count[k]! * Math.log(sizes[group[k]!]! / count[k]!);
    n += count[k]!;
  }
  return sum / n;
}
