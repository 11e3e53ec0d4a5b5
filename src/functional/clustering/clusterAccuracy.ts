import { labelOptions, type LabelOptions } from '../../inputs/labelOptions.ts';
import type { PairOptions } from '../../inputs/labelPairs.ts';
import type { Labels } from '../../inputs/labels.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import { scoreOfTable } from '../scoreOfTable.ts';
import { declareRange } from '../bootstrap/scoreRange.ts';
import { readTable, type TableArguments } from '../tableArguments.ts';
import { bestMatching } from './bestMatching.ts';

/**
 * Cluster accuracy: the accuracy of the best one-to-one matching of clusters and classes.
 *
 * max over matchings m of (1/n) Σⱼ n_m(j),j. If there are more clusters than classes, or fewer, the samples of
 * unmatched ones count as wrong. Labels can be any values, and need not be the same on both sides.
 *
 * @param preds - predicted labels, `[N]`.
 * @param target - true labels, `[N]`.
 * @returns a value greater than 0, up to 1 (the same partition). NaN if there are no samples.
 * @throws {@link MetricInputError} if an input or option is invalid, or if the matching would need a matrix of more
 * than 2^24 cells for clusters that share classes.
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
/** Computes the score from a contingency table. */
export function clusterAccuracy(table: ContingencyTable, options?: LabelOptions): number;
export function clusterAccuracy(...args: TableArguments<LabelOptions>): number {
  const read = readTable('clusterAccuracy', labelOptions, args);
  return scoreOfTable(read, (table) => {
    const { cells } = table;
    return Math.min(1, bestMatching(cells) / cells.n);
  });
}

declareRange(clusterAccuracy, [0, 1]);
