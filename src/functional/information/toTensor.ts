import * as tf from '@tensorflow/tfjs-core';
import { describeValue } from '../../inputs/describeValue.ts';
import { MetricInputError } from '../../inputs/metricInputError.ts';
import { isTensorLike, unrealContents } from '../../inputs/tensorLike.ts';
import { isTypedArray } from '../../inputs/typedArrays.ts';

/** Continuous values: a tensor, through which gradients flow, or arrays, which are constants. */
export type ContinuousValues = tf.Tensor | Float32Array | Float64Array | readonly number[] | readonly (readonly number[])[]; // prettier-ignore

/** A tensor of the values. Made inside `tf.tidy`, it goes with it. */
export function toTensor(values: unknown, name: string): tf.Tensor {
  if (isTensorLike(values)) {
    if (unrealContents(values) === undefined) return values as tf.Tensor;
    throw new MetricInputError(`${name}: expected numbers, got a tensor of ${values.dtype}`);
  }
  const isTyped = isTypedArray(values);
  if (!isTyped && !Array.isArray(values)) {
    throw new MetricInputError(
      `${name}: expected a tensor or an array of numbers, got ${describeValue(values)}`,
    );
  }
  try {
    if (!isTyped) requireNumbers(values, name);
    const given = isTyped ? Float32Array.from(values as Float64Array) : values;
    return tf.tensor(given as number[], undefined, 'float32');
  } catch (cause) {
    if (cause instanceof MetricInputError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new MetricInputError(`${name}: expected numbers of the shape [N] or [B, N] (${reason})`, {
      cause,
    });
  }
}

/** TensorFlow.js makes numbers of null, objects and symbols. */
function requireNumbers(values: readonly unknown[], name: string): void {
  for (const [i, value] of values.entries()) {
    if (Array.isArray(value)) requireNumbers(value, `${name}[${i}]`);
    else if (typeof value !== 'number' && typeof value !== 'boolean' && !isTypedArray(value)) {
      throw new MetricInputError(
        `${name}[${i}] is ${describeValue(value)}: expected a finite number`,
      );
    }
  }
}
