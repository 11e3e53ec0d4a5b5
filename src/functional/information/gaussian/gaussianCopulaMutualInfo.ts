import { MetricInputError } from '../../../inputs/metricInputError.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import { booleanCheck } from '../../../inputs/options/optionCheck.ts';
import { checkSampleBlocks } from '../../../inputs/checkSampleBlocks.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { JointMoments } from '../../../state/moments/jointMoments.ts';
import { baseCheck, inBase } from '../discrete/informationOptions.ts';
import { gaussianInformation } from './gaussianInformation.ts';
import { toPoints } from '../neighbors/readPoints.ts';
import { normalScores } from '../../../numeric/neighbors/normalScores.ts';
import { digamma } from '../../../numeric/special/digamma.ts';

/** Options for Gaussian mutual information of samples. */
export interface GaussianSampleOptions {
  /** Whether to subtract the expected bias of small samples. Default: false. */
  readonly biasCorrection?: boolean | undefined;
  /** Base of the logarithm: 2 for bits, 10 for hartleys. Default: e (nats). */
  readonly base?: number | undefined;
}

/** Reads {@link GaussianSampleOptions}. */
export const gaussianSampleOptions: OptionsReader<GaussianSampleOptions> = /* @__PURE__ */ defineOptions(
  'gaussianCopulaMutualInfo',
  () => ({ biasCorrection: booleanCheck(), base: baseCheck() }),
);

/**
 * Mutual information of two variables with a Gaussian copula and any marginal distributions.
 *
 * Each value is replaced by its normal score Φ⁻¹(r/(N + 1)), with r its rank in its column, from 1 to N. Tied values
 * share their mean rank. The result is the {@link gaussianMutualInfo} of the covariance of the normal scores. For other
 * copulas it is a lower bound of the mutual information, up to the sampling error of the covariance.
 *
 * @param x - samples of one variable, `[N]` or `[N, d]`.
 * @param y - samples of the other variable, `[N]` or `[N, d]`.
 * @returns a value in nats (or in the unit of `base`), 0 or more; with `biasCorrection` it can be slightly below 0.
 * Infinity if a column of one variable is a strictly monotonic function of a column of the other.
 * @throws {@link MetricInputError} if an input or option is invalid, or there are not more samples than columns.
 * @see R. A. A. Ince et al., Human Brain Mapping 38 (2017) 1541–1573.
 *
 * @example
 * ```ts
 * import { gaussianCopulaMutualInfo } from 'tfjs-metrics';
 *
 * const x = Array.from({ length: 100 }, (_, i) => Math.sin(i * i));
 * const y = x.map((value, i) => Math.exp(3 * value + Math.cos(i ** 3)));
 * gaussianCopulaMutualInfo(x, y); // 0.768
 * gaussianCopulaMutualInfo(x, y, { biasCorrection: true, base: 2 }); // 1.101
 * ```
 */
export function gaussianCopulaMutualInfo(x: Samples, y: Samples, options?: GaussianSampleOptions): number {
  const owner = 'gaussianCopulaMutualInfo';
  const given = gaussianSampleOptions(options);
  const blocks = checkSampleBlocks([x, y], ['x', 'y']).map(toPoints);
  const [{ n }, columns] = [blocks[0]!, blocks[0]!.d + blocks[1]!.d];
  if (n <= columns) {
    throw new MetricInputError(`${owner}: expected more samples than columns, got ${n} of ${columns}`);
  }
  const moments = new JointMoments();
  moments.addChecked(blocks.map(normalScores));
  return gaussianSampleInformation(moments, given);
}

/** Returns the Gaussian mutual information of accumulated moments, in the unit that the options name. */
export function gaussianSampleInformation(
  moments: JointMoments,
  { biasCorrection = false, base }: GaussianSampleOptions,
): number {
  const { n, widths } = moments;
  const information = gaussianInformation(Float64Array.from(moments.scaledCovariance().flat()), widths);
  return inBase(biasCorrection ? information - gaussianBias(n, widths) : information, base);
}

/**
 * Returns the bias, in nats, of Gaussian mutual information from the covariance of `n` normally distributed samples:
 * ½ (Σ_b S(d_b) − S(Σ d_b)), with S(d) = Σ ψ((n − i)/2) over i from 1 to d (N. Misra, H. Singh and E. Demchuk,
 * Journal of Multivariate Analysis 92, 2005). Requires more samples than columns.
 */
export function gaussianBias(n: number, widths: readonly number[]): number {
  const sumTo = (d: number): number => {
    let sum = 0;
    for (let i = 1; i <= d; i++) sum += digamma((n - i) / 2);
    return sum;
  };
  const d = widths.reduce((sum, width) => sum + width, 0);
  return (widths.reduce((sum, width) => sum + sumTo(width), 0) - sumTo(d)) / 2;
}
