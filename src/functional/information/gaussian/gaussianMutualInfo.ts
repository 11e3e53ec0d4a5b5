import { MetricInputError } from '../../../inputs/metricInputError.ts';
import { checkSamples, type Samples } from '../../../inputs/samples.ts';
import { defineOptions } from '../../../inputs/options/defineOptions.ts';
import { optionCheck, isCount } from '../../../inputs/options/optionCheck.ts';
import { baseCheck, inBase } from '../discrete/informationOptions.ts';
import { gaussianInformation } from './gaussianInformation.ts';

/** Options for {@link gaussianMutualInfo}. */
export interface GaussianMutualInfoOptions {
  /** Number of columns of each variable, in order. Default: 1 for each variable. */
  readonly widths?: readonly number[] | undefined;
  /** Base of the logarithm: 2 for bits, 10 for hartleys. Default: e (nats). */
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
 * Mutual information of jointly normal variables, computed from their covariance. For more than two variables, it is
 * their total correlation.
 *
 * I = ½ ln(Π_b |Σ_b| / |Σ|), with |Σ| the determinant of the covariance matrix of all columns, and |Σ_b| that of the
 * columns of variable b. For two one-dimensional variables it equals −½ ln(1 − ρ²), with ρ their correlation. Columns
 * that are constant or linear combinations of other columns of the same variable are ignored.
 *
 * @param covariance - covariance or correlation matrix of all columns, `[d, d]`: symmetric, without negative
 * eigenvalues.
 * @returns a value in nats (or in the unit of `base`), 0 or more; Infinity if one variable determines a linear
 * combination of the columns of another.
 * @throws {@link MetricInputError} if the matrix or an option is invalid.
 * @see T. M. Cover and J. A. Thomas, Elements of Information Theory, 2nd ed., section 8.5.
 *
 * @example
 * ```ts
 * import { gaussianMutualInfo } from 'tfjs-metrics';
 *
 * gaussianMutualInfo([
 *   [1, 0.75],
 *   [0.75, 1],
 * ]); // 0.413339
 * gaussianMutualInfo(
 *   [
 *     [1, 0.5, 0.5],
 *     [0.5, 1, 0.5],
 *     [0.5, 0.5, 1],
 *   ],
 *   { widths: [1, 2] },
 * ); // 0.2027
 * ```
 */
export function gaussianMutualInfo(covariance: Samples, options?: GaussianMutualInfoOptions): number {
  const owner = 'gaussianMutualInfo';
  const { widths, base } = gaussianMutualInfoOptions(options);
  const { data, n, d } = checkSamples(covariance, 'covariance');
  if (n !== d) throw new MetricInputError(`covariance: expected a square matrix, got [${n}, ${d}]`);
  const columns = widths ?? new Array<number>(d).fill(1);
  if (columns.reduce((sum, width) => sum + width, 0) !== d) {
    throw new MetricInputError(
      `${owner}: option "widths": expected widths that sum to ${d}, got [${columns.join(', ')}]`,
    );
  }
  return inBase(gaussianInformation(Float64Array.from(data), columns), base);
}
