import type { PairOptions } from '../../inputs/labelPairs.ts';
import type { NominalLabels } from '../../inputs/presentPairs.ts';
import { nominalOptions, type NominalOptions, type NominalTableOptions } from '../../inputs/options/nominalOptions.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import { declareRange } from '../scoreRange.ts';
import { meanSquareContingency } from './meanSquareContingency.ts';
import { readNominalTable, type NominalArguments } from './nominalArguments.ts';
import { scoreOfTable } from '../readTable.ts';

/**
 * Pearson's contingency coefficient: strength of association between two nominal variables.
 *
 * C = √(φ² / (1 + φ²)), with φ² = χ²/n, for n samples. Its maximum is √((k − 1)/k), which is below 1, if the variable
 * with fewer labels has k labels. Therefore compare only values of tables with the same numbers of labels.
 *
 * @param preds - labels of one variable, `[N]`.
 * @param target - labels of the other, `[N]`. The score is symmetric.
 * @returns a value from 0 (independent, or a single label) to less than 1. NaN if there are no samples.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see K. Pearson, On the Theory of Contingency and its Relation to Association and Normal Correlation (1904).
 *
 * @example
 * ```ts
 * import { pearsonsContingencyCoefficient } from 'tfjs-metrics';
 *
 * pearsonsContingencyCoefficient(['x', 'x', 'y', 'y'], [0, 0, 1, 1]); // 0.707107
 * ```
 */
export function pearsonsContingencyCoefficient(
  preds: NominalLabels,
  target: NominalLabels,
  options?: NominalOptions & PairOptions,
): number;
/** Computes the score from a contingency table. */
export function pearsonsContingencyCoefficient(table: ContingencyTable, options?: NominalTableOptions): number;
export function pearsonsContingencyCoefficient(...args: NominalArguments<NominalOptions>): number {
  const owner = 'pearsonsContingencyCoefficient';
  return scoreOfTable(
    () => readNominalTable(owner, nominalOptions, args),
    (cells) => {
      const phiSquared = meanSquareContingency(cells);
      return Math.sqrt(phiSquared / (1 + phiSquared));
    },
  );
}

declareRange(pearsonsContingencyCoefficient, [0, 1]);
