import type { PairOptions } from '../../inputs/labelPairs.ts';
import type { NominalLabels } from '../../inputs/presentPairs.ts';
import { nominalOptions, type NominalOptions, type NominalTableOptions } from '../../inputs/options/nominalOptions.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import { declareRange } from '../scoreRange.ts';
import { completenessOfCells } from '../clustering/completenessScore.ts';
import { undefinedScore } from '../undefinedScore.ts';
import { readNominalTable, type NominalArguments } from './nominalArguments.ts';
import { scoreOfTable } from '../readTable.ts';

/**
 * Theil's U (uncertainty coefficient): the fraction of the entropy of preds that target explains.
 *
 * U(P | T) = (H(P) − H(P | T)) / H(P) = I(P; T) / H(P), for preds P and target T. It is not symmetric: swap the
 * arguments for U(T | P).
 *
 * @param preds - labels of the explained variable, `[N]`.
 * @param target - labels of the explaining variable, `[N]`.
 * @returns a value from 0 (independent) to 1 (target determines preds). 0 if preds has a single label, where the
 * formula is 0/0. NaN if there are no samples.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see H. Theil, American Journal of Sociology 76 (1970) 103–154.
 *
 * @example
 * ```ts
 * import { theilsU } from 'tfjs-metrics';
 *
 * theilsU([0, 0, 1, 1], ['a', 'b', 'c', 'd']); // 1
 * theilsU(['a', 'b', 'c', 'd'], [0, 0, 1, 1]); // 0.5
 * ```
 */
export function theilsU(preds: NominalLabels, target: NominalLabels, options?: NominalOptions & PairOptions): number;
/** Computes the score from a contingency table. */
export function theilsU(table: ContingencyTable, options?: NominalTableOptions): number;
export function theilsU(...args: NominalArguments<NominalOptions>): number {
  return scoreOfTable(
    () => readNominalTable('theilsU', nominalOptions, args),
    (cells, options) => {
      if (cells.predSizes.length <= 1) {
        return undefinedScore('theilsU', options.onUndefined, 0, 'the entropy of preds is 0');
      }
      return completenessOfCells(cells, {});
    },
  );
}

declareRange(theilsU, [0, 1]);
