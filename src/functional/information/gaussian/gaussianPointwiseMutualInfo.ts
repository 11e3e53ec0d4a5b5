import { joinPoints, type Points } from '../../../numeric/neighbors/points.ts';
import { JointMoments } from '../../../state/moments/jointMoments.ts';
import { standardizePoints } from '../neighbors/standardizePoints.ts';
import { gaussianFactors, gaussianInformation, type IndependentColumns } from './gaussianInformation.ts';
import { checkSampleBlocks } from '../../../inputs/checkSampleBlocks.ts';
import { MetricInputError } from '../../../inputs/metricInputError.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import { booleanCheck } from '../../../inputs/options/optionCheck.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { normalScores } from '../../../numeric/neighbors/normalScores.ts';
import { inBase } from '../discrete/informationOptions.ts';
import { toPoints } from '../neighbors/readPoints.ts';
import { gaussianBias, gaussianSampleOptions, type GaussianSampleOptions } from './gaussianCopulaMutualInfo.ts';

/** Options for {@link gaussianPointwiseMutualInfo}. */
export interface GaussianPointwiseOptions extends GaussianSampleOptions {
  /** Whether to replace each column by its normal scores, as in {@link gaussianCopulaMutualInfo}. Default: false. */
  readonly copula?: boolean | undefined;
}

const pointwiseOptions: OptionsReader<GaussianPointwiseOptions> = /* @__PURE__ */ defineOptions(
  'gaussianPointwiseMutualInfo',
  () => ({ ...gaussianSampleOptions.checks(), copula: booleanCheck() }),
);

/**
 * Pointwise mutual information of each sample of two jointly normal variables.
 *
 * i(x, y) = I + ½ (xᵀ Σ_x⁻¹ x + yᵀ Σ_y⁻¹ y − zᵀ Σ⁻¹ z), for values x and y minus their means, and z = (x, y). Σ_x, Σ_y
 * and Σ are the covariance matrices of x, y and z, and I is their mutual information. The mean of i over the samples is
 * the {@link gaussianMutualInfo} of that covariance, or with `copula` the {@link gaussianCopulaMutualInfo} of the
 * samples.
 *
 * @param x - samples of one variable, `[N]` or `[N, d]`.
 * @param y - samples of the other variable, `[N]` or `[N, d]`.
 * @returns a value for each sample in nats (or in the unit of `base`); Infinity for all samples if a linear
 * combination of columns of one variable determines a linear combination of columns of the other.
 * @throws {@link MetricInputError} if an input or option is invalid, or there are not more samples than columns.
 * @see T. M. Cover and J. A. Thomas, Elements of Information Theory, 2nd ed., chapter 8.
 *
 * @example
 * ```ts
 * import { gaussianPointwiseMutualInfo } from 'tfjs-metrics';
 *
 * const x = Array.from({ length: 100 }, (_, i) => Math.sin(i * i));
 * const y = x.map((value, i) => Math.exp(3 * value + Math.cos(i ** 3)));
 * const values = gaussianPointwiseMutualInfo(x, y, { copula: true });
 * values.reduce((sum, value) => sum + value) / 100; // 0.768
 * ```
 */
export function gaussianPointwiseMutualInfo(x: Samples, y: Samples, options?: GaussianPointwiseOptions): Float64Array {
  const owner = 'gaussianPointwiseMutualInfo';
  const { copula = false, biasCorrection = false, base } = pointwiseOptions(options);
  const blocks = checkSampleBlocks([x, y], ['x', 'y']).map(toPoints);
  const [ofX, ofY] = (copula ? blocks.map(normalScores) : blocks) as [Points, Points];
  if (ofX.n <= ofX.d + ofY.d) {
    throw new MetricInputError(`${owner}: expected more samples than columns, got ${ofX.n} of ${ofX.d + ofY.d}`);
  }
  const bias = biasCorrection ? gaussianBias(ofX.n, [ofX.d, ofY.d]) : 0;
  return gaussianInformationOfSamples(ofX, ofY).map((nats) => inBase(nats - bias, base));
}

/**
 * Returns the terms, in nats, of which the Gaussian mutual information of two variables is the mean, one for each
 * sample: I + ½ (xᵀ Σ_x⁻¹ x + yᵀ Σ_y⁻¹ y − zᵀ Σ⁻¹ z), with z = (x, y) relative to the means.
 */
function gaussianInformationOfSamples(x: Points, y: Points): Float64Array {
  const points = [x, y].map((block) => standardizePoints(block, 'std'));
  const moments = new JointMoments();
  moments.addChecked(points);
  const covariance = Float64Array.from(moments.covariance().flat());
  const widths = [x.d, y.d];
  const values = new Float64Array(x.n).fill(gaussianInformation(covariance, widths));
  if (values[0] === Infinity) return values;
  const { blocks, joint } = gaussianFactors(covariance, widths);
  const all = joinPoints(points);
  for (const block of blocks) addSquares(values, all, block, 1 / 2);
  addSquares(values, all, joint, -1 / 2);
  return values;
}

/** Adds multiples of the squared Mahalanobis lengths of points, by forward substitution. */
function addSquares(
  values: Float64Array,
  { data, n, d }: Points,
  { kept, factors }: IndependentColumns,
  factor: number,
): void {
  const solved = new Float64Array(kept.length);
  for (let i = 0; i < n; i++) {
    let square = 0;
    for (let j = 0; j < kept.length; j++) {
      const row = factors[j]!;
      let rest = data[i * d + kept[j]!]!;
      for (let l = 0; l < j; l++) rest -= row[l]! * solved[l]!;
      solved[j] = rest / row[j]!;
      square += solved[j]! ** 2;
    }
    values[i]! += factor * square;
  }
}
