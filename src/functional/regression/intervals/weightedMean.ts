/** Weights of samples and their sum. */
export interface SampleWeights {
  readonly weights: Float64Array | undefined;
  readonly n: number;
}

/** Returns the weighted mean of values, whose rounding error is relative to their spread. */
export function weightedMean(values: ArrayLike<number>, { weights, n }: SampleWeights): number {
  const origin = values.length === 0 ? NaN : values[0]!;
  let sum = 0;
  if (weights === undefined) for (let i = 0; i < values.length; i++) sum += values[i]! - origin;
  else for (let i = 0; i < values.length; i++) sum += weights[i]! * (values[i]! - origin);
  return origin + sum / n;
}

/** Values divided by their root mean square. */
export interface Standardized {
  readonly scores: Float64Array;
  /** Root mean square of the values. */
  readonly size: number;
}

/** Divides values by their root mean square, without overflow of the squares; the scores are NaN if all values are 0. */
export function standardized(values: Float64Array, of: SampleWeights): Standardized {
  let most = 0;
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i]!));
  const scores = values.map((value) => value / most);
  const size = Math.sqrt(weightedMean(squaresOf(scores), of));
  for (let i = 0; i < scores.length; i++) scores[i]! /= size;
  return { scores, size: most === 0 ? 0 : most * size };
}

/** Returns the square of each value. */
export function squaresOf(values: Float64Array): Float64Array {
  return values.map((value) => value * value);
}

/** Returns the differences of values from their mean. */
export function centered(values: Float64Array | Float32Array, of: SampleWeights): Float64Array {
  const mean = weightedMean(values, of);
  const apart = new Float64Array(values);
  for (let i = 0; i < apart.length; i++) apart[i]! -= mean;
  return apart;
}
