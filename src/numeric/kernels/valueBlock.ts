import { valueKernels } from './valueKernels.ts';
import type { ValueLoops } from './valueLoops.ts';
import type { Kernels } from './wasmKernels.ts';

/** Typed array of numbers. */
export interface Numbers extends ArrayLike<number> {
  subarray(from: number, to: number): ArrayLike<number>;
}

/** Number of values in a block; they and what is computed from them fit in the first cache of a processor. */
const BLOCK = 2048;

/** Block of values as float64, whatever their type, so that each loop is written and compiled once. */
export class ValueBlock {
  readonly values: Float64Array;
  readonly bytes: Uint8Array;
  readonly places: Int32Array;
  readonly kernels: Kernels<ValueLoops>;

  /** @param bytes - size of further arrays that will be allocated with `kernels`. */
  constructor(bytes = 0) {
    this.kernels = valueKernels(bytes + BLOCK * (8 + 1 + 4));
    this.values = this.kernels.floats(BLOCK);
    this.bytes = this.kernels.bytes(BLOCK);
    this.places = this.kernels.ints(BLOCK);
  }

  get loops(): ValueLoops {
    return this.kernels.loops;
  }

  /**
   * Loads block after block of the values.
   *
   * @param visit - called with the index of the first value and after the last value of a block; returns false to stop.
   * @returns false if a call returned false.
   */
  every(values: Numbers, visit: (from: number, to: number) => boolean): boolean {
    for (let from = 0; from < values.length; from += BLOCK) {
      const to = Math.min(from + BLOCK, values.length);
      this.values.set(values.length <= BLOCK ? values : values.subarray(from, to));
      // Loops over several values at once read more than the last one.
      for (let k = to - from; k % 16 !== 0; k++) this.values[k] = this.values[k - 1]!;
      if (!visit(from, to)) return false;
    }
    return true;
  }
}

let shared: ValueBlock | undefined;

/** Returns a block without further arrays, which is created once. Its arrays are valid until the next use of a block. */
export function sharedBlock(): ValueBlock {
  return (shared ??= new ValueBlock());
}
