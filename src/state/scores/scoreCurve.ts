import type { SortedScores } from './sortedScores.ts';

/**
 * Weight of positive and negative samples at or above each threshold. Scores of binary classifiers are functions of
 * it.
 */
export interface ScoreCurve {
  /** Distinct scores, or lower edges of bins, descending. */
  readonly thresholds: Float64Array;
  /** Weight of the positive samples with a score of at least each threshold. */
  readonly truePositives: Float64Array;
  /** Weight of the negative samples with a score of at least each threshold. */
  readonly falsePositives: Float64Array;
  /** Weight of all positive samples. */
  readonly positives: number;
  /** Weight of all negative samples. */
  readonly negatives: number;
}

/** Point of a curve: a threshold, and the weight of positive and negative samples at or above it. */
export type VisitPoint = (threshold: number, truePositives: number, falsePositives: number) => void;

/** Points of a {@link ScoreCurve}, which need no memory. */
export interface CurvePoints {
  /** Weight of all positive samples. */
  readonly positives: number;
  /** Weight of all negative samples. */
  readonly negatives: number;
  /** Visits the points by descending threshold. */
  visitPoints(visit: VisitPoint): void;
}

/** Returns the points of a curve. */
export function pointsOf({ thresholds, truePositives, falsePositives, positives, negatives }: ScoreCurve): CurvePoints {
  return {
    positives,
    negatives,
    visitPoints(visit) {
      for (let k = 0; k < thresholds.length; k++) visit(thresholds[k]!, truePositives[k]!, falsePositives[k]!);
    },
  };
}

/** Visits the points of the curve of the scores of both classes. */
export function visitPointsOf(positive: SortedScores, negative: SortedScores, visit: VisitPoint): void {
  const { scores: positiveScores, weights: positiveWeights } = positive;
  const { scores: negativeScores, weights: negativeWeights } = negative;
  let [i, j] = [positiveScores.length - 1, negativeScores.length - 1];
  let [positives, negatives] = [0, 0];
  // Without branches on the scores, which would be mispredicted.
  while (i >= 0 && j >= 0) {
    const p = positiveScores[i]!;
    const n = negativeScores[j]!;
    const [hasPositive, hasNegative] = [Number(p >= n), Number(n >= p)];
    positives += hasPositive * positiveWeights[i]!;
    negatives += hasNegative * negativeWeights[j]!;
    i -= hasPositive;
    j -= hasNegative;
    visit(Math.max(p, n), positives, negatives);
  }
  for (; i >= 0; i--) visit(positiveScores[i]!, (positives += positiveWeights[i]!), negatives);
  for (; j >= 0; j--) visit(negativeScores[j]!, positives, (negatives += negativeWeights[j]!));
}

/** Returns the curve of the scores of both classes. */
export function curveOfScores(positive: SortedScores, negative: SortedScores): ScoreCurve {
  const most = positive.scores.length + negative.scores.length;
  const thresholds = new Float64Array(most);
  const truePositives = new Float64Array(most);
  const falsePositives = new Float64Array(most);
  let size = 0;
  visitPointsOf(positive, negative, (threshold, tp, fp) => {
    thresholds[size] = threshold;
    truePositives[size] = tp;
    falsePositives[size++] = fp;
  });
  return {
    thresholds: thresholds.subarray(0, size),
    truePositives: truePositives.subarray(0, size),
    falsePositives: falsePositives.subarray(0, size),
    positives: truePositives[size - 1] ?? 0,
    negatives: falsePositives[size - 1] ?? 0,
  };
}
