import { describeValue } from './describeValue.ts';
import { flatValues } from './flatValues.ts';
import { MetricInputError } from './metricInputError.ts';
import type { TensorData, TensorLike } from './tensorLike.ts';
import type { NumericTypedArray } from './isTypedArray.ts';

/**
 * Weights of N samples, 0 or above: a tensor that squeezes to `[N]`, a typed array or an array. A number,
 * or an array or tensor of one, is the weight of every sample of the batch.
 */
export type SampleWeight = number | TensorLike | TensorData | NumericTypedArray | readonly number[];

/**
 * Checks the weights of `length` samples.
 *
 * @returns one weight for each sample; undefined if no weights are given.
 * @throws {@link MetricInputError} if a weight is invalid, or there are neither `length` weights nor one.
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
 * Checks weights, however many there are.
 *
 * @throws {@link MetricInputError} if one is not a finite number, 0 or above.
 */
export function checkWeightValues(input: unknown): Float64Array {
  const isScalar = typeof input === 'number';
  const values = isScalar ? [input] : flatValues(input, 'sampleWeight', 'weights').values;
  const weights = values instanceof Float64Array ? values : new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (typeof value !== 'number' || !(value >= 0 && value < Infinity)) {
      const place = isScalar ? 'sampleWeight' : `sampleWeight[${i}]`;
      throw new MetricInputError(`${place} is ${describeValue(value)}: expected a finite number, 0 or above`);
    }
    if (weights !== values) weights[i] = value;
  }
  return weights;
}

/**
 * Checks counts of `length` cells.
 *
 * @throws {@link MetricInputError} if one is not a finite number, 0 or above, or there are more or fewer.
 */
export function checkCounts(input: unknown, length: number): Float64Array {
  const counts = checkWeightValues(input);
  if (counts.length === length) return counts;
  throw new MetricInputError(`counts: expected ${length}, one for each cell, got ${counts.length}`);
}
