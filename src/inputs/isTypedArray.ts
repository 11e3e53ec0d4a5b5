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

/**
 * Returns the class name of a typed array. `instanceof` does not know the classes of another realm, such as a worker or
 * a sandbox.
 */
export const tagOf = (array: unknown): string => (array as Int32Array)[Symbol.toStringTag];

/** Returns whether a value is a typed array of any realm. */
export function isTypedArray(value: unknown): value is NumericTypedArray | BigIntTypedArray {
  return ArrayBuffer.isView(value) && tagOf(value) !== 'DataView';
}

/**
 * Returns a view of the same memory whose class is that of this realm, or the array itself if it is of that class. The
 * methods of a subclass would call its constructor.
 */
export function plainArray<Array extends NumericTypedArray | BigIntTypedArray>(array: Array): Array {
  const classes = globalThis as unknown as Readonly<Record<string, (new (...of: unknown[]) => Array) | undefined>>;
  const Class = classes[tagOf(array)];
  if (Class === undefined || Object.getPrototypeOf(array) === Class.prototype) return array;
  return new Class(array.buffer, array.byteOffset, array.length);
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
