import * as tf from '@tensorflow/tfjs-core';
import { describeValue } from '../../inputs/describeValue.ts';
import { MetricInputError } from '../../inputs/metricInputError.ts';
import { isTensorLike, unrealContents } from '../../inputs/tensorLike.ts';

/** Continuous values: a tensor, through which gradients flow, or arrays, which are constants. */
export type ContinuousValues = tf.Tensor | Float32Array | Float64Array | readonly number[] | readonly (readonly number[])[]; // prettier-ignore

/** A tensor of the values. Made inside `tf.tidy`, it goes with it. */
export function toTensor(values: unknown, name: string): tf.Tensor {
  if (isTensorLike(values)) {
    if (unrealContents(values) === undefined) return values as tf.Tensor;
    throw new MetricInputError(`${name}: expected numbers, got a tensor of ${values.dtype}`);
  }
  const isArray = Array.isArray(values) || (ArrayBuffer.isView(values) && !(values instanceof DataView)); // prettier-ignore
  if (!isArray) {
    throw new MetricInputError(
      `${name}: expected a tensor or an array of numbers, got ${describeValue(values)}`,
    );
  }
  try {
    const given = ArrayBuffer.isView(values) ? Float32Array.from(values as Float64Array) : values;
    return tf.tensor(given as number[], undefined, 'float32');
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new MetricInputError(`${name}: expected numbers of the shape [N] or [B, N] (${reason})`, {
      cause,
    });
  }
}
