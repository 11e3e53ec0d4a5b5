import { describeValue } from './describeValue.ts';
import { flatValues, type NumericTypedArray } from './flatValues.ts';
import { MetricInputError } from './metricInputError.ts';
import type { TensorLike } from './tensorLike.ts';

/** Weights of N samples, none below 0: a tensor that squeezes to `[N]`, a typed array or an array. */
export type SampleWeight = TensorLike | NumericTypedArray | readonly number[];

/**
 * Checks weights.
 *
 * @throws {@link MetricInputError} when one is no finite number from 0 up.
 */
export function checkSampleWeight(input: unknown): Float64Array {
  const { values } = flatValues(input, 'sampleWeight');
  const weights = values instanceof Float64Array ? values : new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (typeof value !== 'number' || !(value >= 0 && value < Infinity)) {
      throw new MetricInputError(
        `sampleWeight[${i}] is ${describeValue(value)}: expected a finite number, 0 or above`,
      );
    }
    if (weights !== values) weights[i] = value;
  }
  return weights;
}
