import type { Samples } from '../../../inputs/samples.ts';
import { inBase } from '../discrete/informationOptions.ts';
import { mixedMutualInfoOptions, mixedTerms, type MixedMutualInfoOptions } from './mixedMutualInfo.ts';
import { DEFAULT_K, readPoints } from './readPoints.ts';
import { termsInInputOrder } from './sampleTerms.ts';
import { standardizePoints } from './standardizePoints.ts';

/**
 * Pointwise mutual information of each sample of continuous, discrete or mixed variables.
 *
 * By default, i(xₙ, yₙ) ≈ ψ(k̃) + ln N − ψ(n_x) − ψ(n_y), with ψ the digamma function, k̃ = k the number of
 * neighbors, and n_x and n_y the numbers of samples, including this one, that are nearer in x and in y than its k-th
 * neighbor. The mean of these values is {@link mixedMutualInfo}, which defines k̃, n_x and n_y for equal samples and for
 * `variant: 'paper'`.
 *
 * @param x - samples of one variable, `[N]` or `[N, d]`.
 * @param y - samples of the other variable, `[N]` or `[N, d′]`.
 * @returns a value for each sample in nats (or in the unit of `base`); all are 0 if a variable is constant.
 * @throws {@link MetricInputError} if an input or option is invalid, or there are `k` samples or fewer.
 * @see W. Gao, S. Kannan, S. Oh and P. Viswanath, NIPS 2017, arXiv:1709.06212.
 *
 * @example
 * ```ts
 * import { mixedPointwiseMutualInfo } from 'tfjs-metrics';
 *
 * const x = Array.from({ length: 300 }, (_, i) => i % 3);
 * const values = mixedPointwiseMutualInfo(
 *   x,
 *   x.map((value, i) => value + Math.sin(i * i)),
 * );
 * values.reduce((sum, value) => sum + value) / 300; // 0.6822
 * ```
 */
export function mixedPointwiseMutualInfo(x: Samples, y: Samples, options?: MixedMutualInfoOptions): Float64Array {
  const owner = 'mixedPointwiseMutualInfo';
  const given = mixedMutualInfoOptions(options, owner);
  const { k = DEFAULT_K, standardize, base } = given;
  const [ofX, ofY] = readPoints(owner, [x, y], ['x', 'y'], k).map((block) => standardizePoints(block, standardize));
  return termsInInputOrder(mixedTerms(ofX!, ofY!, given)).map((nats) => inBase(nats, base));
}
