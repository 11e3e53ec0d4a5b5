import { associationOptions, type AssociationOptions } from './associationOptions.ts';
import type { LabelMatrix } from '../../inputs/readLabelColumns.ts';
import type { PairOptions } from '../../inputs/labelPairs.ts';
import type { PairwiseTables } from '../../state/tables/pairwiseTables.ts';
import { tschuprowsT } from './tschuprowsT.ts';
import { pairwiseScores, type PairwiseArguments } from './pairwiseScores.ts';
import type { NominalTableOptions } from '../../inputs/options/nominalOptions.ts';

/**
 * Tschuprow's T of all pairs of variables: {@link tschuprowsT} for each pair of columns.
 *
 * The contingency tables of all pairs are counted in one pass over the samples. The diagonal is 1, or NaN for a
 * variable without samples. With `nanStrategy: 'drop'`, a sample with a missing label is excluded only from the pairs
 * that include the variable of this label.
 *
 * @param matrix - labels of N samples in V variables, `[N, V]`; columns may have labels of different types.
 * @returns a symmetric V × V matrix of values from 0 to 1.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see {@link tschuprowsT}
 *
 * @example
 * ```ts
 * import { tschuprowsTMatrix } from 'tfjs-metrics';
 *
 * const samples = [
 *   ['a', 0],
 *   ['a', 0],
 *   ['b', 1],
 *   ['c', 1],
 * ];
 * tschuprowsTMatrix(samples, { biasCorrection: false });
 * // => [[1, 0.8409], [0.8409, 1]]
 * ```
 */
export function tschuprowsTMatrix(matrix: LabelMatrix, options?: AssociationOptions & PairOptions): number[][];
/** Computes the matrix from pairwise contingency tables. */
export function tschuprowsTMatrix(
  tables: PairwiseTables,
  options?: NominalTableOptions<AssociationOptions>,
): number[][];
export function tschuprowsTMatrix(...args: PairwiseArguments<AssociationOptions>): number[][] {
  return pairwiseScores('tschuprowsTMatrix', tschuprowsT, associationOptions, args);
}
