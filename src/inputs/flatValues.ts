import { describeValue } from './describeValue.ts';
import { MetricInputError } from './metricInputError.ts';
import { isTensorLike, readElements, type TensorLike } from './tensorLike.ts';

/** Any typed array of numbers. */
export type NumericTypedArray =
  | Int8Array
  | Uint8Array
  | Uint8ClampedArray
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float32Array
  | Float64Array;

/** The elements of a one-dimensional input, and the element type where a tensor declared one. */
export interface FlatValues {
  readonly values: NumericTypedArray | BigInt64Array | BigUint64Array | readonly unknown[];
  readonly dtype?: string;
}

/**
 * The elements of a tensor, typed array or array, none of them copied or looked at yet.
 *
 * @throws {@link MetricInputError} when it is something else, or a tensor of more than one dimension.
 */
export function flatValues(input: unknown, name: string): FlatValues {
  if (isTensorLike(input)) {
    requireOneDimension(input, name);
    if (input.dtype.startsWith('complex')) {
      throw new MetricInputError(`${name}: expected real values, got a tensor of ${input.dtype}`);
    }
    return { values: readElements(input, name) as FlatValues['values'], dtype: input.dtype };
  }
  if (Array.isArray(input)) return { values: input as readonly unknown[] };
  if (ArrayBuffer.isView(input) && !(input instanceof DataView)) {
    return { values: input as NumericTypedArray };
  }
  throw new MetricInputError(
    `${name}: expected a tensor, a typed array or an array, got ${describeValue(input)}`,
  );
}

function requireOneDimension(tensor: TensorLike, name: string): void {
  if (tensor.shape.filter((size) => size !== 1).length <= 1) return;
  throw new MetricInputError(
    `${name}: expected a tensor that squeezes to one dimension, got the shape [${tensor.shape.join(', ')}]` +
      ` (for scores of classes, take the argMax of the last axis first)`,
  );
}

/** Whether an input that was found good holds no elements. */
export function isEmpty(input: TensorLike | ArrayLike<unknown>): boolean {
  return isTensorLike(input) ? input.shape.includes(0) : input.length === 0;
}
