import type { LabelOptions } from '../../inputs/labelOptions.ts';
import type { PairOptions } from '../../inputs/labelPairs.ts';
import type { Labels } from '../../inputs/labels.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import { scoreOfTable } from '../scoreOfTable.ts';
import { declareRange } from '../bootstrap/scoreRange.ts';
import { readTable, type TableArguments } from '../tableArguments.ts';
import { pairCountingOptions, pairConfusion } from './pairConfusionMatrix.ts';
import { undefinedScore } from '../undefinedScore.ts';
import { samePartition } from '../information/discrete/samePartition.ts';

/**
 * Fowlkes–Mallows index: the geometric mean of pair precision and pair recall.
 *
 * FMI = √(TP / (TP + FP) · TP / (TP + FN)), with the pair counts of {@link pairConfusionMatrix}.
 *
 * @param preds - predicted labels, `[N]`.
 * @param target - true labels, `[N]`.
 * @returns from 0 to 1 (the same partition). Where the formula is 0/0, when no samples are together in
 * one of the labelings: 1 for the same partition, else 0. NaN without samples.
 * @throws {@link MetricInputError} when an input or option is not as described, or a weight is no whole number.
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
/** The same of labels that are counted in a table already. */
export function fowlkesMallowsIndex(table: ContingencyTable, options?: LabelOptions): number;
export function fowlkesMallowsIndex(...args: TableArguments<LabelOptions>): number {
  const read = readTable('fowlkesMallowsIndex', pairCountingOptions, args);
  return scoreOfTable(read, (table, options) => {
    const { fp, fn, tp } = pairConfusion(table.cells);
    if (tp + fp === 0 || tp + fn === 0) {
      const limit = samePartition(table.cells) ? 1 : 0;
      const reason = 'a labeling has no two samples together';
      return undefinedScore('fowlkesMallowsIndex', options.onUndefined, limit, reason);
    }
    return Math.sqrt(tp / (tp + fp)) * Math.sqrt(tp / (tp + fn));
  });
}

declareRange(fowlkesMallowsIndex, [0, 1]);
