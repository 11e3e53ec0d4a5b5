import type { Labels } from '../../../inputs/labels.ts';
import type { PairOptions } from '../../../inputs/labelPairs.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import { rateCheck } from '../../../inputs/options/optionCheck.ts';
import type { Samples } from '../../../inputs/samples.ts';
import type { BinnedScoreCounts } from '../../../state/scores/binnedScoreCounts.ts';
import type { ScoreCounts } from '../../../state/scores/scoreCounts.ts';
import { bestPoint } from './bestPoint.ts';
import { missingClass, readScores, type ScoreArguments } from './readScores.ts';
import { scoreOptions, type ScoreOptions, type ScoreCountsOptions } from './scoreOptions.ts';

/** Options for {@link specificityAtSensitivity}. */
export interface SpecificityAtSensitivityOptions extends ScoreOptions {
  /** Sensitivity that a threshold must reach, from 0 to 1. Default: 0.5. */
  readonly minSensitivity?: number | undefined;
}

/** Result of {@link specificityAtSensitivity}. */
export interface SpecificityAtSensitivityValue {
  /** Specificity, from 0 to 1. */
  readonly specificity: number;
  /**
   * Threshold: samples with a score of at least this are predicted as positive. See {@link bestThreshold} for how to
   * apply it.
   */
  readonly threshold: number;
}

/** Reads {@link SpecificityAtSensitivityOptions}. */
export const specificityAtSensitivityOptions: OptionsReader<SpecificityAtSensitivityOptions> =
  /* @__PURE__ */ defineOptions('specificityAtSensitivity', () => ({
    ...scoreOptions.checks(),
    minSensitivity: rateCheck(),
  }));

/**
 * Highest specificity (true negative rate) among the thresholds with a sensitivity of at least
 * `minSensitivity`.
 *
 * The maximum of TN/N over all thresholds with TP/P ≥ `minSensitivity`, for P positive and N negative samples. If
 * several thresholds have this specificity, the highest threshold is returned.
 *
 * @param preds - score of each sample, `[N]` or `[N, 1]`: any finite numbers, higher for the positive class.
 * @param target - label of each sample, `[N]`.
 * @returns specificity and threshold. Both are NaN (or specificity is the value of `onUndefined`) without positive or
 * without negative samples.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see `torchmetrics.classification.SpecificityAtSensitivity`.
 *
 * @example
 * ```ts
 * import { specificityAtSensitivity } from 'tfjs-metrics';
 *
 * specificityAtSensitivity([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1], {
 *   minSensitivity: 0.6,
 * }); // { specificity: 0.5, threshold: 0.35 }
 * ```
 */
export function specificityAtSensitivity(
  preds: Samples,
  target: Labels,
  options?: SpecificityAtSensitivityOptions & PairOptions,
): SpecificityAtSensitivityValue;
/** Computes the result from counted scores. */
export function specificityAtSensitivity(
  counts: ScoreCounts | BinnedScoreCounts,
  options?: ScoreCountsOptions<SpecificityAtSensitivityOptions>,
): SpecificityAtSensitivityValue;
export function specificityAtSensitivity(
  ...args: ScoreArguments<SpecificityAtSensitivityOptions>
): SpecificityAtSensitivityValue {
  const { curve, options, undefinedValue } = readScores(
    'specificityAtSensitivity',
    specificityAtSensitivityOptions,
    args,
  );
  const problem = missingClass(curve);
  if (problem !== undefined) return { specificity: undefinedValue(problem), threshold: NaN };
  const least = options.minSensitivity ?? 0.5;
  const { value, threshold } = bestPoint(
    curve,
    ({ fp, negatives }) => (negatives - fp) / negatives,
    ({ tp, positives }) => tp / positives >= least,
  );
  return { specificity: value, threshold };
}
