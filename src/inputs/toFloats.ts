import { isBigIntArray, isTypedArray, tagOf, type NumericTypedArray } from './isTypedArray.ts';
import { inputError } from './metricInputError.ts';

/**
 * Returns numbers as floats, which may be NaN or infinite. Float arrays are returned in place, others are copied.
 *
 * @param expected - what each element must be, for error messages.
 * @throws {@link MetricInputError} if an element is not a number.
 */
export function toFloats(
  values: ArrayLike<unknown>,
  name: string,
  expected = 'a finite number',
): Float64Array | Float32Array {
  const floats = asFloats(values);
  if (floats) return floats;
  if (isBigIntArray(values)) {
    throw inputError(name, 'numbers', values);
  }
  if (isTypedArray(values)) return new Float64Array(values as NumericTypedArray);
  const read = new Float64Array(values.length);
  for (let k = 0; k < values.length; k++) {
    const value = values[k];
    if (typeof value !== 'number') {
      throw inputError(`${name}[${k}]`, expected, value);
    }
    read[k] = value;
  }
  return read;
}

/** Returns a view of the same memory as a float array of this realm; undefined if the value is not a float array. */
function asFloats(value: unknown): Float64Array | Float32Array | undefined {
  if (value instanceof Float64Array || value instanceof Float32Array) {
    // A Proxy is an instance too, but its memory cannot be accessed.
    return ArrayBuffer.isView(value) ? value : undefined;
  }
  if (!isTypedArray(value)) return undefined;
  const { buffer, byteOffset, length } = value;
  if (tagOf(value) === 'Float64Array') return new Float64Array(buffer, byteOffset, length);
  if (tagOf(value) === 'Float32Array') return new Float32Array(buffer, byteOffset, length);
  return undefined;
}

/** Returns floats in double precision; a Float64Array is returned in place. */
export function toFloat64(floats: Float64Array | Float32Array): Float64Array {
  return floats instanceof Float64Array ? floats : new Float64Array(floats);
}
