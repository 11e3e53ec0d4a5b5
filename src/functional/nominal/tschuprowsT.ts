import type { PairOptions } from '../../inputs/labelPairs.ts';
import type { NominalLabels } from '../../inputs/presentPairs.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import { declareRange } from '../scoreRange.ts';
import { undefinedScore } from '../undefinedScore.ts';
import { association, NO_ASSOCIATION_REASON } from './association.ts';
import { associationOptions, type AssociationOptions } from './associationOptions.ts';
import { readNominalTable, type NominalArguments } from './nominalArguments.ts';
import { scoreOfTable } from '../readTable.ts';
import type { NominalTableOptions } from '../../inputs/options/nominalOptions.ts';

/**
 * Tschuprow's T: strength of association between two nominal variables.
 *
 * T = √(φ² / √((r − 1)(k − 1))), with φ² = χ²/n, for n samples and variables with r and k distinct labels. T is at most
 * Cramér's V, and equals it if r = k. By default (`biasCorrection: true`), φ², r and k are corrected as in
 * {@link cramersV}.
 *
 * @param preds - labels of one variable, `[N]`.
 * @param target - labels of the other, `[N]`. The score is symmetric.
 * @returns a value from 0 (independent) to 1 (each variable determines the other). With `biasCorrection`, weak
 * association can also be 0. With `yatesCorrection`, 2 × 2 tables have values below 1. 0 if the formula is 0/0: if a
 * variable has a single label or, with `biasCorrection`, a different label for each sample. NaN if there are no
 * samples.
 * @throws {@link MetricInputError} if an input or option is invalid, or if a weight is not a whole number while
 * `biasCorrection` or `yatesCorrection` is true.
 * @see A. A. Tschuprow, Principles of the Mathematical Theory of Correlation (1939); W. Bergsma, Journal of the
 * Korean Statistical Society 42 (2013) 323–328.
 *
 * @example
 * ```ts
 * import { tschuprowsT } from 'tfjs-metrics';
 *
 * tschuprowsT(['x', 'x', 'y', 'z'], [0, 0, 1, 1]); // 0.707107
 * tschuprowsT(['x', 'x', 'y', 'z'], [0, 0, 1, 1], { biasCorrection: false });
 * // => 0.840896
 * ```
 */
export function tschuprowsT(
  preds: NominalLabels,
  target: NominalLabels,
  options?: AssociationOptions & PairOptions,
): number;
/** Computes the score from a contingency table. */
export function tschuprowsT(table: ContingencyTable, options?: NominalTableOptions<AssociationOptions>): number;
export function tschuprowsT(...args: NominalArguments<AssociationOptions>): number {
  return scoreOfTable(
    () => readNominalTable('tschuprowsT', associationOptions, args),
    (cells, options) => {
      const { phiSquared, rows, columns } = association('tschuprowsT', cells, options);
      const divisor = Math.sqrt(rows * columns);
      if (divisor === 0) {
        return undefinedScore('tschuprowsT', options.onUndefined, 0, NO_ASSOCIATION_REASON);
      }
      return Math.min(1, Math.sqrt(phiSquared / divisor));
    },
  );
}

declareRange(tschuprowsT, [0, 1]);
