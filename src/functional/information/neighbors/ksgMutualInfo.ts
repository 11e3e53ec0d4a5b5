import { MetricInputError } from '../../../inputs/metricInputError.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import { shareCheck, oneOfCheck } from '../../../inputs/options/optionCheck.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { inBase } from '../discrete/informationOptions.ts';
import { BLOCK_NORMS } from './blockDistances.ts';
import { ksgInformation } from './ksgInformation.ts';
import { DEFAULT_K, readPoints } from './readPoints.ts';
import { knnInformationOptions, type KnnInformationOptions } from './knnOptions.ts';
import { standardizePoints } from './standardizePoints.ts';

/** Options for {@link ksgMutualInfo}. */
export interface KsgMutualInfoOptions extends KnnInformationOptions {
  /**
   * Estimator of Kraskov, Stögbauer and Grassberger: for each sample, 1 uses one distance for all variables, and 2 uses
   * a separate distance for each variable. Default: 1, or 2 if `lncAlpha` is given.
   */
  readonly variant?: 1 | 2 | undefined;
  /**
   * Threshold of the local non-uniformity correction, between 0 and 1. A sample is corrected if the bounding box of its
   * neighbors along their principal axes has less than this fraction of the volume of the box along the coordinate
   * axes. Use it for strong dependence, for example 0.25 with k = 5 for two one-dimensional variables. Default: no
   * correction.
   */
  readonly lncAlpha?: number | undefined;
  /**
   * Norm within each variable with several columns. The joint distance is the largest of the norms of the variables.
   * For variables with a single column, all norms are equal. Norms other than `'chebyshev'` take O(N² d) time and
   * cannot be combined with `variant: 2` or `lncAlpha`. Default: `'chebyshev'`.
   */
  readonly metric?: 'chebyshev' | 'euclidean' | 'manhattan' | undefined;
}

/** Reads {@link KsgMutualInfoOptions}. */
export const ksgMutualInfoOptions: OptionsReader<KsgMutualInfoOptions> = /* @__PURE__ */ defineOptions(
  'ksgMutualInfo',
  () => ({
    ...knnInformationOptions.checks(),
    variant: oneOfCheck([1, 2], '1 or 2'),
    lncAlpha: shareCheck(),
    metric: oneOfCheck(BLOCK_NORMS),
  }),
);

/**
 * Checks that the norm is supported by the estimator.
 *
 * @returns the options.
 * @throws {@link MetricInputError} if `variant: 2` or `lncAlpha` is given with a norm other than `'chebyshev'`.
 */
export function checkKsgMetric<Options extends KsgMutualInfoOptions>(owner: string, options: Options): Options {
  const { variant, lncAlpha, metric = 'chebyshev' } = options;
  if (metric === 'chebyshev' || (variant !== 2 && lncAlpha === undefined)) return options;
  const name = variant === 2 ? 'variant: 2' : 'lncAlpha';
  throw new MetricInputError(`${owner}: option "metric": expected "chebyshev" with ${name}, got "${metric}"`);
}

/**
 * Mutual information of continuous variables of any dimension, from nearest-neighbor distances.
 *
 * Both variants sum over the m variables v, with ψ the digamma function and ⟨·⟩ the mean over the N samples. The k
 * neighbors of a sample are those with the smallest joint distance, the largest of its distances in the variables.
 *
 * - Variant 1: I = ψ(k) + (m − 1) ψ(N) − Σᵥ ⟨ψ(nᵥ + 1)⟩, with nᵥ the number of other samples whose distance in variable
 *   v is less than the joint distance of the k-th neighbor.
 * - Variant 2: I = ψ(k) − (m − 1)/k + (m − 1) ψ(N) − Σᵥ ⟨ψ(nᵥ)⟩, with nᵥ the number of other samples whose distance in
 *   variable v is at most that of the farthest of the k neighbors in v.
 *
 * Constant variables are ignored, because they share no information.
 *
 * Both formulas assume that no distances are tied. If several samples are at the distance of the k-th neighbor, as with
 * rounded values or counts, variant 1 is averaged over the orders of the tied samples. If at least `k` other samples
 * are equal to a sample, the counts of equal samples replace k and the nᵥ, as in {@link mixedMutualInfo}. With ties,
 * variant 2 is used only if at most 1 % of the samples have ties, and only for samples without ties; `lncAlpha`
 * corrects only samples without ties.
 *
 * The estimate is not clipped at 0, so that its mean for independent variables is 0, also with ties. It is not
 * differentiable, because it depends on counts.
 *
 * @param x - samples of one variable, `[N]` or `[N, d]`.
 * @param y - samples of the other variable, `[N]` or `[N, d]`.
 * @returns a value in nats (or in the unit of `base`); can be slightly below 0.
 * @throws {@link MetricInputError} if an input or option is invalid, or there are `k` samples or fewer.
 * @see A. Kraskov, H. Stögbauer and P. Grassberger, Physical Review E 69 (2004) 066138; for `lncAlpha` S. Gao, G. Ver
 * Steeg and A. Galstyan, AISTATS 2015.
 *
 * @example
 * ```ts
 * import { ksgMutualInfo } from 'tfjs-metrics';
 *
 * const x = Array.from({ length: 200 }, (_, i) => Math.sin(i * i));
 * const y = x.map((value, i) => value + Math.cos(i ** 3));
 * ksgMutualInfo(x, y); // 0.5368
 * ksgMutualInfo(x, y, { variant: 2, standardize: 'std', base: 2 }); // 0.8239
 * ksgMutualInfo(
 *   x,
 *   x.map(() => 7),
 * ); // 0
 * ```
 */
export function ksgMutualInfo(x: Samples, y: Samples, options?: KsgMutualInfoOptions): number;
/** Estimates the total correlation of any number of variables, given as a list of samples. */
export function ksgMutualInfo(variables: readonly Samples[], options?: KsgMutualInfoOptions): number;
export function ksgMutualInfo(
  first: Samples | readonly Samples[],
  second?: Samples | KsgMutualInfoOptions,
  third?: KsgMutualInfoOptions,
): number {
  const isList = third === undefined && isListOfVariables(first) && !isSamples(second);
  const given = isList ? (second as KsgMutualInfoOptions | undefined) : third;
  const options = checkKsgMetric('ksgMutualInfo', ksgMutualInfoOptions(given));
  const { k = DEFAULT_K, standardize, base } = options;
  const variables = isList ? first : [first, second];
  if (variables.length === 0) {
    throw new MetricInputError('ksgMutualInfo: expected at least one variable, got an empty list');
  }
  const names = isList ? variables.map((_, b) => `variables[${b}]`) : ['x', 'y'];
  const blocks = readPoints('ksgMutualInfo', variables, names, k).map((block) => standardizePoints(block, standardize));
  return inBase(ksgInformation(blocks, options), base);
}

/**
 * Returns true if the first argument can be a list of variables. Samples of a single variable can be an array of
 * numbers.
 */
function isListOfVariables(value: unknown): value is readonly Samples[] {
  return Array.isArray(value) && typeof value[0] !== 'number';
}

/** Returns true if the second argument is samples, false if it is options. */
function isSamples(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.getPrototypeOf(value) !== Object.prototype || 'data' in value || 'dataSync' in value;
}
