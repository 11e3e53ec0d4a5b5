import { checkLabeledSamples } from '../../../inputs/labeledSamples.ts';
import type { Labels } from '../../../inputs/labels.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { clusterSamples } from '../../../state/samples/clusteredSamples.ts';
import { inBase } from '../discrete/informationOptions.ts';
import { classMembers } from './valueClasses.ts';
import { DEFAULT_K, readPoints } from './readPoints.ts';
import { knnInformationOptions, type KnnInformationOptions } from './knnOptions.ts';
import { rossInformation } from './rossInformation.ts';
import { standardizePoints } from './standardizePoints.ts';

/**
 * Mutual information of a continuous variable and labels, from nearest-neighbor distances.
 *
 * I = ψ(N) + ⟨ψ(k′) − ψ(N_c) − ψ(m)⟩, with ψ the digamma function and ⟨·⟩ the mean over the N samples. For each sample,
 * N_c is the number of samples of its class, and k′ = min(k, N_c − 1). m is the number of samples of all classes that
 * are nearer to it than its k′-th neighbor in its class, including the sample itself. Distances are Chebyshev
 * distances. Classes with a single sample are ignored; N does not count their samples.
 *
 * If several samples are at exactly the distance of the k′-th neighbor, their order is arbitrary, so ψ(m) is replaced by
 * its mean over all orders. If a sample has at least k′ duplicates in its class, k′ is replaced by the number of equal
 * samples in its class, and m by the number of equal samples in all classes, both including the sample itself. With these
 * rules, ties add no bias if the variables are independent.
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
export function rossMutualInfo(x: Samples, labels: Labels, options?: KnnInformationOptions): number {
  const { k = DEFAULT_K, standardize, base } = knnInformationOptions(options, 'rossMutualInfo');
  const clustered = clusterSamples(checkLabeledSamples(x, labels, ['x', 'labels']), undefined);
  const [points] = readPoints('rossMutualInfo', [x], ['x'], 1);
  return inBase(rossInformation(standardizePoints(points!, standardize), classMembers(clustered), k), base);
}
