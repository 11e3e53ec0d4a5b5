import { labelOptions, type LabelOptions } from '../../inputs/labelOptions.ts';
import type { PairOptions } from '../../inputs/labelPairs.ts';
import type { Labels } from '../../inputs/labels.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import { scoreOfTable } from '../scoreOfTable.ts';
import { declareRange } from '../bootstrap/scoreRange.ts';
import { readTable, type TableArguments } from '../tableArguments.ts';
import { entropyOfSizes } from '../information/discrete/entropyOfSizes.ts';
import { mutualInfoScore } from '../information/discrete/mutualInfoScore.ts';
import { undefinedScore } from '../undefinedScore.ts';

/**
 * Homogeneity: whether each predicted cluster holds members of one class only.
 *
 * h = I(P; T) / H(T), which is 1 − H(T | P) / H(T).
 *
 * @param preds - predicted labels, `[N]`.
 * @param target - true labels, `[N]`.
 * @returns from 0 (independent) to 1 (each cluster holds one class). Where the formula is 0/0, for one
 * class: 1. NaN without samples.
 * @throws {@link MetricInputError} when an input or option is not as described.
 * @see A. Rosenberg and J. Hirschberg, EMNLP-CoNLL 2007, 410–420.
 *
 * @example
 * ```ts
 * import { homogeneityScore } from 'tfjs-metrics';
 *
 * homogeneityScore([0, 0, 1, 2], [0, 0, 1, 1]); // 1
 * homogeneityScore([0, 0, 1, 1], [0, 0, 1, 2]); // 0.666667
 * ```
 */
export function homogeneityScore(preds: Labels, target: Labels, options?: LabelOptions & PairOptions): number;
/** The same of labels that are counted in a table already. */
export function homogeneityScore(table: ContingencyTable, options?: LabelOptions): number;
export function homogeneityScore(...args: TableArguments<LabelOptions>): number {
  const read = readTable('homogeneityScore', labelOptions, args);
  return scoreOfTable(read, (table, options) => {
    const { targetSizes, predLabels, count, n } = table.cells;
    const entropy = entropyOfSizes(targetSizes, n);
    if (entropy === 0) {
      return undefinedScore('homogeneityScore', options.onUndefined, 1, 'target has no entropy');
    }
    const isPure = count.length === predLabels.length;
    return isPure ? 1 : Math.min(1, mutualInfoScore(table) / entropy);
  });
}

declareRange(homogeneityScore, [0, 1]);
