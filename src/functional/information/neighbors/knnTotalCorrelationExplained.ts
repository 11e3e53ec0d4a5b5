import type { Samples } from '../../../inputs/samples.ts';
import { columnsOf } from '../../../numeric/neighbors/points.ts';
import { inBase } from '../discrete/informationOptions.ts';
import { ksgInformation } from './ksgInformation.ts';
import { DEFAULT_K, readPoints } from './readPoints.ts';
import { knnInformationOptions, type KnnInformationOptions } from './knnOptions.ts';
import { standardizePoints } from './standardizePoints.ts';

/**
 * How much of the total correlation of the columns of samples another variable explains: the CorEx measure.
 *
 * TC(X; Y) = TC(X) − TC(X | Y) = Σⱼ I(Xⱼ; Y) − I(X; Y), each as {@link ksgMutualInfo}.
 *
 * @param x - samples, `[N, d]`.
 * @param y - samples of the variable that explains, `[N]` or `[N, d′]`.
 * @returns nats (or the unit of `base`), of either sign: below 0 where Y tells more of the columns together than
 * of each.
 * @throws {@link MetricInputError} when an input or option is not as described, or there are no more than
 * `k` samples.
 * @see G. Ver Steeg and A. Galstyan, NIPS 2014, arXiv:1406.1222.
 *
 * @example
 * ```ts
 * import { knnTotalCorrelationExplained } from 'tfjs-metrics';
 *
 * knnTotalCorrelationExplained([[0, 1], [1, 0], [3, 4], [7, 6]], [1, 2, 3, 5], { k: 1 }); // 0.5521
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
