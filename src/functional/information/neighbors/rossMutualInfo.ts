import { checkLabeledSamples } from '../../../inputs/labeledSamples.ts';
import type { Labels } from '../../../inputs/labels.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { clusterSamples } from '../../../state/samples/clusteredSamples.ts';
import { inBase } from '../discrete/informationOptions.ts';
import { classMembers } from './classMembers.ts';
import { DEFAULT_K, readPoints } from './readPoints.ts';
import { knnOptions, type KnnOptions } from './knnOptions.ts';
import { rossInformation } from './rossInformation.ts';

/**
 * Mutual information of a continuous variable and labels, from the distances of nearest neighbours.
 *
 * I = ψ(N) + ⟨ψ(kᵢ)⟩ − ⟨ψ(N_c)⟩ − ⟨ψ(m)⟩, with N_c the size of a sample's class, kᵢ the lesser of k and N_c − 1, and
 * m the samples of all classes, itself among them, that are nearer than its kᵢ-th neighbour of its own class.
 * Classes of one sample are left out. Where several samples are at the distance of that neighbour, ψ(m) is its
 * mean over the orders in which they may be reached; where kᵢ others of its class or more coincide with a sample,
 * kᵢ + 1 and m count those that do. Rounded values therefore add no bias.
 *
 * @param x - samples, `[N]` or `[N, d]`.
 * @param labels - the class of each, `[N]`.
 * @returns nats (or the unit of `base`); may be a little below 0. 0 where fewer than two classes have two samples,
 * or all samples are equal.
 * @throws {@link MetricInputError} when an input or option is not as described, or there are fewer than two
 * samples.
 * @see B. C. Ross, PLoS ONE 9 (2014) e87357.
 *
 * @example
 * ```ts
 * import { rossMutualInfo } from 'tfjs-metrics';
 *
 * const labels = Array.from({ length: 100 }, (_, i) => (i % 2 === 0 ? 'even' : 'odd'));
 * rossMutualInfo(labels.map((label, i) => label.length + Math.sin(i * i)), labels); // 0.3
 * ```
 */
export function rossMutualInfo(x: Samples, labels: Labels, options?: KnnOptions): number {
  const { k = DEFAULT_K, base } = knnOptions(options, 'rossMutualInfo');
  const clustered = clusterSamples(checkLabeledSamples(x, labels, ['x', 'labels']), undefined);
  const [points] = readPoints('rossMutualInfo', [x], ['x'], 1);
  return inBase(rossInformation(points!, classMembers(clustered), k), base);
}
