import { defineOptions, type OptionsReader } from '../../inputs/options/defineOptions.ts';
import type { PairOptions } from '../../inputs/labelPairs.ts';
import type { Labels } from '../../inputs/labels.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import { readTable, type TableArguments } from '../readTable.ts';
import { scoreOfSamples, undefinedScore } from '../undefinedScore.ts';
import { betaOptions, weightedHarmonicMean, type BetaOptions } from './betaOptions.ts';
import { pairConfusion, pairCountingOptions } from './pairConfusionMatrix.ts';

const pairScoreOptions: OptionsReader<BetaOptions> = /* @__PURE__ */ defineOptions<BetaOptions>(
  'BetaOptions',
  () => betaOptions.checks(),
  pairCountingOptions.wholeWeightsReason,
);

/** Result of {@link pairPrecisionRecallFScore}. */
export interface PairPrecisionRecallFScore {
  /** Among the pairs with the same label in preds, the fraction with the same label in target, from 0 to 1. */
  readonly precision: number;
  /** Among the pairs with the same label in target, the fraction with the same label in preds, from 0 to 1. */
  readonly recall: number;
  /** Weighted harmonic mean of precision and recall, from 0 to 1. */
  readonly fScore: number;
}

/**
 * Precision, recall and F-score of sample pairs. Each pair of samples is a binary prediction: same label or different
 * labels.
 *
 * Precision p = TP / (TP + FP), recall r = TP / (TP + FN) and F = (1 + β²) p r / (β² p + r), where
 * {@link pairConfusionMatrix} returns the numbers of pairs TP, FP and FN, and β is the option `beta`.
 * {@link fowlkesMallowsIndex} is the geometric mean √(p r), and {@link jaccardScore} is TP / (TP + FP + FN).
 *
 * @param preds - predicted labels, `[N]`.
 * @param target - true labels, `[N]`.
 * @returns the three scores, each from 0 to 1 (the same partition). Precision is 1 if no two samples have the same
 * label in preds, and recall is 1 if no two have the same label in target, where the formula is 0/0. NaN if there are
 * no samples.
 * @throws {@link MetricInputError} if an input or option is invalid, or a weight is not a whole number.
 * @see C. D. Manning, P. Raghavan and H. Schütze, Introduction to Information Retrieval, section 16.3.
 *
 * @example
 * ```ts
 * import { pairPrecisionRecallFScore } from 'tfjs-metrics';
 *
 * pairPrecisionRecallFScore([0, 0, 0, 1], [0, 0, 1, 1]);
 * // => { precision: 0.333333, recall: 0.5, fScore: 0.4 }
 * ```
 */
export function pairPrecisionRecallFScore(
  preds: Labels,
  target: Labels,
  options?: BetaOptions & PairOptions,
): PairPrecisionRecallFScore;
/** Computes the scores from a contingency table. */
export function pairPrecisionRecallFScore(table: ContingencyTable, options?: BetaOptions): PairPrecisionRecallFScore;
export function pairPrecisionRecallFScore(...args: TableArguments<BetaOptions>): PairPrecisionRecallFScore {
  const owner = 'pairPrecisionRecallFScore';
  const { cells, options } = readTable(owner, pairScoreOptions, args);
  const { onUndefined, beta = 1 } = options;
  const { tp, fp, fn } = pairConfusion(cells);
  const ratio = (wrong: number, reason: string): number =>
    scoreOfSamples(owner, cells.n, onUndefined, () =>
      tp + wrong > 0 ? tp / (tp + wrong) : undefinedScore(owner, onUndefined, 1, reason),
    );
  const precision = ratio(fp, 'no two samples are together in preds');
  const recall = ratio(fn, 'no two samples are together in target');
  return { precision, recall, fScore: weightedHarmonicMean(precision, recall, beta ** 2) };
}
