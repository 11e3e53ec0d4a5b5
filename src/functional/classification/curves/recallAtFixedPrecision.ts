import type { Labels } from '../../../inputs/labels.ts';
import type { PairOptions } from '../../../inputs/labelPairs.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import { rateCheck } from '../../../inputs/options/optionCheck.ts';
import type { Samples } from '../../../inputs/samples.ts';
import type { BinnedScoreCounts } from '../../../state/scores/binnedScoreCounts.ts';
import type { ScoreCounts } from '../../../state/scores/scoreCounts.ts';
import { bestPoint } from './bestPoint.ts';
import { readScores, type ScoreArguments } from './readScores.ts';
import { scoreOptions, type ScoreOptions, type ScoreCountsOptions } from './scoreOptions.ts';

/** Options for {@link recallAtFixedPrecision}. */
export interface RecallAtFixedPrecisionOptions extends ScoreOptions {
  /** Precision that a threshold must reach, from 0 to 1. Default: 0.5. */
  readonly minPrecision?: number | undefined;
}

/** Result of {@link recallAtFixedPrecision}. */
export interface RecallAtFixedPrecisionValue {
  /** Recall, from 0 to 1. */
  readonly recall: number;
  /**
   * Threshold: samples with a score of at least this are predicted as positive. See {@link bestThreshold} for how to
   * apply it.
   */
  readonly threshold: number;
}

/** Reads {@link RecallAtFixedPrecisionOptions}. */
export const recallAtFixedPrecisionOptions: OptionsReader<RecallAtFixedPrecisionOptions> =
  /* @__PURE__ */ defineOptions('recallAtFixedPrecision', () => ({
    ...scoreOptions.checks(),
    minPrecision: rateCheck(),
  }));

/**
 * Highest recall among the thresholds with a precision of at least `minPrecision`.
 *
 * The maximum of TP/P over all thresholds with TP/(TP + FP) ≥ `minPrecision`, for P positive samples. If several
 * thresholds have this recall, the highest threshold is returned.
 *
 * @param preds - score of each sample, `[N]` or `[N, 1]`: any finite numbers, higher for the positive class.
 * @param target - label of each sample, `[N]`.
 * @returns recall and threshold: recall 0 at threshold Infinity if no threshold reaches `minPrecision`. Both are NaN
 * (or recall is the value of `onUndefined`) without positive samples.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see `torchmetrics.classification.RecallAtFixedPrecision`.
 *
 * @example
 * ```ts
 * import { recallAtFixedPrecision } from 'tfjs-metrics';
 *
 * recallAtFixedPrecision([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1], {
 *   minPrecision: 0.6,
 * }); // { recall: 1, threshold: 0.35 }
 * ```
 */
export function recallAtFixedPrecision(
  preds: Samples,
  target: Labels,
  options?: RecallAtFixedPrecisionOptions & PairOptions,
): RecallAtFixedPrecisionValue;
/** Computes the result from counted scores. */
export function recallAtFixedPrecision(
  counts: ScoreCounts | BinnedScoreCounts,
  options?: ScoreCountsOptions<RecallAtFixedPrecisionOptions>,
): RecallAtFixedPrecisionValue;
export function recallAtFixedPrecision(
  ...args: ScoreArguments<RecallAtFixedPrecisionOptions>
): RecallAtFixedPrecisionValue {
  const { curve, options, undefinedValue } = readScores('recallAtFixedPrecision', recallAtFixedPrecisionOptions, args);
  const problem = curve.positives > 0 ? undefined : 'there are no positive samples';
  if (problem !== undefined) return { recall: undefinedValue(problem), threshold: NaN };
  const least = options.minPrecision ?? 0.5;
  const { value, threshold } = bestPoint(
    curve,
    ({ tp, positives }) => tp / positives,
    ({ tp, fp }) => tp + fp === 0 || tp / (tp + fp) >= least,
  );
  return { recall: value, threshold };
}
