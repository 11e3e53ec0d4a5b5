import { nominalOptions, type NominalOptions, type NominalTableOptions } from '../../inputs/options/nominalOptions.ts';
import type { LabelMatrix } from '../../inputs/readLabelColumns.ts';
import type { PairOptions } from '../../inputs/labelPairs.ts';
import type { PairwiseTables } from '../../state/tables/pairwiseTables.ts';
import { pearsonsContingencyCoefficient } from './pearsonsContingencyCoefficient.ts';
import { pairwiseScores, type PairwiseArguments } from './pairwiseScores.ts';

/**
 * Pearson's contingency coefficient of all pairs of variables: {@link pearsonsContingencyCoefficient} for each pair
 * of columns.
 *
 * The contingency tables of all pairs are counted in one pass over the samples. The diagonal is 1, or NaN for a
 * variable without samples. With `nanStrategy: 'drop'`, a sample with a missing label is excluded only from the pairs
 * that include the variable of this label.
 *
 * @param matrix - labels of N samples in V variables, `[N, V]`; columns may have labels of different types.
 * @returns a symmetric V × V matrix of values from 0 to 1.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see {@link pearsonsContingencyCoefficient}
 *
 * @example
 * ```ts
 * import { pearsonsContingencyCoefficientMatrix } from 'tfjs-metrics';
 *
 * const samples = [
 *   ['a', 0],
 *   ['a', 0],
 *   ['b', 1],
 *   ['c', 1],
 * ];
 * pearsonsContingencyCoefficientMatrix(samples); // [[1, 0.7071], [0.7071, 1]]
 * ```
 */
export function pearsonsContingencyCoefficientMatrix(
  matrix: LabelMatrix,
  options?: NominalOptions & PairOptions,
): number[][];
/** Computes the matrix from pairwise contingency tables. */
export function pearsonsContingencyCoefficientMatrix(tables: PairwiseTables, options?: NominalTableOptions): number[][];
export function pearsonsContingencyCoefficientMatrix(...args: PairwiseArguments<NominalOptions>): number[][] {
  return pairwiseScores('pearsonsContingencyCoefficientMatrix', pearsonsContingencyCoefficient, nominalOptions, args);
}
