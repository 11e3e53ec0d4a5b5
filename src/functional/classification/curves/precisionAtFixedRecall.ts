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

/** Options for {@link precisionAtFixedRecall}. */
export interface PrecisionAtFixedRecallOptions extends ScoreOptions {
  /** Recall that a threshold must reach, from 0 to 1. Default: 0.5. */
  readonly minRecall?: number | undefined;
}

/** Result of {@link precisionAtFixedRecall}. */
export interface PrecisionAtFixedRecallValue {
  /** Precision, from 0 to 1. */
  readonly precision: number;
  /**
   * Threshold: samples with a score of at least this are predicted as positive. See {@link bestThreshold} for how to
   * apply it.
   */
  readonly threshold: number;
}

/** Reads {@link PrecisionAtFixedRecallOptions}. */
export const precisionAtFixedRecallOptions: OptionsReader<PrecisionAtFixedRecallOptions> =
  /* @__PURE__ */ defineOptions('precisionAtFixedRecall', () => ({
    ...scoreOptions.checks(),
    minRecall: rateCheck(),
  }));

/**
 * Highest precision among the thresholds with a recall of at least `minRecall`.
 *
 * The maximum of TP/(TP + FP) over all thresholds with TP/P ≥ `minRecall`, for P positive samples. If several
 * thresholds have this precision, the highest threshold is returned.
 *
 * @param preds - score of each sample, `[N]` or `[N, 1]`: any finite numbers, higher for the positive class.
 * @param target - label of each sample, `[N]`.
 * @returns precision and threshold. Both are NaN (or precision is the value of `onUndefined`) without positive samples.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see `torchmetrics.classification.PrecisionAtFixedRecall`.
 *
 * @example
 * ```ts
 * import { precisionAtFixedRecall } from 'tfjs-metrics';
 *
 * precisionAtFixedRecall([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1], { minRecall: 0.6 });
 * // => { precision: 0.666667, threshold: 0.35 }
 * ```
 */
export function precisionAtFixedRecall(
  preds: Samples,
  target: Labels,
  options?: PrecisionAtFixedRecallOptions & PairOptions,
): PrecisionAtFixedRecallValue;
/** Computes the result from counted scores. */
export function precisionAtFixedRecall(
  counts: ScoreCounts | BinnedScoreCounts,
  options?: ScoreCountsOptions<PrecisionAtFixedRecallOptions>,
): PrecisionAtFixedRecallValue;
export function precisionAtFixedRecall(
  ...args: ScoreArguments<PrecisionAtFixedRecallOptions>
): PrecisionAtFixedRecallValue {
  const { curve, options, undefinedValue } = readScores('precisionAtFixedRecall', precisionAtFixedRecallOptions, args);
  const problem = curve.positives > 0 ? undefined : 'there are no positive samples';
  if (problem !== undefined) return { precision: undefinedValue(problem), threshold: NaN };
  const least = options.minRecall ?? 0.5;
  const { value, threshold } = bestPoint(
    curve,
    ({ tp, fp }) => tp / (tp + fp),
    ({ tp, positives }) => tp > 0 && tp / positives >= least,
  );
  return { precision: value, threshold };
}
