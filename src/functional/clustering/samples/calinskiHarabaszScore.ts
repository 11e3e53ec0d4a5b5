import { ignoredLabels } from '../../../inputs/ignoredLabels.ts';
import { labelOptions, type LabelOptions } from '../../../inputs/options/labelOptions.ts';
import type { Labels } from '../../../inputs/labels.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { ClusterMoments } from '../../../state/moments/clusterMoments.ts';
import { clusterCountProblem } from '../../sampleArguments.ts';
import { undefinedScore } from '../../undefinedScore.ts';

/**
 * Calinski–Harabasz score of a clustering (variance ratio criterion): between-cluster dispersion relative to
 * within-cluster dispersion.
 *
 * CH = [B / (K − 1)] / [W / (n − K)], for n samples in K clusters. B = Σₖ nₖ |mₖ − m|² is the dispersion of the cluster
 * means mₖ around the overall mean m, with nₖ samples in cluster k. W is the sum of the squared distances of samples
 * from the mean of their cluster.
 *
 * @param data - samples, `[N, d]`.
 * @param labels - the cluster of each sample, `[N]`.
 * @returns a value of 0 or more, higher is better; Infinity if all samples equal the mean of their cluster. NaN (or
 * the value of `onUndefined`) if there is one cluster, if there are as many clusters as samples, or if all samples
 * are equal.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see T. Caliński and J. Harabasz, Communications in Statistics 3 (1974) 1–27.
 *
 * @example
 * ```ts
 * import { calinskiHarabaszScore } from 'tfjs-metrics';
 *
 * const data = [
 *   [0, 0],
 *   [0, 1],
 *   [4, 4],
 *   [5, 4],
 * ];
 * calinskiHarabaszScore(data, ['a', 'a', 'b', 'b']); // 65
 * ```
 */
export function calinskiHarabaszScore(data: Samples, labels: Labels, options?: LabelOptions): number;
/** Computes the score from the moments of the clusters. */
export function calinskiHarabaszScore(moments: ClusterMoments, options?: LabelOptions): number;
export function calinskiHarabaszScore(
  ...args:
    | readonly [data: Samples, labels: Labels, options?: LabelOptions | undefined]
    | readonly [moments: ClusterMoments, options?: LabelOptions | undefined]
): number {
  const isMoments = args[0] instanceof ClusterMoments;
  const given = isMoments ? args[1] : args[2];
  const options = labelOptions(given, 'calinskiHarabaszScore');
  const moments = isMoments ? (args[0] as ClusterMoments) : ClusterMoments.of(args[0] as Samples, args[1] as Labels);
  const ignored = ignoredLabels(options.ignoreLabel);
  const clusters = moments.scaledClusters.filter(({ label }) => !ignored.has(label));
  const n = clusters.reduce((sum, { size }) => sum + size, 0);
  const problem = clusterCountProblem(clusters.length, n);
  const { between, within } = dispersions(clusters, n);
  if (problem === undefined && (between > 0 || within > 0)) {
    return between / (clusters.length - 1) / (within / (n - clusters.length));
  }
  const reason = problem ?? 'all samples are equal';
  return undefinedScore('calinskiHarabaszScore', options.onUndefined, NaN, reason);
}

function dispersions(clusters: ClusterMoments['clusters'], n: number): { between: number; within: number } {
  let between = 0;
  let within = 0;
  const features = clusters[0]?.mean.length ?? 0;
  for (let j = 0; j < features; j++) {
    const shift = clusters[0]!.mean[j]!;
    let sum = 0;
    for (const { size, mean } of clusters) sum += size * (mean[j]! - shift);
    const middle = sum / n;
    for (const { size, mean } of clusters) between += size * (mean[j]! - shift - middle) ** 2;
  }
  for (const { dispersion } of clusters) within += dispersion;
  return { between, within };
}
