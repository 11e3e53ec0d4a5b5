import type { Labels } from '../../../inputs/labels.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { mean } from '../../../numeric/mean.ts';
import type { LabeledSampleBuffer } from '../../../state/samples/labeledSampleBuffer.ts';
import type { SampleArguments } from '../../sampleArguments.ts';
import { undefinedScore } from '../../undefinedScore.ts';
import { readSilhouetteScore } from './readSilhouetteScore.ts';
import { silhouetteScoreOptions, type SilhouetteScoreOptions } from './silhouetteOptions.ts';
import { silhouettes } from './silhouettes.ts';

/**
 * Mean silhouette of a clustering: how much closer samples are to their own cluster than to the nearest other
 * cluster.
 *
 * The score is the mean over all samples of s = (b − a) / max(a, b); see {@link silhouetteSamples}. It takes O(N d)
 * memory, and O(N² d) time, or O(N K d) for K clusters with the metrics `'sqeuclidean'` and `'cosine'`. With
 * `sampleSize`, the score is computed for a random subset of the samples only.
 *
 * @param data - samples, `[N, d]`, or distances, `[N, N]`, with the metric `'precomputed'`.
 * @param labels - the cluster of each sample, `[N]`.
 * @returns a value from −1 to 1, higher is better. NaN (or the value of `onUndefined`) if there is one cluster, or as
 * many clusters as samples.
 * @throws {@link MetricInputError} if an input or option is invalid, or a distance function returns a value outside
 * [0, 1e300].
 * @see P. J. Rousseeuw, Journal of Computational and Applied Mathematics 20 (1987) 53–65.
 *
 * @example
 * ```ts
 * import { silhouetteScore } from 'tfjs-metrics';
 *
 * silhouetteScore([0, 1, 9, 10], [0, 0, 1, 1]); // 0.8885
 * silhouetteScore(
 *   [
 *     [0, 0],
 *     [0, 1],
 *     [4, 4],
 *     [5, 4],
 *   ],
 *   ['a', 'a', 'b', 'b'],
 *   { metric: 'manhattan' },
 * ); // 0.8745
 * silhouetteScore([0, 1, 9, 10], [0, 0, 1, 1], {
 *   metric: (a, b) => Math.abs(a[0]! - b[0]!),
 * }); // 0.8885
 * ```
 */
export function silhouetteScore(data: Samples, labels: Labels, options?: SilhouetteScoreOptions): number;
/** Computes the score from samples in a buffer. */
export function silhouetteScore(samples: LabeledSampleBuffer, options?: SilhouetteScoreOptions): number;
export function silhouetteScore(...args: SampleArguments<SilhouetteScoreOptions>): number {
  const { clustered, metric, problem, options } = readSilhouetteScore('silhouetteScore', silhouetteScoreOptions, args);
  if (problem !== undefined) return undefinedScore('silhouetteScore', options.onUndefined, NaN, problem);
  return mean(silhouettes(clustered, metric));
}
