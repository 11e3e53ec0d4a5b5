import type { PairOptions } from '../../inputs/labelPairs.ts';
import type { Labels } from '../../inputs/labels.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import { scoreOfTable, readTable, type TableArguments } from '../readTable.ts';
import { declareRange } from '../scoreRange.ts';
import { entropyOfSizes } from '../information/discrete/entropyOfSizes.ts';
import { mutualInfoOfCells } from '../information/discrete/mutualInfoOfCells.ts';
import { samePartition } from '../information/discrete/samePartition.ts';
import { undefinedScore } from '../undefinedScore.ts';
import { averageOf, averageOptions, type AverageOptions } from '../information/discrete/averageOptions.ts';

/**
 * Mutual information of two labelings, normalized by a mean of their entropies.
 *
 * NMI = I(P; T) / mean(H(P), H(T)), with I(P; T) the {@link mutualInfoScore} and H(P) and H(T) the entropies of preds
 * and target. `averageMethod` selects the mean.
 *
 * @param preds - predicted labels, `[N]`.
 * @param target - true labels, `[N]`.
 * @returns a value from 0 (independent) to 1 (the same partition). If the formula is 0/0: 1 if both labelings are
 * constant, and 0 if only one is constant (with the means `'min'` and `'geometric'`). NaN if there are no samples.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see N. X. Vinh, J. Epps and J. Bailey, JMLR 11 (2010) 2837–2854.
 *
 * @example
 * ```ts
 * import { normalizedMutualInfoScore } from 'tfjs-metrics';
 *
 * normalizedMutualInfoScore([2, 1, 0, 1, 0], [0, 2, 1, 1, 0]); // 0.474351
 * normalizedMutualInfoScore([0, 0, 1, 2], [0, 0, 1, 1], { averageMethod: 'min' });
 * // => 1
 * ```
 */
export function normalizedMutualInfoScore(
  preds: Labels,
  target: Labels,
  options?: AverageOptions & PairOptions,
): number;
/** Computes the score from a contingency table. */
export function normalizedMutualInfoScore(table: ContingencyTable, options?: AverageOptions): number;
export function normalizedMutualInfoScore(...args: TableArguments<AverageOptions>): number {
  return scoreOfTable(
    () => readTable('normalizedMutualInfoScore', averageOptions, args),
    (cells, options) => {
      const mean = averageOf(
        entropyOfSizes(cells.predSizes, cells.n),
        entropyOfSizes(cells.targetSizes, cells.n),
        options.averageMethod,
      );
      const isSame = samePartition(cells);
      if (mean === 0) {
        const reason = 'the mean of the entropies is 0';
        return undefinedScore('normalizedMutualInfoScore', options.onUndefined, Number(isSame), reason);
      }
      return isSame ? 1 : Math.min(1, mutualInfoOfCells(cells) / mean);
    },
  );
}

declareRange(normalizedMutualInfoScore, [0, 1]);
