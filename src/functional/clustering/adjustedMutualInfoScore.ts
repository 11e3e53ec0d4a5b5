import { defineOptions, type OptionsReader } from '../../inputs/defineOptions.ts';
import type { PairOptions } from '../../inputs/labelPairs.ts';
import type { Labels } from '../../inputs/labels.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import { scoreOfTable } from '../scoreOfTable.ts';
import { declareRange } from '../bootstrap/scoreRange.ts';
import { readTable, type TableArguments } from '../tableArguments.ts';
import { entropyOfSizes } from '../information/discrete/entropyOfSizes.ts';
import { mutualInfoScore } from '../information/discrete/mutualInfoScore.ts';
import { samePartition } from '../information/discrete/samePartition.ts';
import { undefinedScore } from '../undefinedScore.ts';
import { expectedInformation, permutationReason } from '../information/discrete/expectedMutualInfo.ts';
import { averageOf, averageOptions, type AverageOptions } from '../information/discrete/averageOptions.ts';

/** Reads the options of {@link adjustedMutualInfoScore}. */
export const adjustedMutualInfoOptions: OptionsReader<AverageOptions> = /* @__PURE__ */ defineOptions(
  'adjustedMutualInfoScore',
  () => averageOptions.checks(),
  permutationReason,
);

/**
 * Mutual information of two labelings, adjusted for what labels shuffled at random would share.
 *
 * AMI = (I − E[I]) / (mean(H(P), H(T)) − E[I]), with `expectedMutualInfo` as E[I] and the mean
 * that `averageMethod` names.
 *
 * @param preds - predicted labels, `[N]`.
 * @param target - true labels, `[N]`.
 * @returns 1 for the same partition, 0 on average for shuffled labels (so it can be below 0). Where the
 * formula is 0/0: 1 for the same partition, else 0. NaN without samples.
 * @throws {@link MetricInputError} when an input or option is not as described, or a weight is no whole number.
 * @see N. X. Vinh, J. Epps and J. Bailey, JMLR 11 (2010) 2837–2854.
 *
 * @example
 * ```ts
 * import { adjustedMutualInfoScore } from 'tfjs-metrics';
 *
 * adjustedMutualInfoScore([2, 1, 0, 1, 0], [0, 2, 1, 1, 0]); // -0.25
 * adjustedMutualInfoScore([0, 0, 1, 1], [1, 1, 0, 0]); // 1
 * ```
 */
export function adjustedMutualInfoScore(preds: Labels, target: Labels, options?: AverageOptions & PairOptions): number;
/** The same of labels that are counted in a table already. */
export function adjustedMutualInfoScore(table: ContingencyTable, options?: AverageOptions): number;
export function adjustedMutualInfoScore(...args: TableArguments<AverageOptions>): number {
  const read = readTable('adjustedMutualInfoScore', adjustedMutualInfoOptions, args);
  return scoreOfTable(read, (table, options) => {
    const { predSizes, targetSizes, n } = table.cells;
    const predEntropy = entropyOfSizes(predSizes, n);
    const targetEntropy = entropyOfSizes(targetSizes, n);
    const mean = averageOf(predEntropy, targetEntropy, options.averageMethod);
    const isSame = samePartition(table.cells);
    // Where one labeling is constant or all its clusters have one member, all permutations share alike.
    const isFixed = [predSizes, targetSizes].some(({ length }) => length <= 1 || length === n);
    if (isFixed && mean === Math.min(predEntropy, targetEntropy)) {
      const reason = 'all permutations of the labels share as much as the labels could';
      return undefinedScore('adjustedMutualInfoScore', options.onUndefined, Number(isSame), reason);
    }
    if (isFixed) return 0;
    if (isSame) return 1;
    const expected = expectedInformation(table.cells);
    return Math.min(1, (mutualInfoScore(table) - expected) / (mean - expected));
  });
}

declareRange(adjustedMutualInfoScore, [-Infinity, 1]);
