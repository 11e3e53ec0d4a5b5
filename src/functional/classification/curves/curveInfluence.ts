import { CompensatedSum } from '../../../numeric/compensatedSum.ts';
import { pointsOf, type ScoreCurve } from '../../../state/scores/scoreCurve.ts';
import { areaUnderCurve } from './areaUnderCurve.ts';
import { averagePrecisionOfCurve } from './averagePrecision.ts';

/** Score of a curve, and its derivatives by the weight of a sample with each distinct score. */
export interface CurveInfluence {
  readonly value: number;
  /** Derivative for a positive sample, by threshold. */
  readonly positive: Float64Array;
  /** Derivative for a negative sample, by threshold. */
  readonly negative: Float64Array;
}

/** Returns the influence of samples on the area under the ROC curve, from which DeLong's variance follows. */
export function areaInfluence(curve: ScoreCurve): CurveInfluence {
  const { truePositives, falsePositives, positives, negatives } = curve;
  const value = areaUnderCurve(pointsOf(curve));
  const [positive, negative] = [new Float64Array(truePositives.length), new Float64Array(truePositives.length)];
  let [tp, fp] = [0, 0];
  for (let k = 0; k < truePositives.length; k++) {
    const [nextTp, nextFp] = [truePositives[k]!, falsePositives[k]!];
    // Ties count half.
    positive[k] = (1 - (fp + nextFp) / 2 / negatives - value) / positives;
    negative[k] = ((tp + nextTp) / 2 / positives - value) / negatives;
    [tp, fp] = [nextTp, nextFp];
  }
  return { value, positive, negative };
}

/**
 * Returns the influence of samples on the average precision.
 *
 * With precision pₖ, Nₖ samples at or above threshold k and tₖ positive ones at it, a sample at threshold j changes pₖ by
 * (y − pₖ)/Nₖ for all k ≥ j, and the recall at j by y/P.
 */
export function precisionInfluence(curve: ScoreCurve): CurveInfluence {
  const { truePositives, falsePositives, positives } = curve;
  const value = averagePrecisionOfCurve(pointsOf(curve));
  const [positive, negative] = [new Float64Array(truePositives.length), new Float64Array(truePositives.length)];
  // Sums over all thresholds at or below the current one.
  let [gained, lost] = [0, 0];
  for (let k = truePositives.length - 1; k >= 0; k--) {
    const above = truePositives[k]! + falsePositives[k]!;
    // The highest bins may be empty.
    if (above === 0) break;
    const precision = truePositives[k]! / above;
    const added = truePositives[k]! - (k === 0 ? 0 : truePositives[k - 1]!);
    gained += added / above;
    lost += (added / above) * precision;
    positive[k] = (precision - value + gained - lost) / positives;
    negative[k] = -lost / positives;
  }
  return { value, positive, negative };
}

/** Variance of a score of a curve by the class of the samples that cause it, with unbiased sizes of the classes. */
export function varianceByClass(
  { positive, negative }: CurveInfluence,
  { truePositives, falsePositives, positives, negatives }: ScoreCurve,
): readonly [positive: number, negative: number] {
  const [ofPositive, ofNegative] = [new CompensatedSum(), new CompensatedSum()];
  let [tp, fp] = [0, 0];
  for (let k = 0; k < positive.length; k++) {
    ofPositive.add((truePositives[k]! - tp) * positive[k]! ** 2);
    ofNegative.add((falsePositives[k]! - fp) * negative[k]! ** 2);
    [tp, fp] = [truePositives[k]!, falsePositives[k]!];
  }
  return [(ofPositive.value * positives) / (positives - 1), (ofNegative.value * negatives) / (negatives - 1)];
}
