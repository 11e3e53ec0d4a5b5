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
  const size = countTogether(positive.scores, negative.scores);
  const thresholds = new Float64Array(size);
  const truePositives = new Float64Array(size);
  const falsePositives = new Float64Array(size);
  let [i, j] = [positive.scores.length - 1, negative.scores.length - 1];
  let [positives, negatives] = [0, 0];
  for (let k = 0; k < size; k++) {
    const p = i < 0 ? -Infinity : positive.scores[i]!;
    const n = j < 0 ? -Infinity : negative.scores[j]!;
    if (p >= n) positives += positive.weights[i--]!;
    if (n >= p) negatives += negative.weights[j--]!;
    thresholds[k] = p > n ? p : n;
    truePositives[k] = positives;
    falsePositives[k] = negatives;
  }
  return { thresholds, truePositives, falsePositives, positives, negatives };
}

/** Returns the number of distinct values in two ascending lists of distinct values. */
function countTogether(a: Float32Array | Float64Array, b: Float32Array | Float64Array): number {
  let [i, j, count] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [left, right] = [a[i]!, b[j]!];
    if (left <= right) i++;
    if (right <= left) j++;
    count++;
  }
  return count + (a.length - i) + (b.length - j);
}
