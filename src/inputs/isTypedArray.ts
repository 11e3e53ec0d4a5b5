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

/** Any typed array of 64-bit integers. */
export type BigIntTypedArray = BigInt64Array | BigUint64Array;

// By tag, not by instanceof: arrays of another realm (a worker's, a sandbox's) have other classes.
const tagOf = (array: unknown): string => (array as Int32Array)[Symbol.toStringTag];

/** Returns whether a value is a typed array of any realm. */
export function isTypedArray(value: unknown): value is NumericTypedArray | BigIntTypedArray {
  return ArrayBuffer.isView(value) && tagOf(value) !== 'DataView';
}

/** Returns whether a typed array holds 64-bit integers. */
export function isBigIntArray(value: unknown): value is BigIntTypedArray {
  return isTypedArray(value) && tagOf(value).startsWith('Big');
}

const OF_32_BITS: ReadonlySet<string> = new Set([
  'Int8Array',
  'Uint8Array',
  'Uint8ClampedArray',
  'Int16Array',
  'Uint16Array',
  'Int32Array',
]);

/** Returns whether all values of a typed array are 32-bit integers by its type. */
export function holdsInt32(values: NumericTypedArray): boolean {
  return OF_32_BITS.has(tagOf(values));
}

/** Returns a view of the same memory as a float array of this realm; undefined if the value is not a float array. */
export function asFloats(value: unknown): Float64Array | Float32Array | undefined {
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
