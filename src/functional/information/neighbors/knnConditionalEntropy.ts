import type { Samples } from '../../../inputs/samples.ts';
import { joinPoints } from '../../../numeric/neighbors/points.ts';
import { inBase } from '../discrete/informationOptions.ts';
import { DEFAULT_K, readPoints } from './readPoints.ts';
import { neighborEntropy } from './neighborEntropy.ts';
import { knnEntropyOptions, type KnnEntropyOptions } from './knnOptions.ts';

/**
 * Conditional differential entropy H(X | Y) of a continuous variable given another.
 *
 * H(X | Y) = H(X, Y) − H(Y), both estimated by {@link knnEntropy}.
 *
 * @param x - samples of one variable, `[N]` or `[N, d]`.
 * @param y - samples of the conditioning variable, `[N]` or `[N, d]`.
 * @returns a value in nats (or in the unit of `base`), positive or negative. Infinity if a sample coincides with `k`
 * others in y but none does in x and y together; NaN if one does in x and y together.
 * @throws {@link MetricInputError} if an input or option is invalid, or there are `k` samples or fewer.
 * @see T. M. Cover and J. A. Thomas, Elements of Information Theory, 2nd ed., section 8.4.
 *
 * @example
 * ```ts
 * import { knnConditionalEntropy } from 'tfjs-metrics';
 *
 * knnConditionalEntropy([0, 1, 3, 7], [0, 2, 1, 5], { k: 1 }); // 2.151
 * ```
 */
export function knnConditionalEntropy(x: Samples, y: Samples, options?: KnnEntropyOptions): number {
  const owner = 'knnConditionalEntropy';
  const { k = DEFAULT_K, metric, base } = knnEntropyOptions(options, owner);
  const [ofX, ofY] = readPoints(owner, [x, y], ['x', 'y'], k);
  const joint = neighborEntropy(joinPoints([ofX!, ofY!]), k, metric);
  return inBase(joint - neighborEntropy(ofY!, k, metric), base);
}
