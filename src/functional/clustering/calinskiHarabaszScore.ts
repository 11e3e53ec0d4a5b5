import { labelOptions, type LabelOptions } from '../../inputs/labelOptions.ts';
import type { Label, Labels } from '../../inputs/labels.ts';
import type { Samples } from '../../inputs/samples.ts';
import { ClusterMoments } from '../../state/moments/clusterMoments.ts';
import { clusterCountProblem } from '../sampleArguments.ts';
import { undefinedScore } from '../undefinedScore.ts';

/**
 * Calinski–Harabasz score of a clustering (variance ratio): how far clusters are apart, against how far
 * they spread.
 *
 * CH = [B / (K − 1)] / [W / (n − K)], with B = Σₖ nₖ |mₖ − m|² the dispersion of the K cluster means about
 * the mean of all, and W the sum of squared distances of samples from the mean of their cluster.
 *
 * @param data - samples, `[N, d]`.
 * @param labels - the cluster of each sample, `[N]`.
 * @returns from 0 up, higher is better; Infinity where clusters do not spread at all. NaN, unless
 * `onUndefined` says otherwise, where the formula is 0/0: for one cluster, as many as samples, or samples that
 * are all the same.
 * @throws {@link MetricInputError} when an input or option is not as described.
 * @see T. Caliński and J. Harabasz, Communications in Statistics 3 (1974) 1–27.
 *
 * @example
 * ```ts
 * import { calinskiHarabaszScore } from 'tfjs-metrics';
 *
 * const data = [[0, 0], [0, 1], [4, 4], [5, 4]];
 * calinskiHarabaszScore(data, ['a', 'a', 'b', 'b']); // 65
 * ```
 */
export function calinskiHarabaszScore(data: Samples, labels: Labels, options?: LabelOptions): number;
/** The same of samples whose moments are gathered already. */
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
  const ignored = new Set<Label>([options.ignoreLabel ?? []].flat() as Label[]);
  const clusters = moments.scaledClusters.filter(({ label }) => !ignored.has(label));
  const n = clusters.reduce((sum, { size }) => sum + size, 0);
  const problem = clusterCountProblem(clusters.length, n);
  const { between, within } = dispersions(clusters, n);
  if (problem === undefined && (between > 0 || within > 0)) {
    return between / (clusters.length - 1) / (within / (n - clusters.length));
  }
  const reason = problem ?? 'all samples are the same';
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
