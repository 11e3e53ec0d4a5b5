import { defineOptions, type OptionsReader } from '../../inputs/options/defineOptions.ts';
import type { PairOptions } from '../../inputs/labelPairs.ts';
import type { Labels } from '../../inputs/labels.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import { scoreOfTable, readTable, type TableArguments } from '../readTable.ts';
import { declareRange } from '../scoreRange.ts';
import { entropyOfSizes } from '../information/discrete/entropyOfSizes.ts';
import { mutualInfoOfCells } from '../information/discrete/mutualInfoOfCells.ts';
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
 * Mutual information of two labelings, adjusted for chance.
 *
 * AMI = (I − E[I]) / (mean(H(P), H(T)) − E[I]). I is the {@link mutualInfoScore} of preds and target, E[I] its
 * expectation if one labeling is randomly permuted (`expectedMutualInfo`), and H(P) and H(T) are the entropies of preds
 * and target. `averageMethod` selects the mean.
 *
 * @param preds - predicted labels, `[N]`.
 * @param target - true labels, `[N]`.
 * @returns a value of at most 1 (the same partition), 0 on average for random labels, so it can be negative. If the
 * formula is 0/0: 1 for the same partition, otherwise 0. NaN if there are no samples.
 * @throws {@link MetricInputError} if an input or option is invalid, or a weight is not a whole number.
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
/** Computes the score from a contingency table. */
export function adjustedMutualInfoScore(table: ContingencyTable, options?: AverageOptions): number;
export function adjustedMutualInfoScore(...args: TableArguments<AverageOptions>): number {
  return scoreOfTable(
    () => readTable('adjustedMutualInfoScore', adjustedMutualInfoOptions, args),
    (cells, options) => {
      const { predSizes, targetSizes, n } = cells;
      const predEntropy = entropyOfSizes(predSizes, n);
      const targetEntropy = entropyOfSizes(targetSizes, n);
      const mean = averageOf(predEntropy, targetEntropy, options.averageMethod);
      const isSame = samePartition(cells);
      // If one labeling is constant or has only clusters of one sample, all permutations have the same mutual
      // information.
      const isFixed = [predSizes, targetSizes].some(({ length }) => length <= 1 || length === n);
      if (isFixed && mean === Math.min(predEntropy, targetEntropy)) {
        const reason = 'the expected mutual information equals its maximum';
        return undefinedScore('adjustedMutualInfoScore', options.onUndefined, Number(isSame), reason);
      }
      if (isFixed) return 0;
      if (isSame) return 1;
      const expected = expectedInformation(cells);
      return Math.min(1, (mutualInfoOfCells(cells) - expected) / (mean - expected));
    },
  );
}

declareRange(adjustedMutualInfoScore, [-Infinity, 1]);
