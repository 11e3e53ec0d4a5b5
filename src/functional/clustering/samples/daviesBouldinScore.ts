import { labelOptions, type LabelOptions } from '../../../inputs/options/labelOptions.ts';
import type { Labels } from '../../../inputs/labels.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { differencesFrom } from '../../../numeric/kernels/differencesFrom.ts';
import { centroidsOf } from '../../../state/samples/clusteredSamples.ts';
import type { LabeledSampleBuffer } from '../../../state/samples/labeledSampleBuffer.ts';
import { clusterCountProblem, readSampleArguments, type SampleArguments } from '../../sampleArguments.ts';
import { undefinedScore } from '../../undefinedScore.ts';
import { daviesBouldinOfSpreads, SAME_POINT } from './daviesBouldinOfSpreads.ts';

/**
 * Davies–Bouldin score of a clustering: the mean similarity of each cluster to its most similar cluster.
 *
 * DB = (1/K) Σᵢ maxⱼ (Sᵢ + Sⱼ) / Mᵢⱼ over j ≠ i, for K clusters. Sᵢ is the mean Euclidean distance of the samples of
 * cluster i from their mean, and Mᵢⱼ the distance between the means of clusters i and j. Unlike in scikit-learn, no
 * tolerance is applied to small distances.
 *
 * @param data - samples, `[N, d]`.
 * @param labels - the cluster of each sample, `[N]`.
 * @returns a value of 0 or more, **lower** is better; Infinity if two clusters have the same mean and the samples of at
 * least one of them are not all equal. NaN (or the value of `onUndefined`) if there is one cluster, if there are as
 * many clusters as samples, or if all samples of two clusters are at the same point.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see D. L. Davies and D. W. Bouldin, IEEE Transactions on Pattern Analysis 1 (1979) 224–227.
 *
 * @example
 * ```ts
 * import { daviesBouldinScore } from 'tfjs-metrics';
 *
 * const data = [
 *   [0, 0],
 *   [0, 1],
 *   [4, 4],
 *   [5, 4],
 * ];
 * daviesBouldinScore(data, ['a', 'a', 'b', 'b']); // 0.1754
 * ```
 */
export function daviesBouldinScore(data: Samples, labels: Labels, options?: LabelOptions): number;
/** Computes the score from samples in a buffer. */
export function daviesBouldinScore(samples: LabeledSampleBuffer, options?: LabelOptions): number;
export function daviesBouldinScore(...args: SampleArguments<LabelOptions>): number {
  const { clustered, options } = readSampleArguments('daviesBouldinScore', labelOptions, args);
  const { n, cluster, sizes } = clustered;
  const problem = clusterCountProblem(sizes.length, n);
  if (problem !== undefined) {
    return undefinedScore('daviesBouldinScore', options.onUndefined, NaN, problem);
  }
  const centroids = centroidsOf(clustered);
  const { squares } = differencesFrom(centroids, clustered);
  const spreads = new Float64Array(sizes.length);
  for (let i = 0; i < n; i++) spreads[cluster[i]!]! += Math.sqrt(squares[i]!);
  spreads.forEach((sum, k) => (spreads[k] = sum / sizes[k]!));
  const score = daviesBouldinOfSpreads(centroids, spreads);
  if (!Number.isNaN(score)) return score;
  return undefinedScore('daviesBouldinScore', options.onUndefined, NaN, SAME_POINT);
}
