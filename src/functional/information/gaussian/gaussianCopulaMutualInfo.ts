import { MetricInputError } from '../../../inputs/metricInputError.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/defineOptions.ts';
import { booleanCheck } from '../../../inputs/optionCheck.ts';
import { checkSampleBlocks } from '../../../inputs/checkSampleBlocks.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { JointMoments } from '../../../state/moments/jointMoments.ts';
import { baseCheck, inBase } from '../discrete/informationOptions.ts';
import { gaussianBias } from './gaussianBias.ts';
import { gaussianInformation } from './gaussianInformation.ts';
import { toPoints } from '../neighbors/readPoints.ts';
import { normalScores } from './normalScores.ts';

/** Options of Gaussian information of samples. */
export interface GaussianSampleOptions {
  /** Whether to take out what few samples add in the mean; false when left out. */
  readonly biasCorrection?: boolean | undefined;
  /** Base of the logarithm: e (nats) when left out, 2 for bits, 10 for hartleys. */
  readonly base?: number | undefined;
}

/** Reads {@link GaussianSampleOptions}. */
export const gaussianSampleOptions: OptionsReader<GaussianSampleOptions> = /* @__PURE__ */ defineOptions(
  'gaussianCopulaMutualInfo',
  () => ({ biasCorrection: booleanCheck(), base: baseCheck() }),
);

/**
 * Mutual information of two variables whose ranks depend on each other as those of normal variables do,
 * whatever their own distributions are.
 *
 * Each column is replaced by Φ⁻¹(r/(N + 1)), r its ranks from 1 (equal values share the mean of theirs), and the
 * result is {@link gaussianMutualInfo} of their covariance. For other dependence it is a lower bound of the
 * information, up to the error of the covariance.
 *
 * @param x - samples of one variable, `[N]` or `[N, d]`.
 * @param y - those of another.
 * @returns nats (or the unit of `base`), from 0 up; with `biasCorrection` it may be a little below 0. Infinity
 * where a column of one variable is a rising or falling function of one of the other.
 * @throws {@link MetricInputError} when an input or option is not as described, or there are no more samples
 * than columns.
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

/** Gaussian information of what moments have seen. */
export function gaussianSampleInformation(
  moments: JointMoments,
  { biasCorrection = false, base }: GaussianSampleOptions,
): number {
  const { n, widths } = moments;
  const information = gaussianInformation(Float64Array.from(moments.scaledCovariance().flat()), widths);
  return inBase(biasCorrection ? information - gaussianBias(n, widths) : information, base);
}
