import type { PairOptions } from '../../../inputs/labelPairs.ts';
import type { Labels } from '../../../inputs/labels.ts';
import type { ContingencyTable } from '../../../state/tables/contingencyTable.ts';
import { scoreOfTable, readTable, type TableArguments } from '../../readTable.ts';
import { declareRange } from '../../scoreRange.ts';
import { inBase, informationOptions, type InformationOptions } from './informationOptions.ts';
import { variationRange } from './variationRange.ts';

/**
 * Variation of information: the information that two labelings do not share. It is a distance metric on partitions.
 *
 * VI = H(P | T) + H(T | P) = (1/n) Σᵢⱼ nᵢⱼ [ln(aᵢ/nᵢⱼ) + ln(bⱼ/nᵢⱼ)], for preds P and target T, where nᵢⱼ of the n
 * samples have target label i and preds label j, aᵢ have target label i, and bⱼ have preds label j.
 *
 * @param preds - predicted labels, `[N]`.
 * @param target - true labels, `[N]`.
 * @returns a value in nats (or in the unit of `base`), from 0 (the same partition) to ln n for n samples. NaN if
 * there are no samples.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see M. Meilă, Journal of Multivariate Analysis 98 (2007) 873–895.
 *
 * @example
 * ```ts
 * import { variationOfInformation } from 'tfjs-metrics';
 *
 * variationOfInformation([0, 0, 1, 1], [0, 0, 1, 2], { base: 2 }); // 0.5
 * ```
 */
export function variationOfInformation(
  preds: Labels,
  target: Labels,
  options?: InformationOptions & PairOptions,
): number;
/** Computes the score from a contingency table. */
export function variationOfInformation(table: ContingencyTable, options?: InformationOptions): number;
export function variationOfInformation(...args: TableArguments<InformationOptions>): number {
  return scoreOfTable(
    () => readTable('variationOfInformation', informationOptions, args),
    (cells, options) => {
      const { row, column, count, targetSizes, predSizes, n } = cells;
      let sum = 0;
      for (let k = 0; k < count.length; k++) {
        const c = count[k]!;
        // Two logarithms, because a product of two sizes may not be exact in float64.
        sum += c * (Math.log1p((targetSizes[row[k]!]! - c) / c) + Math.log1p((predSizes[column[k]!]! - c) / c));
      }
      return inBase(Math.max(0, sum / n), options.base);
    },
  );
}

declareRange(variationOfInformation, variationRange);
