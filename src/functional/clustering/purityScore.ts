import { labelOptions, type LabelOptions } from '../../inputs/options/labelOptions.ts';
import type { PairOptions } from '../../inputs/labelPairs.ts';
import type { Labels } from '../../inputs/labels.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import { scoreOfTable, readTable, type TableArguments } from '../readTable.ts';
import { declareRange } from '../scoreRange.ts';

/**
 * Purity: the fraction of samples that belong to the most frequent class of their cluster.
 *
 * Purity = (1/n) Σⱼ maxᵢ nᵢⱼ, where nᵢⱼ of the n samples have class i and cluster j. It tends to grow with the number
 * of clusters. Swap the arguments for inverse purity, which tends to fall with the number of clusters.
 *
 * @param preds - predicted labels, `[N]`.
 * @param target - true labels, `[N]`.
 * @returns a value greater than 0, up to 1 (each cluster contains one class). NaN if there are no samples.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see C. D. Manning, P. Raghavan and H. Schütze, Introduction to Information Retrieval, section 16.3.
 *
 * @example
 * ```ts
 * import { purityScore } from 'tfjs-metrics';
 *
 * purityScore([0, 0, 0, 1, 1], ['a', 'a', 'b', 'b', 'b']); // 0.8
 * ```
 */
export function purityScore(preds: Labels, target: Labels, options?: LabelOptions & PairOptions): number;
/** Computes the score from a contingency table. */
export function purityScore(table: ContingencyTable, options?: LabelOptions): number;
export function purityScore(...args: TableArguments<LabelOptions>): number {
  return scoreOfTable(
    () => readTable('purityScore', labelOptions, args),
    (cells) => {
      const { column, count, predSizes, n } = cells;
      const largest = new Float64Array(predSizes.length);
      for (let k = 0; k < count.length; k++) {
        if (count[k]! > largest[column[k]!]!) largest[column[k]!] = count[k]!;
      }
      return Math.min(1, largest.reduce((sum, value) => sum + value, 0) / n);
    },
  );
}

declareRange(purityScore, [0, 1]);
