import type { PairOptions } from '../../../inputs/labelPairs.ts';
import { checkLabels, type Labels } from '../../../inputs/labels.ts';
import type { EstimatorOptions } from './estimatorOptions.ts';
import { multiwayScore } from './multiwayScore.ts';

/**
 * Entropy of one labeling: how much its labels tell.
 *
 * H = −Σᵢ aᵢ/n · ln(aᵢ/n), with aᵢ samples of label i out of n. That is too low when samples are few for the number
 * of labels; `estimator` names corrections of it, see {@link EntropyEstimator}.
 *
 * @param labels - labels, `[N]`.
 * @returns nats (or the unit of `base`), from 0 (one label) to the logarithm of the number of labels,
 * and above it when corrected for labels not seen. NaN without samples.
 * @throws {@link MetricInputError} when an input or option is not as described, or a weight is no whole
 * number and the estimator not the plug-in.
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
