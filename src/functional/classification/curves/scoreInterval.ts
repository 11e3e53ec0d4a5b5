import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import { shareCheck } from '../../../inputs/options/optionCheck.ts';
import { logitInterval } from '../../../numeric/special/logitInterval.ts';
import { studentQuantile } from '../../../numeric/special/studentQuantile.ts';
import type { ScoreCurve } from '../../../state/scores/scoreCurve.ts';
import { requireWholeWeights } from '../../requireWholeWeights.ts';
import type { ScoreIntervalValue } from '../../scoreIntervalValue.ts';
import { varianceByClass, type CurveInfluence } from './curveInfluence.ts';
import { missingClass, readScores, type ScoreArguments } from './readScores.ts';
import { scoreOptions, type ScoreOptions } from './scoreOptions.ts';

/** Options for {@link delongInterval} and {@link averagePrecisionInterval}. */
export interface ScoreIntervalOptions extends ScoreOptions {
  /** Confidence level, between 0 and 1. Default: 0.95. */
  readonly confidence?: number | undefined;
}

/** Reads {@link ScoreIntervalOptions}. */
export const scoreIntervalOptions: OptionsReader<ScoreIntervalOptions> = /* @__PURE__ */ defineOptions(
  'ScoreIntervalOptions',
  () => ({ ...scoreOptions.checks(), confidence: shareCheck() }),
);

/** Method that computes the interval of a score. */
interface IntervalMethod {
  readonly influence: (curve: ScoreCurve) => CurveInfluence;
  /** Number of samples that determines the quantile of Student's distribution, and the interval of a value of 0 or 1. */
  readonly samples: (curve: ScoreCurve) => number;
}

/**
 * Computes the interval of a score of a curve on the scale of its logit. A value of 0 or 1 has no variance; its interval is
 * that of a share of `samples` samples.
 */
export function scoreInterval(
  owner: string,
  args: ScoreArguments<ScoreIntervalOptions>,
  { influence, samples }: IntervalMethod,
): ScoreIntervalValue {
  const { curve, isExact, options, undefinedValue } = readScores(owner, scoreIntervalOptions, args);
  requireWholeWeights(owner, isExact);
  const { positives, negatives } = curve;
  const problem = missingClass(curve) ?? (Math.min(positives, negatives) < 2 ? 'a class has one sample' : undefined);
  if (problem !== undefined) {
    const value = undefinedValue(problem);
    return { value, lower: value, upper: value, standardError: value };
  }
  const found = influence(curve);
  const { value } = found;
  const [ofPositive, ofNegative] = varianceByClass(found, curve);
  const standardError = Math.sqrt(ofPositive + ofNegative);
  const alpha = 1 - (options.confidence ?? 0.95);
  const size = samples(curve);
  const certain = (alpha / 2) ** (1 / size);
  if (value === 1) return { value, lower: certain, upper: 1, standardError };
  if (value === 0) return { value, lower: 0, upper: 1 - certain, standardError };
  const quantile = studentQuantile(1 - alpha / 2, size - 1);
  return { value, ...logitInterval(value, quantile * standardError), standardError };
}
