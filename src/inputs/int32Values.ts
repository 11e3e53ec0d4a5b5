import { int32Chunk, type ValueKind } from '../numeric/kernels/int32Chunk.ts';
import { empty } from '../numeric/withScratchMemory.ts';
import { isBigIntArray, isTypedArray, tagOf, type BigIntTypedArray, type NumericTypedArray } from './isTypedArray.ts';

/** Number of values that are converted at a time: they stay in the cache. */
const CHUNK = 4096;

/** Returns numbers as 32-bit integers, with 0 for −0; undefined if a value is not a 32-bit integer. */
export function int32Values(values: NumericTypedArray | BigIntTypedArray | readonly unknown[]): Int32Array | undefined {
  if (isTypedArray(values) && tagOf(values) === 'Uint32Array') return signedView(values as Uint32Array);
  const integers = empty(Int32Array, values.length);
  const areIntegers = isTypedArray(values) ? copyByChunks(values, integers) : copyElements(values, integers);
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
function copyByChunks(values: NumericTypedArray | BigIntTypedArray, to: Int32Array): boolean {
  // A chunk is converted whole: the values behind the last one are 0.
  const size = Math.min((to.length + 3) & -4, CHUNK);
  const chunk = int32Chunk(size, kindOf(values));
  // The bits of 64-bit integers are copied: each `bigint` is an object.
  const source = isBigIntArray(values) ? new Float64Array(values.buffer, values.byteOffset, values.length) : values;
  for (let start = 0; start < to.length; start += size) {
    const part = source.subarray(start, start + size);
    chunk.values.set(part);
    chunk.values.fill(0, part.length);
    if (!chunk.convert()) return false;
    to.set(chunk.ints.subarray(0, part.length), start);
  }
  return true;
}

function kindOf(values: NumericTypedArray | BigIntTypedArray): ValueKind {
  if (!isBigIntArray(values)) return tagOf(values) === 'Float32Array' ? 'float32' : 'float64';
  return tagOf(values) === 'BigInt64Array' ? 'signed' : 'unsigned';
}

/** Returns unsigned integers in place; undefined if one of them is 2^31 or more. */
function signedView(values: Uint32Array): Int32Array | undefined {
  const integers = new Int32Array(values.buffer, values.byteOffset, values.length);
  let signs = 0;
  for (let i = 0; i < integers.length; i++) signs |= integers[i]!;
  return signs < 0 ? undefined : integers;
}
