import { areaInfluence, precisionInfluence } from '../../functional/classification/curves/curveInfluence.ts';
import { intervalOfClasses, type ScoredSamples } from '../../functional/classification/curves/intervalOfClasses.ts';
import { brierScoreOfSample } from '../../functional/classification/losses/brierScore.ts';
import { logLossOfSample } from '../../functional/classification/losses/logLoss.ts';
import type { SampleLoss } from '../../functional/classification/losses/meanLoss.ts';
import type { ClassScoreCounts } from '../../state/scores/classScoreCounts.ts';
import { clippedLosses, lossInterval, type Losses, type ProbabilityIntervals } from './lossInterval.ts';

/** Random subset of samples, with the probabilities of all classes. */
export interface KeptSamples extends ScoredSamples {
  /** Number of all samples. */
  readonly n: number;
}

/**
 * Computes the intervals of means over classes and samples.
 *
 * @param logLoss - the log loss, if it is known.
 */
export function classIntervals(counts: ClassScoreCounts, kept: KeptSamples, logLoss?: number): ProbabilityIntervals {
  const curves = Array.from({ length: counts.classes }, (_, k) => counts.curve(k));
  const method = { confidence: 0.95, n: kept.n };
  return {
    auroc: intervalOfClasses(curves, kept, { ...method, influence: areaInfluence }),
    averagePrecision: intervalOfClasses(curves, kept, { ...method, influence: precisionInfluence }),
    logLoss: lossInterval(
      clippedLosses(logLoss ?? NaN, (epsilon) => lossesOf(logLossOfSample, kept, epsilon)),
      kept.n,
    ),
    brierScore: lossInterval(lossesOf(brierScoreOfSample, kept), kept.n),
  };
}

function lossesOf(loss: SampleLoss, { data, size, columns }: KeptSamples, epsilon: number = Number.EPSILON): Losses {
  const context = { size, isLogit: false, epsilon };
  return { values: Float64Array.from(columns, (column, i) => loss.classes(data, i * size, column, context)) };
}
