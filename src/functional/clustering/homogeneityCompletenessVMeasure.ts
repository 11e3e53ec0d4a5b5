import type { PairOptions } from '../../inputs/labelPairs.ts';
import type { Labels } from '../../inputs/labels.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import { readTable, scoreOfTable, type TableArguments } from '../readTable.ts';
import { homogeneityOfCells } from './homogeneityScore.ts';
import { completenessOfCells } from './completenessScore.ts';
import { vMeasureOfCells } from './vMeasureScore.ts';
import { betaOptions, type BetaOptions } from './betaOptions.ts';

/**
 * Computes homogeneity, completeness and V-measure in one call; see {@link homogeneityScore},
 * {@link completenessScore} and {@link vMeasureScore}.
 *
 * @param preds - predicted labels, `[N]`.
 * @param target - true labels, `[N]`.
 * @returns the three scores, each from 0 to 1. NaN if there are no samples.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see A. Rosenberg and J. Hirschberg, EMNLP-CoNLL 2007, 410–420.
 *
 * @example
 * ```ts
 * import { homogeneityCompletenessVMeasure } from 'tfjs-metrics';
 *
 * homogeneityCompletenessVMeasure([0, 0, 1, 2], [0, 0, 1, 1]);
 * // => { homogeneity: 1, completeness: 0.666667, vMeasure: 0.8 }
 * ```
 */
export function homogeneityCompletenessVMeasure(
  preds: Labels,
  target: Labels,
  options?: BetaOptions & PairOptions,
): HomogeneityCompletenessVMeasure;
/** Computes the scores from a contingency table. */
export function homogeneityCompletenessVMeasure(
  table: ContingencyTable,
  options?: BetaOptions,
): HomogeneityCompletenessVMeasure;
export function homogeneityCompletenessVMeasure(...args: TableArguments<BetaOptions>): HomogeneityCompletenessVMeasure {
  const { cells, options } = readTable('homogeneityCompletenessVMeasure', betaOptions, args);
  return {
    homogeneity: scoreOfTable(() => ({ owner: 'homogeneityScore', cells, options }), homogeneityOfCells),
    completeness: scoreOfTable(() => ({ owner: 'completenessScore', cells, options }), completenessOfCells),
    vMeasure: scoreOfTable(() => ({ owner: 'vMeasureScore', cells, options }), vMeasureOfCells),
  };
}

/** Result of {@link homogeneityCompletenessVMeasure}. */
export interface HomogeneityCompletenessVMeasure {
  /** Homogeneity: the degree to which each cluster contains a single class, from 0 to 1. */
  readonly homogeneity: number;
  /** Completeness: the degree to which each class is in a single cluster, from 0 to 1. */
  readonly completeness: number;
  /** Weighted harmonic mean of homogeneity and completeness, from 0 to 1. */
  readonly vMeasure: number;
}
