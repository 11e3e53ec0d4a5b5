import { associationOptions, type AssociationOptions } from './associationOptions.ts';
import type { LabelMatrix } from '../../inputs/readLabelColumns.ts';
import type { PairOptions } from '../../inputs/labelPairs.ts';
import type { PairwiseTables } from '../../state/tables/pairwiseTables.ts';
import { cramersV } from './cramersV.ts';
import { pairwiseScores, type PairwiseArguments } from './pairwiseScores.ts';

/**
 * Cramér's V of all pairs of variables: {@link cramersV} for each two columns.
 *
 * All tables are counted in one pass over the samples. A variable scores 1 with itself, and NaN
 * without samples. With
 * `nanStrategy: 'drop'`, a sample is left out of the pairs of which it misses a label, and of no others.
 *
 * @param matrix - labels of N samples in V variables, `[N, V]`; columns may hold labels of any kinds.
 * @returns a symmetric V × V matrix of values from 0 to 1.
 * @throws {@link MetricInputError} when an input or option is not as described.
 * @see {@link cramersV}
 *
 * @example
 * ```ts
 * import { cramersVMatrix } from 'tfjs-metrics';
 *
 * const samples = [['a', 0], ['a', 0], ['b', 1], ['c', 1]];
 * cramersVMatrix(samples, { biasCorrection: false }); // [[1, 1], [1, 1]]
 * ```
 */
export function cramersVMatrix(matrix: LabelMatrix, options?: AssociationOptions & PairOptions): number[][];
/** The same of labels that are counted in tables already. */
export function cramersVMatrix(tables: PairwiseTables, options?: AssociationOptions): number[][];
export function cramersVMatrix(...args: PairwiseArguments<AssociationOptions>): number[][] {
  return pairwiseScores('cramersVMatrix', cramersV, associationOptions, args);
}
