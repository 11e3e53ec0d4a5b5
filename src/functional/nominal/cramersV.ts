import type { PairOptions } from '../../inputs/labelPairs.ts';
import type { NominalLabels } from '../../inputs/presentPairs.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import type { TableCells } from '../../state/tables/tableCells.ts';
import { declareRange } from '../scoreRange.ts';
import { undefinedScore } from '../undefinedScore.ts';
import { association, NO_ASSOCIATION_REASON } from './association.ts';
import { associationOptions, type AssociationOptions } from './associationOptions.ts';
import { readNominalTable, type NominalArguments } from './nominalArguments.ts';
import { scoreOfTable } from '../readTable.ts';
import type { NominalTableOptions } from '../../inputs/options/nominalOptions.ts';

/**
 * Cramér's V: strength of association between two nominal variables.
 *
 * V = √(φ² / min(r − 1, k − 1)), with φ² = χ²/n, for n samples and variables with r and k distinct labels. By default
 * (`biasCorrection: true`), Bergsma's Ṽ = √(φ̃² / min(r̃ − 1, k̃ − 1)) is returned, with φ̃² = max(0, φ² − (r − 1)(k −
 * 1)/(n − 1)), r̃ = r − (r − 1)²/(n − 1) and k̃ = k − (k − 1)²/(n − 1).
 *
 * @param preds - labels of one variable, `[N]`.
 * @param target - labels of the other, `[N]`. The score is symmetric.
 * @returns a value from 0 (independent) to 1. Without corrections, 1 means that the variable with more labels
 * determines the other. With `biasCorrection`, weak association can also be 0, and 1 also requires that both variables
 * have the same number of labels. With `yatesCorrection`, 2 × 2 tables have values below 1. 0 if the formula is 0/0: if
 * a variable has a single label or, with `biasCorrection`, a different label for each sample. NaN if there are no
 * samples.
 * @throws {@link MetricInputError} if an input or option is invalid, or if a weight is not a whole number while
 * `biasCorrection` or `yatesCorrection` is true.
 * @see H. Cramér, Mathematical Methods of Statistics (1946), section 21.9; W. Bergsma, Journal of the Korean
 * Statistical Society 42 (2013) 323–328.
 *
 * @example
 * ```ts
 * import { cramersV } from 'tfjs-metrics';
 *
 * cramersV(['x', 'x', 'y', 'z'], [0, 0, 1, 1]); // 0.707107
 * cramersV(['x', 'x', 'y', 'z'], [0, 0, 1, 1], { biasCorrection: false }); // 1
 * cramersV([0, 0, 1, 1, NaN], [0, 1, 1, 1, 1], {
 *   biasCorrection: false,
 *   nanStrategy: 'drop',
 * }); // 0.57735
 * ```
 */
export function cramersV(
  preds: NominalLabels,
  target: NominalLabels,
  options?: AssociationOptions & PairOptions,
): number;
/** Computes the score from a contingency table. */
export function cramersV(table: ContingencyTable, options?: NominalTableOptions<AssociationOptions>): number;
export function cramersV(...args: NominalArguments<AssociationOptions>): number {
  return scoreOfTable(() => readNominalTable('cramersV', associationOptions, args), cramersVOfCells);
}

/** Returns the coefficient of a non-empty table. */
export function cramersVOfCells(cells: TableCells, options: AssociationOptions): number {
  const { phiSquared, rows, columns } = association('cramersV', cells, options);
  const divisor = Math.min(rows, columns);
  if (divisor === 0) {
    return undefinedScore('cramersV', options.onUndefined, 0, NO_ASSOCIATION_REASON);
  }
  return Math.min(1, Math.sqrt(phiSquared / divisor));
}

declareRange(cramersV, [0, 1]);
