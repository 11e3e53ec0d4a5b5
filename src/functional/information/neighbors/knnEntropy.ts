import type { Samples } from '../../../inputs/samples.ts';
import { inBase } from '../discrete/informationOptions.ts';
import { DEFAULT_K, readPoints } from './readPoints.ts';
import { neighborEntropy } from './neighborEntropy.ts';
import { knnEntropyOptions, type KnnEntropyOptions } from './knnOptions.ts';

/**
 * Differential entropy of a continuous variable of any dimension, from nearest-neighbor distances.
 *
 * H = ψ(N) − ψ(k) + ln V + d ⟨ln ε⟩, for N samples of dimension d, with ψ the digamma function and ⟨·⟩ the mean over
 * samples. ε is the distance from a sample to its k-th neighbor, and V the volume of the unit ball: 2^d, or
 * π^(d/2)/Γ(d/2 + 1) with `metric: 'euclidean'`.
 *
 * Differential entropy depends on the unit of the values: if they are multiplied by c > 0, it grows by d ln c. Unlike
 * the entropy of labels, it can be negative. It is −Infinity if a sample coincides with `k` others.
 *
 * @param x - samples, `[N]` or `[N, d]`.
 * @returns a value in nats (or in the unit of `base`), positive or negative.
 * @throws {@link MetricInputError} if an input or option is invalid, or there are `k` samples or fewer.
 * @see L. F. Kozachenko and N. N. Leonenko, Problems of Information Transmission 23 (1987) 95–101.
 *
 * @example
 * ```ts
 * import { knnEntropy } from 'tfjs-metrics';
 *
 * knnEntropy([0, 1, 3, 7], { k: 1 }); // 3.046
 * knnEntropy(
 *   [
 *     [0, 0],
 *     [1, 3],
 *     [4, 4],
 *   ],
 *   { k: 1, metric: 'euclidean' },
 * ); // 4.95
 * ```
 */
export function knnEntropy(x: Samples, options?: KnnEntropyOptions): number {
  const { k = DEFAULT_K, metric, base } = knnEntropyOptions(options, 'knnEntropy');
  const [points] = readPoints('knnEntropy', [x], ['x'], k);
  return inBase(neighborEntropy(points!, k, metric), base);
}
