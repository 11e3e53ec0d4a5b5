import { flatValues } from './flatValues.ts';
import { inputError, MetricInputError } from './metricInputError.ts';
import type { TensorData, TensorLike } from './tensorLike.ts';
import type { NumericTypedArray } from './isTypedArray.ts';

/** Weights in nested arrays, such as the weight of each pixel of label maps, `[B, H, W]`. */
type NestedWeights = readonly (readonly number[] | NumericTypedArray | NestedWeights)[];

/**
 * Non-negative weights of N samples: a tensor that squeezes to `[N]`, a typed array or an array. A number, or an
 * array or tensor with one element, is the weight of every sample of the batch. Where labels may be maps of several
 * dimensions, weights may have the shape of the maps.
 */
export type SampleWeight = number | TensorLike | TensorData | NumericTypedArray | readonly number[] | NestedWeights;

/**
 * Checks the weights of `length` samples.
 *
 * @returns one weight for each sample; undefined if no weights are given.
 * @throws {@link MetricInputError} if a weight is invalid, or the number of weights is neither `length` nor 1.
 */
export function checkSampleWeight(input: unknown, length: number): Float64Array | undefined {
  if (input === undefined || input === null) return undefined;
  const weights = checkWeightValues(input);
  if (weights.length === length) return weights;
  if (weights.length === 1) return new Float64Array(length).fill(weights[0]!);
  throw new MetricInputError(
    `sampleWeight: expected one weight for each of ${length} samples, or one for all, got ${weights.length}`,
  );
}

/**
 * Checks any number of weights.
 *
 * @throws {@link MetricInputError} if a weight is not a finite number ≥ 0.
 */
export function checkWeightValues(input: unknown): Float64Array {
  const isScalar = typeof input === 'number';
  const values = isScalar ? [input] : flatValues(input, 'sampleWeight', 'weights').values;
  const weights = values instanceof Float64Array ? values : new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (typeof value !== 'number' || !(value >= 0 && value < Infinity)) {
      const place = isScalar ? 'sampleWeight' : `sampleWeight[${i}]`;
      throw inputError(place, 'a finite number ≥ 0', value);
    }
    if (weights !== values) weights[i] = value;
  }
  return weights;
}

/**
 * Checks counts of `length` cells.
 *
 * @throws {@link MetricInputError} if a count is not a finite number ≥ 0, or the number of counts is not `length`.
 */
export function checkCounts(input: unknown, length: number): Float64Array {
  const counts = checkWeightValues(input);
  if (counts.length === length) return counts;
  throw new MetricInputError(`counts: expected one count for each of ${length} cells, got ${counts.length}`);
}
