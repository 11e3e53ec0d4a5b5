import type { PairOptions } from '../../inputs/labelPairs.ts';
import type { Labels } from '../../inputs/labels.ts';
import type { ContingencyTable } from '../../state/contingencyTable.ts';
import { readTable, type TableArguments } from '../tableArguments.ts';
import { undefinedScore } from '../undefinedScore.ts';
import { mutualInfoOfCells } from './mutualInfoOfCells.ts';
import { inBase, informationOptions, type InformationOptions } from './informationOptions.ts';

/**
 * Mutual information of two labelings: how much knowing one tells about the other.
 *
 * I = Σᵢⱼ nᵢⱼ/n · ln(n nᵢⱼ / (aᵢ bⱼ)), with nᵢⱼ samples of target label i and preds label j, aᵢ and bⱼ
 * the sums of rows and columns, and n samples. Summed as Σ aᵢbⱼ/n² · φ(n nᵢⱼ/(aᵢbⱼ)),
 * φ(r) = r ln r − r + 1 ≥ 0, so it is never below 0, and exactly 0 for exactly independent labels.
 *
 * @param preds - predicted labels, `[N]`.
 * @param target - true labels, `[N]`.
 * @returns nats (or the unit of `base`), from 0 up to the smaller of the two entropies. 0 for no
 * samples, where the formula is 0/0.
 * @throws {@link MetricInputError} when an input or option is not as described.
 * @see T. M. Cover and J. A. Thomas, Elements of Information Theory, 2nd ed., chapter 2.
 *
 * @example
 * ```ts
 * import { mutualInfoScore } from 'tfjs-metrics';
 *
 * mutualInfoScore([2, 1, 0, 1, 0], [0, 2, 1, 1, 0]); // 0.500402
 * mutualInfoScore(['x', 'x', 'y', 'y'], [true, true, false, false], { base: 2 }); // 1
 * ```
 */
export function mutualInfoScore(
  preds: Labels,
  target: Labels,
  options?: InformationOptions & PairOptions,
): number;
/** The same of labels that are counted in a table already. */
export function mutualInfoScore(table: ContingencyTable, options?: InformationOptions): number;
export function mutualInfoScore(...args: TableArguments<InformationOptions>): number {
  const { table, options } = readTable('mutualInfoScore', informationOptions, args);
  if (table.n === 0) {
    return undefinedScore('mutualInfoScore', options.onUndefined, 0, 'there are no samples');
  }
  return inBase(mutualInfoOfCells(table.cells), options.base);
}
