import { HIGH_HALF } from '../highHalf.ts';
import { digitStarts } from './digitStarts.ts';

/** Number of bits in a digit. */
export const DIGIT = 11;

type Weights = Float64Array | undefined;

/**
 * Sorts finite values in ascending order, in place, and their weights with them. Zeros of both signs are equal and
 * become 0.
 *
 * A radix sort from the lowest digit to the highest: the bits of an IEEE 754 number, with the sign bit of positive
 * numbers and all bits of negative numbers inverted, are unsigned integers in the order of the numbers. It takes linear
 * time, and digits that all values share take no pass.
 */
export function sortFloat64(values: Float64Array, weights: Weights): void {
  const size = values.length;
  for (let k = 0; k < size; k++) values[k]! += 0;
  let [from, to]: [Float64Array, Float64Array] = [values, new Float64Array(size)];
  let [weightsFrom, weightsTo]: Weights[] = [weights, weights && new Float64Array(size)];
  const next = new Int32Array(1 << DIGIT);
  for (const half of [0, 1]) {
    for (let shift = 0; shift < 32; shift += DIGIT) {
      countDigit64(from, next, half, shift);
      if (!digitStarts(next, size)) continue;
      move64(from, to, next, half, shift, weightsFrom, weightsTo);
      [from, to] = [to, from];
      [weightsFrom, weightsTo] = [weightsTo, weightsFrom];
    }
  }
  if (from === values) return;
  values.set(from);
  weights?.set(weightsFrom!);
}

function countDigit64(values: Float64Array, counts: Int32Array, half: number, shift: number): void {
  const mask = counts.length - 1;
  const words = new Int32Array(values.buffer, values.byteOffset, 2 * values.length);
  const own = half === 1 ? HIGH_HALF : 1 - HIGH_HALF;
  const signBit = half === 1 ? 0x80000000 : 0;
  counts.fill(0);
  for (let k = 0; k < words.length; k += 2) {
    const key = words[k + own]! ^ ((words[k + HIGH_HALF]! >> 31) | signBit);
    counts[(key >>> shift) & mask]!++;
  }
}

function move64(
  from: Float64Array,
  to: Float64Array,
  next: Int32Array,
  half: number,
  shift: number,
  weightsFrom: Weights,
  weightsTo: Weights,
): void {
  const mask = next.length - 1;
  const words = new Int32Array(from.buffer, from.byteOffset, 2 * from.length);
  const own = half === 1 ? HIGH_HALF : 1 - HIGH_HALF;
  const signBit = half === 1 ? 0x80000000 : 0;
  for (let k = 0; k < from.length; k++) {
    const key = words[2 * k + own]! ^ ((words[2 * k + HIGH_HALF]! >> 31) | signBit);
    const at = next[(key >>> shift) & mask]!++;
    to[at] = from[k]!;
    if (weightsFrom !== undefined) weightsTo![at] = weightsFrom[k]!;
  }
}
