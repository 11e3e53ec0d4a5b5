import { labelOptions, type LabelOptions } from '../../../inputs/options/labelOptions.ts';
import type { Labels } from '../../../inputs/labels.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { centroidsOf } from '../../../state/samples/clusteredSamples.ts';
import type { LabeledSampleBuffer } from '../../../state/samples/labeledSampleBuffer.ts';
import { clusterCountProblem, readSampleArguments, type SampleArguments } from '../../sampleArguments.ts';
import { undefinedScore } from '../../undefinedScore.ts';
import { squared } from '../../../numeric/neighbors/distance.ts';

/**
 * Mean simplified silhouette of a clustering: how much closer samples are to their own centroid than to the nearest
 * other centroid.
 *
 * The score is the mean over all samples of s = (b − a) / max(a, b), with a the Euclidean distance of a sample from the
 * centroid of its cluster, and b its distance from the nearest other centroid. s is 0 for a sample that is alone in its
 * cluster, and if a = b = 0. Unlike {@link silhouetteScore}, it does not compare pairs of samples, and takes O(N K d)
 * time for K clusters.
 *
 * @param data - samples, `[N, d]`.
 * @param labels - the cluster of each sample, `[N]`.
 * @returns a value from −1 to 1, higher is better. NaN (or the value of `onUndefined`) if there is one cluster, or as
 * many clusters as samples.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see E. R. Hruschka, L. N. de Castro and R. J. G. B. Campello, Fourth IEEE International Conference on Data Mining
 * (2004) 403–406.
 *
 * @example
 * ```ts
 * import { simplifiedSilhouetteScore } from 'tfjs-metrics';
 *
 * simplifiedSilhouetteScore([0, 1, 9, 10], [0, 0, 1, 1]); // 0.9443
 * ```
 */
export function simplifiedSilhouetteScore(data: Samples, labels: Labels, options?: LabelOptions): number;
/** Computes the score from samples in a buffer. */
export function simplifiedSilhouetteScore(samples: LabeledSampleBuffer, options?: LabelOptions): number;
export function simplifiedSilhouetteScore(...args: SampleArguments<LabelOptions>): number {
  const { clustered, options } = readSampleArguments('simplifiedSilhouetteScore', labelOptions, args);
  const { data, n, d, cluster, sizes } = clustered;
  const problem = clusterCountProblem(sizes.length, n);
  if (problem !== undefined) {
    return undefinedScore('simplifiedSilhouetteScore', options.onUndefined, NaN, problem);
  }
  const centroids = centroidsOf(clustered);
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const own = cluster[i]!;
    if (sizes[own] === 1) continue;
    let nearest = Infinity;
    for (let k = 0; k < sizes.length; k++) {
      if (k !== own) nearest = Math.min(nearest, squared(data, i * d, centroids, k * d, d));
    }
    const a = Math.sqrt(squared(data, i * d, centroids, own * d, d));
    const b = Math.sqrt(nearest);
    const larger = Math.max(a, b);
    if (larger > 0) sum += (b - a) / larger;
  }
  return sum / n;
}
