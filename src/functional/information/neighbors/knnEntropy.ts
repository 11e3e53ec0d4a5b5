import type { Samples } from '../../../inputs/samples.ts';
import { inBase } from '../discrete/informationOptions.ts';
import { DEFAULT_K, readPoints } from './readPoints.ts';
import { neighborEntropy } from './neighborEntropy.ts';
import { knnEntropyOptions, type KnnEntropyOptions } from './knnOptions.ts';

/**
 * Differential entropy of a continuous variable of any dimension, from the distances of nearest neighbours.
 *
 * H = ψ(N) − ψ(k) + ln V + d ⟨ln ε⟩, with ε the distance of a sample's k-th neighbour and V the volume of what
 * is at most 1 away from a point: 2^d, or with `metric: 'euclidean'` π^(d/2)/Γ(d/2 + 1).
 *
 * Depends on the unit of the values: n times as large, they have d ln n more. It is no entropy of labels,
 * can be below 0, and is −Infinity where k others coincide with a sample, as a density has no such points.
 *
 * @param x - samples, `[N]` or `[N, d]`.
 * @returns nats (or the unit of `base`), of either sign.
 * @throws {@link MetricInputError} when an input or option is not as described, or there are no more than
 * `k` samples.
 * @see L. F. Kozachenko and N. N. Leonenko, Problems of Information Transmission 23 (1987) 95–101.
 *
 * @example
 * ```ts
 * import { knnEntropy } from 'tfjs-metrics';
 *
 * knnEntropy([0, 1, 3, 7], { k: 1 }); // 3.046
 * knnEntropy([[0, 0], [1, 3], [4, 4]], { k: 1, metric: 'euclidean' }); // 4.95
 * ```
 */
export function knnEntropy(x: Samples, options?: KnnEntropyOptions): number {
  const { k = DEFAULT_K, metric, base } = knnEntropyOptions(options, 'knnEntropy');
  const [points] = readPoints('knnEntropy', [x], ['x'], k);
  return inBase(neighborEntropy(points!, k, metric), base);
}
