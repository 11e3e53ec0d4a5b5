import { HIGH_HALF } from '../numeric/highHalf.ts';
import { borrowInt32 } from './borrowInt32.ts';
import { isBigIntArray, isTypedArray, tagOf, type BigIntTypedArray, type NumericTypedArray } from './isTypedArray.ts';

/** Number of values that are converted at a time: they stay in the L1 cache. */
const CHUNK = 2048;

/**
 * Returns numbers as 32-bit integers, with 0 for −0; undefined if a value is not a 32-bit integer. The result may be
 * given back with {@link giveBackInt32} when it is no longer used.
 */
export function int32Values(values: NumericTypedArray | BigIntTypedArray | readonly unknown[]): Int32Array | undefined {
  if (isTypedArray(values) && tagOf(values) === 'Uint32Array') return signedView(values as Uint32Array);
  const integers = borrowInt32(values.length);
  const areIntegers = isBigIntArray(values)
    ? copyBigIntegers(values, integers)
    : isTypedArray(values)
      ? copyByChunks(values, integers)
      : copyElements(values, integers);
  return areIntegers ? integers : undefined;
}

/** Copies the elements of an array as long as they are 32-bit integers. Returns whether all are. */
function copyElements(values: readonly unknown[], to: Int32Array): boolean {
  for (let i = 0; i < to.length; i++) {
    const value = values[i];
    if (typeof value !== 'number') return false;
    const integer = value | 0;
    if (value !== integer) return false;
    to[i] = integer;
  }
  return true;
}

/** Copies as {@link copyElements}. One loop for typed arrays of all types would take several times as long. */
function copyByChunks(values: NumericTypedArray, to: Int32Array): boolean {
  const chunk = new Float64Array(Math.min(to.length, CHUNK));
  for (let start = 0; start < to.length; start += CHUNK) {
    const end = Math.min(start + CHUNK, to.length);
    chunk.set(values.subarray(start, end));
    for (let i = start; i < end; i++) {
      const value = chunk[i - start]!;
      const integer = value | 0;
      if (value !== integer) return false;
      to[i] = integer;
    }
  }
  return true;
}

/** Returns unsigned integers in place; undefined if one of them is 2^31 or more. */
function signedView(values: Uint32Array): Int32Array | undefined {
  const integers = new Int32Array(values.buffer, values.byteOffset, values.length);
  let signs = 0;
  for (let i = 0; i < integers.length; i++) signs |= integers[i]!;
  return signs < 0 ? undefined : integers;
}

/** Reads the halves of 64-bit integers, because each `bigint` is an object. */
function copyBigIntegers(values: BigIntTypedArray, to: Int32Array): boolean {
  const halves = new Int32Array(values.buffer, values.byteOffset, 2 * values.length);
  const isSigned = tagOf(values) === 'BigInt64Array';
  for (let i = 0; i < to.length; i++) {
    const high = halves[2 * i + HIGH_HALF]!;
    const low = halves[2 * i + 1 - HIGH_HALF]!;
    if (high !== low >> 31 || (high < 0 && !isSigned)) return false;
    to[i] = low;
  }
  return true;
}
