import { HIGH_HALF } from '../highHalf.ts';
import { labelKernels } from './labelKernels.ts';

/** Type of values: floats of 32 or 64 bits, or 64-bit integers with or without a sign. */
export type ValueKind = 'float32' | 'float64' | 'signed' | 'unsigned';

/** Chunk of values that is converted to 32-bit integers. */
export interface Int32Chunk {
  /** The values to convert; integers as their bits. */
  readonly values: Float32Array | Float64Array;
  readonly ints: Int32Array;
  /** Converts all values. Returns false, with arbitrary results, if one of them is not a 32-bit integer. */
  convert(): boolean;
}

/** Minimum size for which WebAssembly is worth its call. */
const MIN_SIZE = 1024;

/** Returns a chunk of `size` values, a multiple of 4 and at most 2^13. Only one can be in use at a time. */
export function int32Chunk(size: number, kind: ValueKind): Int32Chunk {
  return (size < MIN_SIZE ? undefined : chunkInKernel(size, kind)) ?? chunkInLoop(size, kind);
}

/** Returns a chunk that WebAssembly converts; undefined if it is unavailable. */
export function chunkInKernel(size: number, kind: ValueKind): Int32Chunk | undefined {
  const kernels = labelKernels();
  if (kernels === null) return undefined;
  const { loops, singles, values, second } = kernels;
  const convert = (): boolean =>
    (kind === 'float32'
      ? loops.float32sToInts(size)
      : kind === 'float64'
        ? loops.float64sToInts(size)
        : loops.bigintsToInts(size, Number(kind === 'unsigned'))) === 1;
  return { values: (kind === 'float32' ? singles : values).subarray(0, size), ints: second.subarray(0, size), convert };
}

/** Returns a chunk that JavaScript converts. */
export function chunkInLoop(size: number, kind: ValueKind): Int32Chunk {
  const values = new Float64Array(size);
  const ints = new Int32Array(size);
  const convert = (): boolean =>
    kind.startsWith('float') ? floatsToInts(values, ints) : bigintsToInts(values, ints, kind === 'signed');
  return { values, ints, convert };
}

function floatsToInts(values: Float64Array, ints: Int32Array): boolean {
  for (let i = 0; i < ints.length; i++) {
    const value = values[i]!;
    const integer = value | 0;
    if (value !== integer) return false;
    ints[i] = integer;
  }
  return true;
}

/** Reads the halves of 64-bit integers, because each `bigint` is an object. */
function bigintsToInts(values: Float64Array, ints: Int32Array, isSigned: boolean): boolean {
  const halves = new Int32Array(values.buffer);
  for (let i = 0; i < ints.length; i++) {
    const high = halves[2 * i + HIGH_HALF]!;
    const low = halves[2 * i + 1 - HIGH_HALF]!;
    if (high !== low >> 31 || (high < 0 && !isSigned)) return false;
    ints[i] = low;
  }
  return true;
}
