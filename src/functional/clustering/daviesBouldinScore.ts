import { labelOptions, type LabelOptions } from '../../inputs/labelOptions.ts';
import type { Labels } from '../../inputs/labels.ts';
import type { Samples } from '../../inputs/samples.ts';
import { differencesFrom } from '../../numeric/kernels/differences.ts';
import { centroidsOf } from '../../state/samples/clusteredSamples.ts';
import type { LabeledSampleBuffer } from '../../state/samples/labeledSampleBuffer.ts';
import { clusterCountProblem, readSampleArguments, type SampleArguments } from '../sampleArguments.ts';
import { undefinedScore } from '../undefinedScore.ts';
import { daviesBouldinOfSpreads, SAME_POINT } from './daviesBouldinOfSpreads.ts';

/**
 * Davies–Bouldin score of a clustering: how alike each cluster is to the one that is most like it.
 *
 * DB = (1/K) Σᵢ maxⱼ (Sᵢ + Sⱼ) / Mᵢⱼ, with Sᵢ the mean Euclidean distance of the samples of cluster i from
 * their mean, and Mᵢⱼ the distance of two means. Distances are compared as they are, however small.
 *
 * @param data - samples, `[N, d]`.
 * @param labels - the cluster of each sample, `[N]`.
 * @returns from 0 up, **lower** is better; Infinity where two clusters that spread have the same mean. NaN,
 * unless `onUndefined` says otherwise, where the formula is 0/0: for one cluster, as many as samples, or two
 * clusters at a single point.
 * @throws {@link MetricInputError} when an input or option is not as described.
 * @see D. L. Davies and D. W. Bouldin, IEEE Transactions on Pattern Analysis 1 (1979) 224–227.
 *
 * @example
 * ```ts
 * import { daviesBouldinScore } from 'tfjs-metrics';
 *
 * const data = [[0, 0], [0, 1], [4, 4], [5, 4]];
 * daviesBouldinScore(data, ['a', 'a', 'b', 'b']); // 0.1754
 * ```
 */
export function daviesBouldinScore(data: Samples, labels: Labels, options?: LabelOptions): number;
/** The same of samples that are gathered already. */
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
