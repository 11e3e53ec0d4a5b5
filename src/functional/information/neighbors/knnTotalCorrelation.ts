import type { Samples } from '../../../inputs/samples.ts';
import { columnsOf } from '../../../numeric/neighbors/points.ts';
import { inBase } from '../discrete/informationOptions.ts';
import { DEFAULT_K, readPoints } from './readPoints.ts';
import { neighborEntropy } from './neighborEntropy.ts';
import { knnEntropyOptions, type KnnEntropyOptions } from './knnOptions.ts';

/**
 * Total correlation of the columns of continuous samples: how far they are from being independent.
 *
 * TC(X) = Σⱼ H(Xⱼ) − H(X), each as {@link knnEntropy}. {@link ksgMutualInfo} of a list of columns
 * estimates the same with less bias, and without infinite values where samples coincide.
 *
 * @param x - samples, `[N, d]`.
 * @returns nats (or the unit of `base`); 0 for independent columns in the mean, so it may be below 0. NaN or
 * infinite where samples coincide.
 * @throws {@link MetricInputError} when an input or option is not as described, or there are no more than
 * `k` samples.
 * @see S. Watanabe, IBM Journal of Research and Development 4 (1960) 66–82.
 *
 * @example
 * ```ts
 * import { knnTotalCorrelation } from 'tfjs-metrics';
 *
 * knnTotalCorrelation([[0, 1], [1, 0], [3, 4], [7, 6]], { k: 1 }); // 1.457
 * ```
 */
export function knnTotalCorrelation(x: Samples, options?: KnnEntropyOptions): number {
  const owner = 'knnTotalCorrelation';
  const { k = DEFAULT_K, metric, base } = knnEntropyOptions(options, owner);
  const [points] = readPoints(owner, [x], ['x'], k);
  let apart = 0;
  for (let j = 0; j < points!.d; j++) apart += neighborEntropy(columnsOf(points!, j, 1), k, metric);
  return inBase(apart - neighborEntropy(points!, k, metric), base);
}
