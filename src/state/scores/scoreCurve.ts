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

/** Returns the curve of the scores of both classes. */
export function curveOfScores(positive: SortedScores, negative: SortedScores): ScoreCurve {
  const most = positive.scores.length + negative.scores.length;
  const [thresholds, truePositives, falsePositives] = [
    new Float64Array(most),
    new Float64Array(most),
    new Float64Array(most),
  ];
  let [i, j] = [positive.scores.length - 1, negative.scores.length - 1];
  let [positives, negatives, size] = [0, 0, 0];
  // Without branches on the scores, which would be mispredicted.
  for (; i >= 0 && j >= 0; size++) {
    const p = positive.scores[i]!;
    const n = negative.scores[j]!;
    const [hasPositive, hasNegative] = [Number(p >= n), Number(n >= p)];
    positives += hasPositive * positive.weights[i]!;
    negatives += hasNegative * negative.weights[j]!;
    i -= hasPositive;
    j -= hasNegative;
    thresholds[size] = Math.max(p, n);
    truePositives[size] = positives;
    falsePositives[size] = negatives;
  }
  for (; i >= 0 || j >= 0; size++) {
    thresholds[size] = i >= 0 ? positive.scores[i]! : negative.scores[j]!;
    if (i >= 0) positives += positive.weights[i--]!;
    else negatives += negative.weights[j--]!;
    truePositives[size] = positives;
    falsePositives[size] = negatives;
  }
  return {
    thresholds: thresholds.subarray(0, size),
    truePositives: truePositives.subarray(0, size),
    falsePositives: falsePositives.subarray(0, size),
    positives,
    negatives,
  };
}
