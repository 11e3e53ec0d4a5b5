import { MetricInputError } from '../../../inputs/metricInputError.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/defineOptions.ts';
import { shareCheck, oneOfCheck } from '../../../inputs/optionCheck.ts';
import type { Samples } from '../../../inputs/samples.ts';
import { inBase } from '../discrete/informationOptions.ts';
import { BLOCK_NORMS, type BlockNorm } from './blockDistances.ts';
import { ksgInformation } from './ksgInformation.ts';
import { DEFAULT_K, readPoints } from './readPoints.ts';
import { knnInformationOptions, type KnnInformationOptions } from './knnOptions.ts';
import { standardizePoints } from './standardizePoints.ts';

/** Options of {@link ksgMutualInfo}. */
export interface KsgMutualInfoOptions extends KnnInformationOptions {
  /**
   * Which of the two estimators of Kraskov, Stögbauer and Grassberger: with one distance for all variables
   * (1, when left out) or one for each (2, when left out with `lncAlpha`).
   */
  readonly variant?: 1 | 2 | undefined;
  /**
   * Corrects for samples whose neighbours lie along a line or plane: where the box along their principal
   * axes has less than this share of the volume of the box along the coordinates, between 0 and 1. For
   * strong dependence; 0.25 with k = 5 suits two single values.
   */
  readonly lncAlpha?: number | undefined;
  /**
   * Norm within each variable of several columns; the distance in all variables is the greatest of these. All norms
   * agree for single columns. Default: `'chebyshev'`. The others take O(N² d), and no `variant: 2` or `lncAlpha`.
   */
  readonly metric?: BlockNorm | undefined;
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
 * Checks that the norm suits the estimator.
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
 * Mutual information of continuous variables of any dimensions, from the distances of nearest neighbours.
 *
 * Variant 1: I = ψ(k) + (m − 1) ψ(N) − Σ ⟨ψ(n + 1)⟩, summed over the m variables, with n the other samples
 * that are nearer in that variable than the k-th neighbour is in all of them (by the greatest difference).
 * Variant 2: I = ψ(k) − (m − 1)/k + (m − 1) ψ(N) − Σ ⟨ψ(n)⟩, with n those at most as far in that variable as
 * any of the k neighbours. A constant variable contributes nothing and is left out.
 *
 * Both formulas assume that no distances tie. Where several samples are at the distance of the k-th neighbour, as
 * with rounded values or counts, the result is the mean of variant 1 over the orders in which they may be reached;
 * where k others or more coincide with a sample, all of these are counted, as by {@link mixedMutualInfo}.
 * Variant 2 is then used for the samples without ties if at most 1 % have some, else for none; `lncAlpha` corrects the
 * samples without ties.
 *
 * Not clipped at 0: for independent variables the mean is 0, with ties too. There is no gradient: counts are whole.
 *
 * @param x - samples of one variable, `[N]` or `[N, d]`.
 * @param y - those of another.
 * @returns nats (or the unit of `base`); may be a little below 0.
 * @throws {@link MetricInputError} when an input or option is not as described, or there are no more than
 * `k` samples.
 * @see A. Kraskov, H. Stögbauer and P. Grassberger, Physical Review E 69 (2004) 066138; for `lncAlpha`
 * S. Gao, G. Ver Steeg and A. Galstyan, AISTATS 2015.
 *
 * @example
 * ```ts
 * import { ksgMutualInfo } from 'tfjs-metrics';
 *
 * const x = Array.from({ length: 200 }, (_, i) => Math.sin(i * i));
 * const y = x.map((value, i) => value + Math.cos(i ** 3));
 * ksgMutualInfo(x, y); // 0.5368
 * ksgMutualInfo(x, y, { variant: 2, standardize: 'std', base: 2 }); // 0.8239
 * ksgMutualInfo(x, x.map(() => 7)); // 0
 * ```
 */
export function ksgMutualInfo(x: Samples, y: Samples, options?: KsgMutualInfoOptions): number;
/** The same of any number of variables: their total correlation, `m` blocks of samples. */
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

/** Whether a first argument could be a list of variables: samples of one alone may be a list of numbers. */
function isListOfVariables(value: unknown): value is readonly Samples[] {
  return Array.isArray(value) && typeof value[0] !== 'number';
}

/** Whether a second argument is samples and no options. */
function isSamples(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.getPrototypeOf(value) !== Object.prototype || 'data' in value || 'dataSync' in value;
}
