import { isBigIntArray, isTypedArray, plainArray, type NumericTypedArray } from './isTypedArray.ts';
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

/** Returns a float array, or a view of it of this realm; undefined if the value is not a float array. */
function asFloats(value: unknown): Float64Array | Float32Array | undefined {
  // The memory of a Proxy of a typed array cannot be accessed.
  if (!isTypedArray(value)) return undefined;
  const array = plainArray(value);
  return array instanceof Float64Array || array instanceof Float32Array ? array : undefined;
}

/** Returns floats in double precision; a Float64Array is returned in place. */
export function toFloat64(floats: Float64Array | Float32Array): Float64Array {
  return floats instanceof Float64Array ? floats : new Float64Array(floats);
}
