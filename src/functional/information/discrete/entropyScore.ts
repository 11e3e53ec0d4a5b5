import type { PairOptions } from '../../../inputs/labelPairs.ts';
import { checkLabels, type Labels } from '../../../inputs/labels.ts';
import type { EstimatorOptions } from './estimatorOptions.ts';
import { multiwayScore } from './multiwayScore.ts';

/**
 * Shannon entropy of one labeling.
 *
 * H = −Σᵢ (aᵢ/n) ln(aᵢ/n), where aᵢ of the n samples have label i. H is too low on average if there are few samples per
 * label; `estimator` selects a correction, see {@link EntropyEstimator}.
 *
 * @param labels - labels, `[N]`.
 * @returns a value in nats (or in the unit of `base`), from 0 (one label) to the logarithm of the number of labels.
 * Estimators other than the plug-in can return more. NaN if there are no samples.
 * @throws {@link MetricInputError} if an input or option is invalid, or if a weight is not a whole number and the
 * estimator is not the plug-in.
 * @see C. E. Shannon, Bell System Technical Journal 27 (1948) 379–423.
 *
 * @example
 * ```ts
 * import { entropyScore } from 'tfjs-metrics';
 *
 * entropyScore(['a', 'b', 'a', 'b'], { base: 2 }); // 1
 * entropyScore([2, 1, 0, 1, 0]); // 1.05492
 * entropyScore([2, 1, 0, 1, 0], { estimator: 'millerMadow' }); // 1.25492
 * ```
 */
export function entropyScore(labels: Labels, options?: EstimatorOptions & PairOptions): number {
  checkLabels(labels, 'labels');
  return multiwayScore('entropyScore', [labels], options, ({ all, entropyOf }) => entropyOf(all));
}
