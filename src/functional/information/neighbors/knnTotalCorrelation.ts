import type { Samples } from '../../../inputs/samples.ts';
import { columnsOf } from '../../../numeric/neighbors/points.ts';
import { inBase } from '../discrete/informationOptions.ts';
import { DEFAULT_K, readPoints } from './readPoints.ts';
import { neighborEntropy } from './neighborEntropy.ts';
import { knnEntropyOptions, type KnnEntropyOptions } from './knnOptions.ts';

/**
 * Total correlation of the columns of continuous samples: their divergence from independence.
 *
 * TC(X) = Σⱼ H(Xⱼ) − H(X), with Xⱼ column j and each entropy estimated by {@link knnEntropy}. {@link ksgMutualInfo} of
 * a list of columns estimates the same quantity with less bias, and is finite even if samples coincide.
 *
 * @param x - samples, `[N, d]`.
 * @returns a value in nats (or in the unit of `base`); 0 on average for independent columns, so it can be negative.
 * NaN or infinite if samples coincide.
 * @throws {@link MetricInputError} if an input or option is invalid, or there are `k` samples or fewer.
 * @see S. Watanabe, IBM Journal of Research and Development 4 (1960) 66–82.
 *
 * @example
 * ```ts
 * import { knnTotalCorrelation } from 'tfjs-metrics';
 *
 * knnTotalCorrelation(
 *   [
 *     [0, 1],
 *     [1, 0],
 *     [3, 4],
 *     [7, 6],
 *   ],
 *   { k: 1 },
 * ); // 1.457
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
