import { nominalOptions, type NominalOptions, type NominalTableOptions } from '../../inputs/options/nominalOptions.ts';
import type { LabelMatrix } from '../../inputs/readLabelColumns.ts';
import type { PairOptions } from '../../inputs/labelPairs.ts';
import type { PairwiseTables } from '../../state/tables/pairwiseTables.ts';
import { theilsU } from './theilsU.ts';
import { pairwiseScores, type PairwiseArguments } from './pairwiseScores.ts';

/**
 * Theil's U of all pairs of variables: {@link theilsU} for each pair of columns.
 *
 * The contingency tables of all pairs are counted in one pass over the samples. The diagonal is 1, or NaN for a
 * variable without samples. With `nanStrategy: 'drop'`, a sample with a missing label is excluded only from the pairs
 * that include the variable of this label.
 *
 * @param matrix - labels of N samples in V variables, `[N, V]`; columns may have labels of different types.
 * @returns a V × V matrix of values from 0 to 1; entry [i][j] is U(variable i | variable j), the fraction of the
 * entropy of variable i that variable j explains.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see {@link theilsU}
 *
 * @example
 * ```ts
 * import { theilsUMatrix } from 'tfjs-metrics';
 *
 * const samples = [
 *   ['a', 0],
 *   ['a', 0],
 *   ['b', 1],
 *   ['c', 1],
 * ];
 * theilsUMatrix(samples); // [[1, 0.6667], [1, 1]]
 * ```
 */
export function theilsUMatrix(matrix: LabelMatrix, options?: NominalOptions & PairOptions): number[][];
/** Computes the matrix from pairwise contingency tables. */
export function theilsUMatrix(tables: PairwiseTables, options?: NominalTableOptions): number[][];
export function theilsUMatrix(...args: PairwiseArguments<NominalOptions>): number[][] {
  return pairwiseScores('theilsUMatrix', theilsU, nominalOptions, args, { isSymmetric: false });
}
