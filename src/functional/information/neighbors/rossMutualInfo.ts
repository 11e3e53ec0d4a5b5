import { checkLabeledSamples } from '../../../inputs/labeledSamples.ts';
import type { Labels } from '../../../inputs/labels.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { clusterSamples } from '../../../state/samples/clusteredSamples.ts';
import { inBase } from '../discrete/informationOptions.ts';
import { classMembers } from './valueClasses.ts';
import { DEFAULT_K, readPoints } from './readPoints.ts';
import { knnOptions, type KnnOptions } from './knnOptions.ts';
import { rossInformation } from './rossInformation.ts';

/**
 * Mutual information of a continuous variable and labels, from nearest-neighbor distances.
 *
 * I = ψ(N) + ⟨ψ(kᵢ)⟩ − ⟨ψ(N_c)⟩ − ⟨ψ(m)⟩, with N_c the size of a sample's class, kᵢ = min(k, N_c − 1), and m the
 * number of samples of all classes, including the sample itself, that are nearer than its kᵢ-th neighbor within its
 * class. Classes of one sample are ignored, also in N. If several samples are at the distance of that neighbor, ψ(m)
 * is averaged over random orders of them. If kᵢ or more others of its class coincide with a sample, kᵢ becomes the number
 * of samples of its class at that point, and m the number of all samples there; both count the sample itself. So rounding
 * adds no bias if the variables are independent.
 *
 * @param x - samples, `[N]` or `[N, d]`.
 * @param labels - class of each sample, `[N]`.
 * @returns a value in nats (or in the unit of `base`); can be slightly below 0. 0 if fewer than two classes have at
 * least two samples, or all samples are equal.
 * @throws {@link MetricInputError} if an input or option is invalid, or there are fewer than two samples.
 * @see B. C. Ross, PLoS ONE 9 (2014) e87357.
 *
 * @example
 * ```ts
 * import { rossMutualInfo } from 'tfjs-metrics';
 *
 * const labels = Array.from({ length: 100 }, (_, i) =>
 *   i % 2 === 0 ? 'even' : 'odd',
 * );
 * rossMutualInfo(
 *   labels.map((label, i) => label.length + Math.sin(i * i)),
 *   labels,
 * ); // 0.3
 * ```
 */
export function rossMutualInfo(x: Samples, labels: Labels, options?: KnnOptions): number {
  const { k = DEFAULT_K, base } = knnOptions(options, 'rossMutualInfo');
  const clustered = clusterSamples(checkLabeledSamples(x, labels, ['x', 'labels']), undefined);
  const [points] = readPoints('rossMutualInfo', [x], ['x'], 1);
  return inBase(rossInformation(points!, classMembers(clustered), k), base);
}
