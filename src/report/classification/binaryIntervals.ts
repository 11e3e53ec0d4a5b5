import { averagePrecisionInterval } from '../../functional/classification/curves/averagePrecisionInterval.ts';
import { delongInterval } from '../../functional/classification/curves/delongInterval.ts';
import { brierScoreOfSample } from '../../functional/classification/losses/brierScore.ts';
import { logLossOfSample } from '../../functional/classification/losses/logLoss.ts';
import type { SampleLoss } from '../../functional/classification/losses/meanLoss.ts';
import { BinnedScoreCounts } from '../../state/scores/binnedScoreCounts.ts';
import type { ScoreCounts } from '../../state/scores/scoreCounts.ts';
import type { ScoreCurve } from '../../state/scores/scoreCurve.ts';
import { clippedLosses, lossInterval, type Losses, type ProbabilityIntervals } from './lossInterval.ts';

/**
 * Computes the intervals of scores of a binary classifier from its counted scores, which have whole weights.
 *
 * @param logLoss - the log loss, if it is known.
 */
export function binaryIntervals(counts: ScoreCounts | BinnedScoreCounts, logLoss?: number): ProbabilityIntervals {
  const ranked = { auroc: delongInterval(counts), averagePrecision: averagePrecisionInterval(counts) };
  const { thresholds } = counts.curve;
  const areProbabilities = thresholds.every((score) => score >= 0 && score <= 1);
  if (counts instanceof BinnedScoreCounts || !areProbabilities) return ranked;
  return {
    ...ranked,
    logLoss: lossInterval(clippedLosses(logLoss ?? NaN, (epsilon) => lossesOf(logLossOfSample, counts.curve, epsilon))),
    brierScore: lossInterval(lossesOf(brierScoreOfSample, counts.curve)),
  };
}

/** The loss of a sample depends only on its score and class. */
function lossesOf(
  loss: SampleLoss,
  { thresholds, truePositives, falsePositives }: ScoreCurve,
  epsilon: number = Number.EPSILON,
): Losses {
  const context = { size: 1, isLogit: false, epsilon };
  const { length } = thresholds;
  const [values, counts] = [new Float64Array(2 * length), new Float64Array(2 * length)];
  for (let k = 0; k < length; k++) {
    for (const [at, isPositive, above] of [
      [k, true, truePositives],
      [length + k, false, falsePositives],
    ] as const) {
      values[at] = loss.binary(thresholds[k]!, isPositive, context);
      counts[at] = above[k]! - (k === 0 ? 0 : above[k - 1]!);
    }
  }
  return { values, counts };
}
