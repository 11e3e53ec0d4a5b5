import type { Samples } from '../../../inputs/samples.ts';
import { inBase } from '../discrete/informationOptions.ts';
import { ksgTerms } from './ksgInformation.ts';
import { checkKsgMetric, ksgMutualInfoOptions, type KsgMutualInfoOptions } from './ksgMutualInfo.ts';
import { DEFAULT_K, readPoints } from './readPoints.ts';
import { termsInInputOrder } from './sampleTerms.ts';
import { standardizePoints } from './standardizePoints.ts';

/**
 * Pointwise mutual information of each sample of two continuous variables, from nearest-neighbor distances.
 *
 * By default (`variant: 1`), i(xₙ, yₙ) ≈ ψ(k) + ψ(N) − ψ(n_x + 1) − ψ(n_y + 1), with the symbols of
 * {@link ksgMutualInfo}, which is the mean of these values. A single value is noisy, with a standard deviation near
 * 1/√k even for normal variables; the noise averages out over groups of many samples.
 *
 * @param x - samples of one variable, `[N]` or `[N, d]`.
 * @param y - samples of the other variable, `[N]` or `[N, d]`.
 * @returns a value for each sample in nats (or in the unit of `base`): above 0 where one variable makes the value of
 * the other more likely.
 * @throws {@link MetricInputError} if an input or option is invalid, or there are `k` samples or fewer.
 * @see A. Kraskov, H. Stögbauer and P. Grassberger, Physical Review E 69 (2004) 066138, equation (8).
 *
 * @example
 * ```ts
 * import { ksgPointwiseMutualInfo } from 'tfjs-metrics';
 *
 * const x = Array.from({ length: 200 }, (_, i) => Math.sin(i * i));
 * const y = x.map((value, i) => value + Math.cos(i ** 3));
 * const values = ksgPointwiseMutualInfo(x, y);
 * values.length; // 200
 * values.reduce((sum, value) => sum + value) / 200; // 0.5368
 * ```
 */
export function ksgPointwiseMutualInfo(x: Samples, y: Samples, options?: KsgMutualInfoOptions): Float64Array {
  const owner = 'ksgPointwiseMutualInfo';
  const given = checkKsgMetric(owner, ksgMutualInfoOptions(options, owner));
  const { k = DEFAULT_K, standardize, base } = given;
  const blocks = readPoints(owner, [x, y], ['x', 'y'], k).map((block) => standardizePoints(block, standardize));
  return termsInInputOrder(ksgTerms(blocks, given)).map((nats) => inBase(nats, base));
}
