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

/** Options for {@link sensitivityAtSpecificity}. */
export interface SensitivityAtSpecificityOptions extends ScoreOptions {
  /** Specificity that a threshold must reach, from 0 to 1. Default: 0.5. */
  readonly minSpecificity?: number | undefined;
}

/** Result of {@link sensitivityAtSpecificity}. */
export interface SensitivityAtSpecificityValue {
  /** Sensitivity, from 0 to 1. */
  readonly sensitivity: number;
  /**
   * Threshold: samples with a score of at least this are predicted as positive. See {@link bestThreshold} for how to
   * apply it.
   */
  readonly threshold: number;
}

/** Reads {@link SensitivityAtSpecificityOptions}. */
export const sensitivityAtSpecificityOptions: OptionsReader<SensitivityAtSpecificityOptions> =
  /* @__PURE__ */ defineOptions('sensitivityAtSpecificity', () => ({
    ...scoreOptions.checks(),
    minSpecificity: rateCheck(),
  }));

/**
 * Highest sensitivity (true positive rate) among the thresholds with a specificity of at least
 * `minSpecificity`.
 *
 * The maximum of TP/P over all thresholds with TN/N ≥ `minSpecificity`, for P positive and N negative samples. If
 * several thresholds have this sensitivity, the highest threshold is returned.
 *
 * @param preds - score of each sample, `[N]` or `[N, 1]`: any finite numbers, higher for the positive class.
 * @param target - label of each sample, `[N]`.
 * @returns sensitivity and threshold: sensitivity 0 at threshold Infinity if no finite threshold reaches
 * `minSpecificity`. Both are NaN (or sensitivity is the value of `onUndefined`) without positive or without negative
 * samples.
 * @throws {@link MetricInputError} if an input or option is invalid.
 * @see `torchmetrics.classification.SensitivityAtSpecificity`.
 *
 * @example
 * ```ts
 * import { sensitivityAtSpecificity } from 'tfjs-metrics';
 *
 * sensitivityAtSpecificity([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1], {
 *   minSpecificity: 0.6,
 * }); // { sensitivity: 0.5, threshold: 0.8 }
 * ```
 */
export function sensitivityAtSpecificity(
  preds: Samples,
  target: Labels,
  options?: SensitivityAtSpecificityOptions & PairOptions,
): SensitivityAtSpecificityValue;
/** Computes the result from counted scores. */
export function sensitivityAtSpecificity(
  counts: ScoreCounts | BinnedScoreCounts,
  options?: ScoreCountsOptions<SensitivityAtSpecificityOptions>,
): SensitivityAtSpecificityValue;
export function sensitivityAtSpecificity(
  ...args: ScoreArguments<SensitivityAtSpecificityOptions>
): SensitivityAtSpecificityValue {
  const { curve, options, undefinedValue } = readScores(
    'sensitivityAtSpecificity',
    sensitivityAtSpecificityOptions,
    args,
  );
  const problem = missingClass(curve);
  if (problem !== undefined) return { sensitivity: undefinedValue(problem), threshold: NaN };
  const least = options.minSpecificity ?? 0.5;
  const { value, threshold } = bestPoint(
    curve,
    ({ tp, positives }) => tp / positives,
    ({ fp, negatives }) => (negatives - fp) / negatives >= least,
  );
  return { sensitivity: value, threshold };
}
