import {
  areaInfluence,
  precisionInfluence,
  type CurveInfluence,
} from '../../functional/classification/curves/curveInfluence.ts';
import { placeOfScore } from '../../functional/classification/curves/placeOfScore.ts';
import { missingClass } from '../../functional/classification/curves/readScores.ts';
import { brierScoreOfSample } from '../../functional/classification/losses/brierScore.ts';
import { logLossOfSample } from '../../functional/classification/losses/logLoss.ts';
import type { SampleLoss } from '../../functional/classification/losses/meanLoss.ts';
import { logitInterval } from '../../numeric/special/logitInterval.ts';
import { studentQuantile } from '../../numeric/special/studentQuantile.ts';
import type { ClassScoreCounts } from '../../state/scores/classScoreCounts.ts';
import type { ScoreCurve } from '../../state/scores/scoreCurve.ts';
import { lossInterval, type IntervalEnds, type ProbabilityIntervals } from './lossInterval.ts';

/** Random subset of samples, with the scores of all classes. */
export interface KeptSamples {
  /** Probabilities, `size` of each sample. */
  readonly data: Float32Array | Float64Array;
  readonly size: number;
  /** True class of each sample, as a column. */
  readonly columns: ArrayLike<number>;
  /** Number of all samples. */
  readonly n: number;
}

/**
 * Computes the intervals of means over classes and samples. The areas of the classes are correlated, because each is
 * computed from all samples; the variance is that of the influence of each sample on the mean.
 */
export function classIntervals(counts: ClassScoreCounts, kept: KeptSamples): ProbabilityIntervals {
  const curves = Array.from({ length: counts.classes }, (_, k) => counts.curve(k));
  return {
    auroc: intervalOfMean(areaInfluence, curves, kept),
    averagePrecision: intervalOfMean(precisionInfluence, curves, kept),
    logLoss: intervalOfLoss(logLossOfSample, kept),
    brierScore: intervalOfLoss(brierScoreOfSample, kept),
  };
}

function intervalOfLoss(loss: SampleLoss, { data, size, columns, n }: KeptSamples): IntervalEnds | undefined {
  const context = { size, isLogit: false, epsilon: Number.EPSILON };
  const values = Float64Array.from(columns, (column, i) => loss.classes(data, i * size, column, context));
  return lossInterval({ values }, n);
}

/**
 * Returns the interval of the mean of a score over the classes with samples, on the scale of its logit. The quantile is of
 * Student's distribution with the degrees of freedom of F. E. Satterthwaite, Biometrics Bulletin 2 (1946) 110–114, for the
 * sum of the variances that are due to the samples of each class. Undefined if a class has one sample.
 */
function intervalOfMean(
  influenceOf: (curve: ScoreCurve) => CurveInfluence,
  curves: readonly ScoreCurve[],
  { data, size, columns, n }: KeptSamples,
): IntervalEnds | undefined {
  const defined = [...curves.keys()].filter((k) => missingClass(curves[k]!) === undefined);
  const least = Math.min(...defined.map((k) => Math.min(curves[k]!.positives, curves[k]!.negatives)));
  if (defined.length === 0 || least < 2) return undefined;
  const influences = new Float64Array(columns.length);
  let value = 0;
  for (const k of defined) {
    const curve = curves[k]!;
    const { value: ofClass, positive, negative } = influenceOf(curve);
    value += ofClass / defined.length;
    const { positives, negatives, thresholds } = curve;
    // As in the variance for one curve.
    const [up, down] = [positives / (positives - 1), negatives / (negatives - 1)].map(Math.sqrt) as [number, number];
    for (let i = 0; i < columns.length; i++) {
      const at = placeOfScore(data[i * size + k]!, thresholds);
      influences[i]! += (columns[i] === k ? up * positive[at]! : down * negative[at]!) / defined.length;
    }
  }
  // Of `least` disjoint pairs of samples, all are in order.
  if (value === 1) return { lower: 0.025 ** (1 / least), upper: 1 };
  const [variances, sizes] = [new Float64Array(size), new Float64Array(size)];
  const each = n / columns.length;
  influences.forEach((influence, i) => {
    variances[columns[i]!]! += each * influence ** 2;
    sizes[columns[i]!]! += each;
  });
  const variance = variances.reduce((sum, ofClass) => sum + ofClass, 0);
  if (!(variance > 0)) return undefined;
  const squares = variances.reduce((sum, ofClass, k) => (ofClass > 0 ? sum + ofClass ** 2 / (sizes[k]! - 1) : sum), 0);
  const freedom = Math.max(1, variance ** 2 / squares);
  return logitInterval(value, studentQuantile(0.975, freedom) * Math.sqrt(variance));
}
