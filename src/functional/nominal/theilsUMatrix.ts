import { nominalOptions, type NominalOptions } from '../../inputs/nominalOptions.ts';
import type { LabelMatrix } from '../../inputs/readLabelColumns.ts';
import type { PairOptions } from '../../inputs/labelPairs.ts';
import type { PairwiseTables } from '../../state/tables/pairwiseTables.ts';
import { theilsU } from './theilsU.ts';
import { pairwiseScores, type PairwiseArguments } from './pairwiseScores.ts';

/**
 * Theil's U of all pairs of variables: {@link theilsU} for each two columns.
 *
 * All tables are counted in one pass over the samples. A variable scores 1 with itself, and NaN
 * without samples. With
 * `nanStrategy: 'drop'`, a sample is left out of the pairs of which it misses a label, and of no others.
 *
 * @param matrix - labels of N samples in V variables, `[N, V]`; columns may hold labels of any kinds.
 * @returns a V × V matrix of values from 0 to 1; entry [i][j] is U(variable i | variable j), the share of what i
 * tells that j tells already.
 * @throws {@link MetricInputError} when an input or option is not as described.
 * @see {@link theilsU}
 *
 * @example
 * ```ts
 * import { theilsUMatrix } from 'tfjs-metrics';
 *
 * const samples = [['a', 0], ['a', 0], ['b', 1], ['c', 1]];
 * theilsUMatrix(samples); // [[1, 0.6667], [1, 1]]
 * ```
 */
export function theilsUMatrix(matrix: LabelMatrix, options?: NominalOptions & PairOptions): number[][];
/** The same of labels that are counted in tables already. */
export function theilsUMatrix(tables: PairwiseTables, options?: NominalOptions): number[][];
export function theilsUMatrix(...args: PairwiseArguments<NominalOptions>): number[][] {
  return pairwiseScores('theilsUMatrix', theilsU, nominalOptions, args, { isSymmetric: false });
}
