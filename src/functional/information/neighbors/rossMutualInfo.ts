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
 * I = ψ(N) + ⟨ψ(k′) − ψ(N_c) − ψ(m)⟩, with ψ the digamma function and ⟨·⟩ the mean over the N samples. N_c is the size
 * of a sample's class, k′ = min(k, N_c − 1), and m the number of samples of all classes that are nearer than the k′-th
 * neighbor in the same class, including the sample itself. Classes of one sample are ignored, also in N.
 *
 * If several samples are at the distance of this neighbor, ψ(m) is averaged over their random orders. If k′ or more
 * other samples of the class coincide with a sample, k′ is the number of samples of the class at this point, and m the
 * number of all samples there, both including the sample itself. Therefore ties add no bias if the variables are
 * independent.
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
