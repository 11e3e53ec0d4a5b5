import type { LabelOptions } from '../../inputs/options/labelOptions.ts';
import type { PairOptions } from '../../inputs/labelPairs.ts';
import type { Labels } from '../../inputs/labels.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import { scoreOfTable, readTable, type TableArguments } from '../readTable.ts';
import { declareRange } from '../scoreRange.ts';
import { pairCountingOptions, pairConfusion } from './pairConfusionMatrix.ts';
import { undefinedScore } from '../undefinedScore.ts';
import { samePartition } from '../information/discrete/samePartition.ts';

/**
 * Fowlkes–Mallows index: the geometric mean of pair precision and pair recall.
 *
 * FMI = √(TP / (TP + FP) · TP / (TP + FN)), where {@link pairConfusionMatrix} returns the numbers of pairs TP, FP and
 * FN.
 *
 * @param preds - predicted labels, `[N]`.
 * @param target - true labels, `[N]`.
 * @returns a value from 0 to 1 (the same partition). If no two samples have the same label in one of the
 * labelings, the formula is 0/0: 1 for the same partition, otherwise 0. NaN if there are no samples.
 * @throws {@link MetricInputError} if an input or option is invalid, or a weight is not a whole number.
 * @see E. B. Fowlkes and C. L. Mallows, Journal of the American Statistical Association 78 (1983) 553–569.
 *
 * @example
 * ```ts
 * import { fowlkesMallowsIndex } from 'tfjs-metrics';
 *
 * fowlkesMallowsIndex([2, 2, 0, 1, 0], [2, 2, 1, 1, 0]); // 0.5
 * ```
 */
export function fowlkesMallowsIndex(preds: Labels, target: Labels, options?: LabelOptions & PairOptions): number;
/** Computes the score from a contingency table. */
export function fowlkesMallowsIndex(table: ContingencyTable, options?: LabelOptions): number;
export function fowlkesMallowsIndex(...args: TableArguments<LabelOptions>): number {
  return scoreOfTable(
    () => readTable('fowlkesMallowsIndex', pairCountingOptions, args),
    (cells, options) => {
      const { fp, fn, tp } = pairConfusion(cells);
      if (tp + fp === 0 || tp + fn === 0) {
        const limit = samePartition(cells) ? 1 : 0;
        const reason = 'no two samples share a label in one of the labelings';
        return undefinedScore('fowlkesMallowsIndex', options.onUndefined, limit, reason);
      }
      return Math.sqrt(tp / (tp + fp)) * Math.sqrt(tp / (tp + fn));
    },
  );
}

declareRange(fowlkesMallowsIndex, [0, 1]);
