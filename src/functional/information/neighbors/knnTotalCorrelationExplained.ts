import type { Samples } from '../../../inputs/samples.ts';
import { columnsOf } from '../../../numeric/neighbors/points.ts';
import { inBase } from '../discrete/informationOptions.ts';
import { ksgInformation } from './ksgInformation.ts';
import { DEFAULT_K, readPoints } from './readPoints.ts';
import { knnInformationOptions, type KnnInformationOptions } from './knnOptions.ts';
import { standardizePoints } from './standardizePoints.ts';

/**
 * How much of the dependence among the columns of x, their total correlation, another variable y explains: the CorEx
 * objective.
 *
 * TC(X; Y) = TC(X) − TC(X | Y) = Σⱼ I(Xⱼ; Y) − I(X; Y), with Xⱼ column j of x and each mutual information estimated by
 * {@link ksgMutualInfo}.
 *
 * @param x - samples, `[N, d]`.
 * @param y - samples of the explanatory variable, `[N]` or `[N, d′]`.
 * @returns a value in nats (or in the unit of `base`), negative if I(X; Y) is greater than the sum of all I(Xⱼ; Y).
 * @throws {@link MetricInputError} if an input or option is invalid, or there are `k` samples or fewer.
 * @see G. Ver Steeg and A. Galstyan, NIPS 2014, arXiv:1406.1222.
 *
 * @example
 * ```ts
 * import { knnTotalCorrelationExplained } from 'tfjs-metrics';
 *
 * knnTotalCorrelationExplained(
 *   [
 *     [0, 1],
 *     [1, 0],
 *     [3, 4],
 *     [7, 6],
 *   ],
 *   [1, 2, 3, 5],
 *   { k: 1 },
 * ); // 0.5521
 * ```
 */
export function knnTotalCorrelationExplained(x: Samples, y: Samples, options?: KnnInformationOptions): number {
  const owner = 'knnTotalCorrelationExplained';
  const { k = DEFAULT_K, standardize, base } = knnInformationOptions(options, owner);
  const [ofX, ofY] = readPoints(owner, [x, y], ['x', 'y'], k).map((block) => standardizePoints(block, standardize));
  let explained = -ksgInformation([ofX!, ofY!], { k });
  for (let j = 0; j < ofX!.d; j++) {
    explained += ksgInformation([columnsOf(ofX!, j, 1), ofY!], { k });
  }
  return inBase(explained, base);
}
