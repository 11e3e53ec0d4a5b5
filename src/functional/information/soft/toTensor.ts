import * as tf from '@tensorflow/tfjs-core';
import { inputError, MetricInputError } from '../../../inputs/metricInputError.ts';
import {
  asTensorLike,
  readNumbers,
  unrealContents,
  type TensorData,
  type TensorLike,
} from '../../../inputs/tensorLike.ts';
import { isTypedArray } from '../../../inputs/isTypedArray.ts';

/** Continuous values: a tensor, which gets gradients, or arrays, which are constants. */
export type ContinuousValues =
  tf.Tensor | TensorData | Float32Array | Float64Array | readonly number[] | readonly (readonly number[])[];

/** Smallest positive normal float32. */
const MIN_FLOAT32 = 2 ** -126;

/**
 * Returns a tensor of the values. Call it inside `tf.tidy`, which disposes a new tensor.
 *
 * @throws {@link MetricInputError} if the values are not numbers, or all so small that they underflow in float32.
 */
export function toTensor(values: unknown, name: string): tf.Tensor {
  const tensor = Array.isArray(values) || isTypedArray(values) ? undefined : asTensorLike(values, name);
  if (tensor) {
    // Tensors of TensorFlow.js are returned unchanged, so that they get gradients.
    if (unrealContents(tensor) === undefined) return values instanceof tf.Tensor ? values : onBackend(tensor, name);
    throw new MetricInputError(`${name}: expected numbers, got a tensor of ${tensor.dtype}`);
  }
  const isTyped = isTypedArray(values);
  if (!isTyped && !Array.isArray(values)) {
    throw inputError(name, 'a tensor or an array of numbers', values);
  }
  if (!(values instanceof Float32Array)) requireFloat32(values as ArrayLike<unknown>, name);
  try {
    const given = isTyped ? Float32Array.from(values as Float64Array) : values;
    return tf.tensor(given as number[], undefined, 'float32');
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new MetricInputError(
      `${name}: expected numbers of shape [N] or [B, N], got an array that TensorFlow.js rejects (${reason})`,
      {
        cause,
      },
    );
  }
}

/** Copies the elements of a tensor that is not one of TensorFlow.js. */
function onBackend(tensor: TensorLike, name: string): tf.Tensor {
  const data = readNumbers(tensor, name) as ArrayLike<number>;
  if (!(data instanceof Float32Array)) requireFloat32(data, name);
  return tf.tensor(Float32Array.from(data), [...tensor.shape], 'float32');
}

/**
 * Returns the largest absolute value, or NaN if a value is NaN.
 *
 * @throws {@link MetricInputError} if a value is not a number. TensorFlow.js would convert null, objects and symbols
 * to numbers.
 */
function greatestOf(values: ArrayLike<unknown>, name: string): number {
  let greatest = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (typeof value === 'number' || typeof value === 'boolean') {
      greatest = Math.max(greatest, Math.abs(Number(value)));
    } else if (Array.isArray(value) || isTypedArray(value)) {
      greatest = Math.max(greatest, greatestOf(value as ArrayLike<unknown>, `${name}[${i}]`));
    } else {
      throw inputError(`${name}[${i}]`, 'a finite number', value);
    }
  }
  return greatest;
}

function requireFloat32(values: ArrayLike<unknown>, name: string): void {
  const greatest = greatestOf(values, name);
  if (!(greatest > 0 && greatest < MIN_FLOAT32)) return;
  throw new MetricInputError(
    `${name}: expected numbers that float32 represents, above 1.2e-38, got at most ${greatest}; multiply them by 2^n`,
  );
}
