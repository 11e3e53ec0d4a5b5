import type { PairOptions } from '../../inputs/labelPairs.ts';
import type { Labels } from '../../inputs/labels.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import type { TableCells } from '../../state/tables/tableCells.ts';
import { scoreOfTable, readTable, type TableArguments } from '../readTable.ts';
import { declareRange } from '../scoreRange.ts';
import { samePartition } from '../information/discrete/samePartition.ts';
import { undefinedScore } from '../undefinedScore.ts';
import { homogeneityOfCells } from './homogeneityScore.ts';
import { completenessOfCells } from './completenessScore.ts';
import { betaOptions, weightedHarmonicMean, type BetaOptions } from './betaOptions.ts';

/**
 * V-measure: the weighted harmonic mean of homogeneity h and completeness c; see {@link homogeneityScore} and
 * {@link completenessScore}.
 *
 * V = (1 + β) h c / (β h + c), with β the option `beta`. With β = 1, it equals {@link normalizedMutualInfoScore} with
 * the arithmetic mean.
 *
 * @param preds - predicted labels, `[N]`.
 * @param target - true labels, `[N]`.
 * @returns a value from 0 (independent) to 1 (the same partition). If V, h or c is 0/0: 1 if both labelings are
 * constant, otherwise 0. NaN if there are no samples.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see A. Rosenberg and J. Hirschberg, EMNLP-CoNLL 2007, 410–420.
 *
 * @example
 * ```ts
 * import { vMeasureScore } from 'tfjs-metrics';
 *
 * vMeasureScore([0, 0, 1, 2], [0, 0, 1, 1]); // 0.8
 * vMeasureScore([0, 0, 1, 2], [0, 0, 1, 1], { beta: 2 }); // 0.75
 * ```
 */
export function vMeasureScore(preds: Labels, target: Labels, options?: BetaOptions & PairOptions): number;
/** Computes the score from a contingency table. */
export function vMeasureScore(table: ContingencyTable, options?: BetaOptions): number;
export function vMeasureScore(...args: TableArguments<BetaOptions>): number {
  return scoreOfTable(() => readTable('vMeasureScore', betaOptions, args), vMeasureOfCells);
}

/** Returns the score of a non-empty table. */
export function vMeasureOfCells(cells: TableCells, { onUndefined, beta = 1 }: BetaOptions): number {
  const homogeneity = homogeneityOfCells(cells, {});
  const completeness = completenessOfCells(cells, {});
  const hasParts = cells.targetSizes.length > 1 && cells.predSizes.length > 1;
  if (!hasParts || homogeneity + completeness === 0) {
    const limit = samePartition(cells) ? 1 : 0;
    const reason = 'homogeneity or completeness is 0/0, or both are 0';
    return undefinedScore('vMeasureScore', onUndefined, limit, reason);
  }
  return weightedHarmonicMean(homogeneity, completeness, beta);
}

declareRange(vMeasureScore, [0, 1]);
