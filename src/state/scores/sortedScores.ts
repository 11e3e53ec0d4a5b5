import { sortFloats } from '../../numeric/sorting/sortFloats.ts';

/** Distinct scores in ascending order, each with its weight. Never modified. */
export interface SortedScores {
  readonly scores: Float32Array | Float64Array;
  readonly weights: Float64Array;
}

/** Scores in any order, and their weights. Default: weights of 1. */
export interface UnsortedScores {
  readonly scores: Float32Array | Float64Array;
  readonly weights: Float64Array | undefined;
}

/** A list without scores. */
export const NO_SCORES: SortedScores = { scores: new Float32Array(0), weights: new Float64Array(0) };

/** Sorts scores and adds up the weights of equal ones. The arguments are reordered. */
export function sortScores({ scores, weights }: UnsortedScores): SortedScores {
  sortFloats(scores, weights);
  const size = countDistinct(scores);
  const distinct = floatsLike([scores], size);
  const sums = new Float64Array(size);
  let last = -1;
  let lastScore = NaN;
  for (let k = 0; k < scores.length; k++) {
    const score = scores[k]!;
    if (score !== lastScore) distinct[++last] = lastScore = score;
    sums[last]! += weights === undefined ? 1 : weights[k]!;
  }
  return { scores: distinct, weights: sums };
}

function countDistinct(sorted: Float32Array | Float64Array): number {
  let count = 0;
  let last = NaN;
  for (let k = 0; k < sorted.length; k++) {
    const score = sorted[k]!;
    if (score !== last) count++;
    last = score;
  }
  return count;
}

/** Merges two lists and adds up the weights of equal scores. */
export function mergeScores(a: SortedScores, b: SortedScores): SortedScores {
  if (a.scores.length === 0) return b;
  if (b.scores.length === 0) return a;
  const size = a.scores.length + b.scores.length;
  const scores = floatsLike([a.scores, b.scores], size);
  const weights = new Float64Array(size);
  let [i, j, next] = [0, 0, 0];
  while (i < a.scores.length && j < b.scores.length) {
    const [left, right] = [a.scores[i]!, b.scores[j]!];
    scores[next] = left < right ? left : right;
    weights[next++] = (left <= right ? a.weights[i]! : 0) + (right <= left ? b.weights[j]! : 0);
    if (left <= right) i++;
    if (right <= left) j++;
  }
  for (const [list, from] of [
    [a, i],
    [b, j],
  ] as const) {
    scores.set(list.scores.subarray(from), next);
    weights.set(list.weights.subarray(from), next);
    next += list.scores.length - from;
  }
  return { scores: scores.slice(0, next), weights: weights.slice(0, next) };
}

/** Concatenates arrays: float64 if one of them is. */
export function concatFloats(parts: readonly (Float32Array | Float64Array)[]): Float32Array | Float64Array {
  const size = parts.reduce((sum, part) => sum + part.length, 0);
  const all = floatsLike(parts, size);
  let next = 0;
  for (const part of parts) {
    all.set(part, next);
    next += part.length;
  }
  return all;
}

function floatsLike(parts: readonly (Float32Array | Float64Array)[], size: number): Float32Array | Float64Array {
  return parts.every((part) => part instanceof Float32Array) ? new Float32Array(size) : new Float64Array(size);
}
