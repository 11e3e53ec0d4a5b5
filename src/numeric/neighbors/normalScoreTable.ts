import { indices } from '../indices.ts';
import { normalScoresOf } from './normalScores.ts';

/** Largest number of values in a table. */
const SIZE = 256;

/** Normal scores of some of the values of a column, in ascending order. */
export interface NormalScoreTable {
  readonly values: Float64Array;
  readonly scores: Float64Array;
}

/** Returns a table with the normal scores of at most 256 of the distinct values of a column, evenly spaced by rank. */
export function normalScoreTable(column: Float64Array): NormalScoreTable {
  const scores = normalScoresOf(column);
  const order = indices(column.length).sort((a, b) => column[a]! - column[b]!);
  const distinct = order.filter((row, k) => k === 0 || column[row]! > column[order[k - 1]!]!);
  const last = distinct.length - 1;
  const count = Math.min(SIZE, distinct.length);
  const rows = Int32Array.from({ length: count }, (_, k) => distinct[Math.round((k * last) / (count - 1 || 1))]!);
  return {
    values: Float64Array.from(rows, (row) => column[row]!),
    scores: Float64Array.from(rows, (row) => scores[row]!),
  };
}

/** Returns the normal score of a value by linear interpolation; outside the table, that of the closest value. */
export function normalScoreAt({ values, scores }: NormalScoreTable, value: number): number {
  const last = values.length - 1;
  if (!(value > values[0]!)) return scores[0]!;
  if (value >= values[last]!) return scores[last]!;
  let [low, high] = [0, last];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (values[middle]! <= value) low = middle;
    else high = middle;
  }
  // Halves, because a difference of values can overflow.
  const share = (value / 2 - values[low]! / 2) / (values[high]! / 2 - values[low]! / 2);
  return scores[low]! + share * (scores[high]! - scores[low]!);
}
