import type { PairOptions } from '../../inputs/labelPairs.ts';
import type { NominalLabels } from '../../inputs/presentPairs.ts';
import { nominalOptions, type NominalOptions } from '../../inputs/nominalOptions.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import { declareRange } from '../bootstrap/scoreRange.ts';
import { completenessScore } from '../clustering/completenessScore.ts';
import { undefinedScore } from '../undefinedScore.ts';
import { readNominalTable, type NominalArguments } from './nominalArguments.ts';
import { scoreOfTable } from '../scoreOfTable.ts';

/**
 * Theil's U, the uncertainty coefficient: which share of what preds tells is told by target already.
 *
 * U(P | T) = (H(P) − H(P | T)) / H(P) = I(P; T) / H(P). Not symmetric: swap the arguments for U(T | P).
 *
 * @param preds - labels of the variable to be told, `[N]`.
 * @param target - labels of the variable that tells, `[N]`.
 * @returns from 0 (independent) to 1 (target tells preds). 0 where the formula is 0/0, for one label
 * in preds. NaN without samples.
 * @throws {@link MetricInputError} when an input or option is not as described.
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
/** The same of labels that are counted in a table already. */
export function theilsU(table: ContingencyTable, options?: NominalOptions): number;
export function theilsU(...args: NominalArguments<NominalOptions>): number {
  const read = readNominalTable('theilsU', nominalOptions, args);
  return scoreOfTable(read, (table, options) => {
    if (table.cells.predSizes.length <= 1) {
      return undefinedScore('theilsU', options.onUndefined, 0, 'preds has no entropy');
    }
    return completenessScore(table);
  });
}

declareRange(theilsU, [0, 1]);
