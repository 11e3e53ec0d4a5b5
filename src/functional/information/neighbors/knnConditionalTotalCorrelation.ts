import type { Samples } from '../../../inputs/samples.ts';
import { columnsOf, joinPoints } from '../../../numeric/neighbors/points.ts';
import { inBase } from '../discrete/informationOptions.ts';
import { DEFAULT_K, readPoints } from './readPoints.ts';
import { neighborEntropy } from './neighborEntropy.ts';
import { knnEntropyOptions, type KnnEntropyOptions } from './knnOptions.ts';

/**
 * Conditional total correlation of the columns of continuous samples given another variable.
 *
 * TC(X | Y) = Σⱼ H(Xⱼ | Y) − H(X | Y), with Xⱼ column j of x and each entropy estimated by
 * {@link knnConditionalEntropy}.
 *
 * @param x - samples, `[N, d]`.
 * @param y - samples of the conditioning variable, `[N]` or `[N, d′]`.
 * @returns a value in nats (or in the unit of `base`); can be negative. NaN if a sample coincides with `k`
 * others in y.
 * @throws {@link MetricInputError} if an input or option is invalid, or there are `k` samples or fewer.
 * @see G. Ver Steeg and A. Galstyan, NIPS 2014, arXiv:1406.1222.
 *
 * @example
 * ```ts
 * import { knnConditionalTotalCorrelation } from 'tfjs-metrics';
 *
 * knnConditionalTotalCorrelation(
 *   [
 *     [0, 1],
 *     [1, 0],
 *     [3, 4],
 *     [7, 6],
 *   ],
 *   [1, 2, 3, 5],
 *   { k: 1 },
 * ); // -0.3041
 * ```
 */
export function knnConditionalTotalCorrelation(x: Samples, y: Samples, options?: KnnEntropyOptions): number {
  const owner = 'knnConditionalTotalCorrelation';
  const { k = DEFAULT_K, metric, base } = knnEntropyOptions(options, owner);
  const [ofX, ofY] = readPoints(owner, [x, y], ['x', 'y'], k);
  const known = neighborEntropy(ofY!, k, metric);
  let apart = 0;
  for (let j = 0; j < ofX!.d; j++) {
    apart += neighborEntropy(joinPoints([columnsOf(ofX!, j, 1), ofY!]), k, metric) - known;
  }
  const together = neighborEntropy(joinPoints([ofX!, ofY!]), k, metric) - known;
  return inBase(apart - together, base);
}
