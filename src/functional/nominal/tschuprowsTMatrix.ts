import { associationOptions, type AssociationOptions } from './associationOptions.ts';
import type { LabelMatrix } from '../../inputs/readLabelColumns.ts';
import type { PairOptions } from '../../inputs/labelPairs.ts';
import type { PairwiseTables } from '../../state/tables/pairwiseTables.ts';
import { tschuprowsT } from './tschuprowsT.ts';
import { pairwiseScores, type PairwiseArguments } from './pairwiseScores.ts';

/**
 * Tschuprow's T of all pairs of variables: {@link tschuprowsT} for each two columns.
 *
 * All tables are counted in one pass over the samples. A variable scores 1 with itself, and NaN
 * without samples. With
 * `nanStrategy: 'drop'`, a sample is left out of the pairs of which it misses a label, and of no others.
 *
 * @param matrix - labels of N samples in V variables, `[N, V]`; columns may hold labels of any kinds.
 * @returns a symmetric V × V matrix of values from 0 to 1.
 * @throws {@link MetricInputError} when an input or option is not as described.
 * @see {@link tschuprowsT}
 *
 * @example
 * ```ts
 * import { tschuprowsTMatrix } from 'tfjs-metrics';
 *
 * const samples = [['a', 0], ['a', 0], ['b', 1], ['c', 1]];
 * tschuprowsTMatrix(samples, { biasCorrection: false }); // [[1, 0.8409], [0.8409, 1]]
 * ```
 */
export function tschuprowsTMatrix(matrix: LabelMatrix, options?: AssociationOptions & PairOptions): number[][];
/** The same of labels that are counted in tables already. */
export function tschuprowsTMatrix(tables: PairwiseTables, options?: AssociationOptions): number[][];
export function tschuprowsTMatrix(...args: PairwiseArguments<AssociationOptions>): number[][] {
  return pairwiseScores('tschuprowsTMatrix', tschuprowsT, associationOptions, args);
}
