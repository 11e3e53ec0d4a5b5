import { checkLabeledSamples } from '../../../inputs/labeledSamples.ts';
import type { Labels } from '../../../inputs/labels.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { selectPoints } from '../../../numeric/neighbors/points.ts';
import { clusterSamples } from '../../../state/samples/clusteredSamples.ts';
import { inBase } from '../discrete/informationOptions.ts';
import { classMembers } from './valueClasses.ts';
import { DEFAULT_K, readPoints } from './readPoints.ts';
import { neighborEntropy } from './neighborEntropy.ts';
import { knnEntropyOptions, type KnnEntropyOptions } from './knnOptions.ts';

/**
 * Conditional differential entropy H(X | C) of a continuous variable given class labels.
 *
 * H(X | C) = Σ p(c) H(X | C = c), over the classes c, with p(c) the fraction of samples in the class and each entropy
 * estimated by {@link knnEntropy}. For a class of `k` samples or fewer, the entropy of all samples is used instead.
 *
 * @param x - samples, `[N]` or `[N, d]`.
 * @param labels - the class of each sample, `[N]`.
 * @returns a value in nats (or in the unit of `base`), positive or negative. −Infinity if a sample coincides with `k`
 * others of its class, or of all samples if a class has `k` samples or fewer.
 * @throws {@link MetricInputError} if an input or option is invalid, or there are `k` samples or fewer.
 * @see T. M. Cover and J. A. Thomas, Elements of Information Theory, 2nd ed., section 8.4.
 *
 * @example
 * ```ts
 * import { knnConditionalEntropyGivenLabels } from 'tfjs-metrics';
 *
 * knnConditionalEntropyGivenLabels([0, 1, 3, 7, 8, 10], [0, 0, 0, 1, 1, 1], {
 *   k: 1,
 * }); // 2.424
 * ```
 */
export function knnConditionalEntropyGivenLabels(x: Samples, labels: Labels, options?: KnnEntropyOptions): number {
  const owner = 'knnConditionalEntropyGivenLabels';
  const { k = DEFAULT_K, metric, base } = knnEntropyOptions(options, owner);
  const clustered = clusterSamples(checkLabeledSamples(x, labels, ['x', 'labels']), undefined);
  const [points] = readPoints(owner, [x], ['x'], k);
  let entropy = 0;
  for (const members of classMembers(clustered)) {
    const ofClass = members.length > k ? selectPoints(points!, members) : points!;
    entropy += (members.length / points!.n) * neighborEntropy(ofClass, k, metric);
  }
  return inBase(entropy, base);
}
