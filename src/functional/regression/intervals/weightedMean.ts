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
  /** The quotients; NaN if all values are 0. */
  readonly quotients: Float64Array;
  readonly rootMeanSquare: number;
}

/** Divides values by their root mean square, without overflow or underflow of the squares. */
export function standardized(values: Float64Array, weights: SampleWeights): Standardized {
  let largest = 0;
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i]!));
  const quotients = values.map((value) => value / largest);
  const root = Math.sqrt(weightedMean(squaresOf(quotients), weights));
  for (let i = 0; i < quotients.length; i++) quotients[i]! /= root;
  return { quotients, rootMeanSquare: largest === 0 ? 0 : largest * root };
}

/** Returns the square of each value. */
export function squaresOf(values: Float64Array): Float64Array {
  return values.map((value) => value * value);
}

/** Returns the differences of values from their mean. */
export function centered(values: Float64Array | Float32Array, weights: SampleWeights): Float64Array {
  const mean = weightedMean(values, weights);
  const differences = new Float64Array(values);
  for (let i = 0; i < differences.length; i++) differences[i]! -= mean;
  return differences;
}
