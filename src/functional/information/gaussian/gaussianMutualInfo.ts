import { MetricInputError } from '../../../inputs/metricInputError.ts';
import { checkSamples, type Samples } from '../../../inputs/samples.ts';
import { defineOptions } from '../../../inputs/defineOptions.ts';
import { optionCheck, isCount } from '../../../inputs/optionCheck.ts';
import { baseCheck, inBase } from '../discrete/informationOptions.ts';
import { gaussianInformation } from './gaussianInformation.ts';

/** Options of {@link gaussianMutualInfo}. */
export interface GaussianMutualInfoOptions {
  /** How many columns each variable has, in their order; one each when left out. */
  readonly widths?: readonly number[] | undefined;
  /** Base of the logarithm: e (nats) when left out, 2 for bits, 10 for hartleys. */
  readonly base?: number | undefined;
}

const gaussianMutualInfoOptions = /* @__PURE__ */ defineOptions<GaussianMutualInfoOptions>(
  'gaussianMutualInfo',
  () => ({
    widths: optionCheck((value) => Array.isArray(value) && value.every(isCount), 'a list of whole numbers above 0'),
    base: baseCheck(),
  }),
);

/**
 * Mutual information of normally distributed variables, exactly from their covariance; of more than two their
 * total correlation.
 *
 * I = ½ ln(Π |Σ_b| / |Σ|), with Σ_b the covariance within variable b; of two single values −½ ln(1 − ρ²). Columns
 * that are constant, or a combination of others of their variable, tell nothing more and are left out.
 *
 * @param covariance - covariance or correlation of all columns, `[d, d]`: symmetric, with no negative eigenvalue.
 * @returns nats (or the unit of `base`), from 0 up; Infinity where one variable determines a combination of
 * another.
 * @throws {@link MetricInputError} when the matrix or an option is not as described.
 * @see T. M. Cover and J. A. Thomas, Elements of Information Theory, 2nd ed., section 8.5.
 *
 * @example
 * ```ts
 * import { gaussianMutualInfo } from 'tfjs-metrics';
 *
 * gaussianMutualInfo([[1, 0.75], [0.75, 1]]); // 0.413339
 * gaussianMutualInfo([[1, 0.5, 0.5], [0.5, 1, 0.5], [0.5, 0.5, 1]], { widths: [1, 2] }); // 0.2027
 * ```
 */
export function gaussianMutualInfo(covariance: Samples, options?: GaussianMutualInfoOptions): number {
  const owner = 'gaussianMutualInfo';
  const { widths, base } = gaussianMutualInfoOptions(options);
  const { data, n, d } = checkSamples(covariance, 'covariance');
  if (n !== d) throw new MetricInputError(`covariance: expected a square matrix, got [${n}, ${d}]`);
  const columns = widths ?? new Array<number>(d).fill(1);
  if (columns.reduce((sum, width) => sum + width, 0) !== d) {
    throw new MetricInputError(`${owner}: option "widths": expected ${d} columns in all, got [${columns.join(', ')}]`);
  }
  return inBase(gaussianInformation(Float64Array.from(data), columns), base);
}
