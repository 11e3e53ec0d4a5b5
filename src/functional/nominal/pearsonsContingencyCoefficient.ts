import type { PairOptions } from '../../inputs/labelPairs.ts';
import type { NominalLabels } from '../../inputs/presentPairs.ts';
import { nominalOptions, type NominalOptions } from '../../inputs/nominalOptions.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import { declareRange } from '../bootstrap/scoreRange.ts';
import { meanSquareContingency } from './meanSquareContingency.ts';
import { readNominalTable, type NominalArguments } from './nominalArguments.ts';
import { scoreOfTable } from '../scoreOfTable.ts';

/**
 * Pearson's contingency coefficient: how strongly two nominal variables are associated.
 *
 * C = √(φ² / (1 + φ²)), φ² = χ²/n. It can't reach 1: for k labels on the side that has fewer, it is at
 * most √((k − 1)/k), so only tables of one size compare.
 *
 * @param preds - labels of one variable, `[N]`.
 * @param target - labels of the other, `[N]`. Both orders give the same.
 * @returns from 0 (independent, or one label only) to below 1. NaN without samples.
 * @throws {@link MetricInputError} when an input or option is not as described.
 * @see K. Pearson, On the Theory of Contingency and its Relation to Association and Normal Correlation
 * (1904).
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
/** The same of labels that are counted in a table already. */
export function pearsonsContingencyCoefficient(table: ContingencyTable, options?: NominalOptions): number;
export function pearsonsContingencyCoefficient(...args: NominalArguments<NominalOptions>): number {
  const owner = 'pearsonsContingencyCoefficient';
  const read = readNominalTable(owner, nominalOptions, args);
  return scoreOfTable(read, (table) => {
    const phiSquared = meanSquareContingency(table.cells);
    return Math.sqrt(phiSquared / (1 + phiSquared));
  });
}

declareRange(pearsonsContingencyCoefficient, [0, 1]);
