import { nominalOptions, type NominalOptions } from '../../inputs/nominalOptions.ts';
import type { LabelMatrix } from '../../inputs/readLabelColumns.ts';
import type { PairOptions } from '../../inputs/labelPairs.ts';
import type { PairwiseTables } from '../../state/tables/pairwiseTables.ts';
import { pearsonsContingencyCoefficient } from './pearsonsContingencyCoefficient.ts';
import { pairwiseScores, type PairwiseArguments } from './pairwiseScores.ts';

/**
 * Pearson's contingency coefficient of all pairs of variables: {@link pearsonsContingencyCoefficient} for
 * each two columns.
 *
 * All tables are counted in one pass over the samples. A variable scores 1 with itself, and NaN
 * without samples. With
 * `nanStrategy: 'drop'`, a sample is left out of the pairs of which it misses a label, and of no others.
 *
 * @param matrix - labels of N samples in V variables, `[N, V]`; columns may hold labels of any kinds.
 * @returns a symmetric V × V matrix of values from 0 to 1.
 * @throws {@link MetricInputError} when an input or option is not as described.
 * @see {@link pearsonsContingencyCoefficient}
 *
 * @example
 * ```ts
 * import { pearsonsContingencyCoefficientMatrix } from 'tfjs-metrics';
 *
 * const samples = [['a', 0], ['a', 0], ['b', 1], ['c', 1]];
 * pearsonsContingencyCoefficientMatrix(samples); // [[1, 0.7071], [0.7071, 1]]
 * ```
 */
export function pearsonsContingencyCoefficientMatrix(
  matrix: LabelMatrix,
  options?: NominalOptions & PairOptions,
): number[][];
/** The same of labels that are counted in tables already. */
export function pearsonsContingencyCoefficientMatrix(tables: PairwiseTables, options?: NominalOptions): number[][];
export function pearsonsContingencyCoefficientMatrix(...args: PairwiseArguments<NominalOptions>): number[][] {
  return pairwiseScores('pearsonsContingencyCoefficientMatrix', pearsonsContingencyCoefficient, nominalOptions, args);
}
