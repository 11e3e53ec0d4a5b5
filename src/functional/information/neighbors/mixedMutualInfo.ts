import { defineOptions, type OptionsReader } from '../../../inputs/defineOptions.ts';
import { oneOfCheck } from '../../../inputs/optionCheck.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { inBase } from '../discrete/informationOptions.ts';
import { mixedInformation } from './mixedInformation.ts';
import { DEFAULT_K, readPoints } from './readPoints.ts';
import { knnInformationOptions, type KnnInformationOptions } from './knnOptions.ts';
import { standardizePoints } from './standardizePoints.ts';

/** Options of {@link mixedMutualInfo}. */
export interface MixedMutualInfoOptions extends KnnInformationOptions {
  /**
   * How samples are counted: as in the authors' program (`'code'`), strictly nearer ones and the sample itself; or
   * as in Algorithm 1 of their paper (`'paper'`), those at most as far, without the sample. `'paper'` is too low for
   * few samples: its mean for independent variables is below 0. Default: `'code'`.
   */
  readonly variant?: 'code' | 'paper' | undefined;
}

/** Reads {@link MixedMutualInfoOptions}. */
export const mixedMutualInfoOptions: OptionsReader<MixedMutualInfoOptions> = /* @__PURE__ */ defineOptions(
  'mixedMutualInfo',
  () => ({
    ...knnInformationOptions.checks(),
    variant: oneOfCheck(['code', 'paper']),
  }),
);

/**
 * Mutual information of variables that are continuous, discrete or both in part, such as values that are
 * often 0: where samples coincide they count as points of positive probability.
 *
 * I = ⟨ψ(k̃) + ln N − ψ(n_x) − ψ(n_y)⟩. Where the k-th neighbour is at a distance above 0, k̃ = k and n counts
 * the samples strictly nearer in that variable, averaged over the orders in which samples at that distance may be
 * reached; else k̃ and n count those that coincide with the sample in both or in that one. The sample itself is
 * always among them. `variant: 'paper'` is ⟨ψ(k̃) + ln N − ln(n_x + 1) − ln(n_y + 1)⟩ with n the others at most as
 * far.
 *
 * @param x - samples of one variable, `[N]` or `[N, d]`. Discrete values as numbers, or several columns
 * of 0 and 1.
 * @param y - those of another.
 * @returns nats (or the unit of `base`); may be a little below 0. 0 where a variable is constant.
 * @throws {@link MetricInputError} when an input or option is not as described, or there are no more than
 * `k` samples.
 * @see W. Gao, S. Kannan, S. Oh and P. Viswanath, NIPS 2017, arXiv:1709.06212.
 *
 * @example
 * ```ts
 * import { mixedMutualInfo } from 'tfjs-metrics';
 *
 * const x = Array.from({ length: 300 }, (_, i) => i % 3);
 * mixedMutualInfo(x, x.map((value, i) => value + Math.sin(i * i))); // 0.6822
 * mixedMutualInfo(x, x); // 1.1
 * ```
 */
export function mixedMutualInfo(x: Samples, y: Samples, options?: MixedMutualInfoOptions): number {
  const owner = 'mixedMutualInfo';
  const given = mixedMutualInfoOptions(options);
  const { k = DEFAULT_K, standardize, base } = given;
  const [ofX, ofY] = readPoints(owner, [x, y], ['x', 'y'], k).map((block) => standardizePoints(block, standardize));
  return inBase(mixedInformation(ofX!, ofY!, given), base);
}
