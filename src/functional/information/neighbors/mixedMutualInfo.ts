import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import { oneOfCheck } from '../../../inputs/options/optionCheck.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { inBase } from '../discrete/informationOptions.ts';
import { DEFAULT_K, readPoints } from './readPoints.ts';
import { knnInformationOptions, type KnnInformationOptions } from './knnOptions.ts';
import { meanOfTerms, type SampleTerms } from './sampleTerms.ts';
import { standardizePoints } from './standardizePoints.ts';
import { countWithin } from '../../../numeric/neighbors/countWithin.ts';
import { kthDistances, type SpacedPoints } from '../../../numeric/neighbors/kthDistances.ts';
import { columnsOf, isConstant, joinPoints, type Points } from '../../../numeric/neighbors/points.ts';
import { digammaTable } from './digammaTable.ts';
import { localInformation } from './localInformation.ts';

/** Options for {@link mixedMutualInfo}. */
export interface MixedMutualInfoOptions extends KnnInformationOptions {
  /**
   * Counting rule: as in the authors' program (`'code'`), which counts the sample itself and the samples strictly
   * nearer than the k-th neighbor, or as in Algorithm 1 of their paper (`'paper'`), which counts the other samples at
   * most as far away. The estimate of `'paper'` is too low for small samples: for independent variables, its mean is
   * negative. Default: `'code'`.
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
 * Mutual information of continuous, discrete or mixed variables, such as values that are often exactly 0. Equal samples
 * are treated as atoms of the distribution.
 *
 * I = ⟨ψ(k̃) + ln N − ψ(n_x) − ψ(n_y)⟩, with ψ the digamma function and ⟨·⟩ the mean over the N samples. Distances are
 * Chebyshev distances; the neighbors of a sample are those in both variables together. If the k-th neighbor is at a
 * distance above 0, k̃ = k, and n_x and n_y are the numbers of samples that are strictly nearer than this distance in x
 * and in y. If the distance is 0, k̃, n_x and n_y are the numbers of samples that are equal to the sample in both
 * variables, in x, and in y. All these numbers include the sample itself.
 *
 * If several samples are at exactly the distance of the k-th neighbor, the term of the sample is the mean over the
 * possible choices of that neighbor. n_x and n_y then also count some of the samples at this distance.
 *
 * `variant: 'paper'` computes ⟨ψ(k̃) + ln N − ln(n_x + 1) − ln(n_y + 1)⟩, with n_x and n_y the numbers of other samples
 * at most as far away as the k-th neighbor. If its distance is 0, k̃ is the number of other samples that coincide in
 * both.
 *
 * @param x - samples of one variable, `[N]` or `[N, d]`. Encode discrete values as numbers or as one-hot columns.
 * @param y - samples of the other variable, `[N]` or `[N, d]`.
 * @returns a value in nats (or in the unit of `base`); can be slightly below 0. 0 if a variable is constant.
 * @throws {@link MetricInputError} if an input or option is invalid, or there are `k` samples or fewer.
 * @see W. Gao, S. Kannan, S. Oh and P. Viswanath, NIPS 2017, arXiv:1709.06212.
 *
 * @example
 * ```ts
 * import { mixedMutualInfo } from 'tfjs-metrics';
 *
 * const x = Array.from({ length: 300 }, (_, i) => i % 3);
 * mixedMutualInfo(
 *   x,
 *   x.map((value, i) => value + Math.sin(i * i)),
 * ); // 0.6822
 * mixedMutualInfo(x, x); // 1.1
 * ```
 */
export function mixedMutualInfo(x: Samples, y: Samples, options?: MixedMutualInfoOptions): number {
  const owner = 'mixedMutualInfo';
  const given = mixedMutualInfoOptions(options);
  const { k = DEFAULT_K, standardize, base } = given;
  const [ofX, ofY] = readPoints(owner, [x, y], ['x', 'y'], k).map((block) => standardizePoints(block, standardize));
  return inBase(meanOfTerms(mixedTerms(ofX!, ofY!, given)), base);
}

/** Options of the estimate in nats. */
interface MixedSettings {
  readonly k?: number | undefined;
  readonly variant?: 'code' | 'paper' | undefined;
}

/** Returns the terms of {@link mixedMutualInfo}, in nats. */
export function mixedTerms(x: Points, y: Points, { k = 3, variant = 'code' }: MixedSettings): SampleTerms {
  if (isConstant(x) || isConstant(y)) return { values: new Float64Array(x.n), shift: 0 };
  const spaced = kthDistances(joinPoints([x, y]), k, 'chebyshev');
  const values =
    variant === 'code'
      ? localInformation(spaced, [x.d, y.d], VARIABLES, k).values
      : valuesOfPaper(spaced, [x.d, y.d], k);
  return { values, shift: Math.log(x.n), order: spaced.order };
}

const VARIABLES = [
  { from: 0, to: 1, sign: -1 },
  { from: 1, to: 2, sign: -1 },
] as const;

/** Returns the local estimates of Algorithm 1 of Gao et al. */
function valuesOfPaper(
  { points, distances }: SpacedPoints,
  [width, other]: readonly [number, number],
  k: number,
): Float64Array {
  const ofX = countWithin(columnsOf(points, 0, width), distances).within;
  const ofY = countWithin(columnsOf(points, width, other), distances).within;
  const together = distances.includes(0) ? countWithin(points, distances).within : undefined;
  const psi = digammaTable(points.n);
  return distances.map((distance, i) => {
    const neighbors = distance === 0 ? together![i]! - 1 : k;
    return psi[neighbors]! - Math.log(ofX[i]!) - Math.log(ofY[i]!);
  });
}
