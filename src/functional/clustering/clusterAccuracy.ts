import { labelOptions, type LabelOptions } from '../../inputs/labelOptions.ts';
import type { PairOptions } from '../../inputs/labelPairs.ts';
import type { Labels } from '../../inputs/labels.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import { scoreOfTable } from '../scoreOfTable.ts';
import { declareRange } from '../bootstrap/scoreRange.ts';
import { readTable, type TableArguments } from '../tableArguments.ts';
import { bestMatching } from './bestMatching.ts';

/**
 * Cluster accuracy: the accuracy of the best one-to-one naming of clusters by classes.
 *
 * max over matchings m of (1/n) Σⱼ n_m(j),j. With more clusters than classes, or fewer, the ones left over
 * count as wrong. Labels need not be 0 … K − 1, nor the same on both sides.
 *
 * @param preds - predicted labels, `[N]`.
 * @param target - true labels, `[N]`.
 * @returns from above 0 to 1 (the same partition). NaN without samples.
 * @throws {@link MetricInputError} when an input or option is not as described. Or when clusters that share
 * classes are so many that their table would have more than 2^24 cells.
 * @see D. F. Crouse, IEEE Transactions on Aerospace and Electronic Systems 52 (2016) 1679–1696.
 *
 * @example
 * ```ts
 * import { clusterAccuracy } from 'tfjs-metrics';
 *
 * clusterAccuracy(['x', 'x', 'y', 'y', 'z'], [1, 1, 0, 0, 0]); // 0.8
 * ```
 */
export function clusterAccuracy(preds: Labels, target: Labels, options?: LabelOptions & PairOptions): number;
/** The same of labels that are counted in a table already. */
export function clusterAccuracy(table: ContingencyTable, options?: LabelOptions): number;
export function clusterAccuracy(...args: TableArguments<LabelOptions>): number {
  const read = readTable('clusterAccuracy', labelOptions, args);
  return scoreOfTable(read, (table) => {
    const { cells } = table;
    return Math.min(1, bestMatching(cells) / cells.n);
  });
}

declareRange(clusterAccuracy, [0, 1]);
