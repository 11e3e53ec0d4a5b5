import { columnsOf, type Points } from '../../../numeric/neighbors/points.ts';
import { scaleBy, scalingExponent } from '../../../numeric/kernels/scalingExponent.ts';
import type { KnnInformationOptions } from './knnOptions.ts';
import { normalScores } from '../../../numeric/neighbors/normalScores.ts';

/** Standardizes each column. */
export function standardizePoints(points: Points, how: KnnInformationOptions['standardize']): Points {
  if (how === undefined || how === false) return points;
  // Normal scores, since ranks would form a lattice with many tied distances.
  if (how === 'rank') return normalScores(points);
  const { n, d } = points;
  const scaled = new Float64Array(n * d);
  for (let j = 0; j < d; j++) {
    const values = toUnitVariance(columnsOf(points, j, 1).data);
    for (let i = 0; i < n; i++) scaled[i * d + j] = values[i]!;
  }
  return { data: scaled, n, d };
}

/** Returns (value − mean) / standard deviation; 0 if all values are equal. */
function toUnitVariance(column: Float64Array): Float64Array {
  const values = scaleBy(column, scalingExponent(column));
  const { shift, mean, deviation } = spreadOf(values);
  return values.map((value) => (deviation === 0 ? 0 : (value - shift - mean) / deviation));
}

/** Returns the standard deviation of values, and their mean relative to `shift`, one of the values. */
export function spreadOf(values: Float64Array): {
  shift: number;
  mean: number;
  deviation: number;
} {
  const n = values.length;
  // Subtracting one of the values avoids cancellation if all have a large offset.
  const shift = values[0]!;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += values[i]! - shift;
  const mean = sum / n;
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (values[i]! - shift - mean) ** 2;
  return { shift, mean, deviation: Math.sqrt(squares / n) };
}
