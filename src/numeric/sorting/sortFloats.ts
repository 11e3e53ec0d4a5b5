import { HIGH_HALF } from '../highHalf.ts';

/** With fewer values than this, digits of 8 bits are faster than digits of 11 bits. */
const FEW_VALUES = 4096;

/** Up to this many values are sorted by insertion, without arrays of counts. */
const MAX_INSERTED = 32;

type Weights = Float64Array | undefined;

/**
 * Sorts finite values in ascending order, in place, and their weights with them. Zeros of both signs are equal and
 * become 0.
 *
 * A radix sort from the lowest digit to the highest: the bits of an IEEE 754 number, with the sign bit of positive
 * numbers and all bits of negative numbers inverted, are unsigned integers in the order of the numbers. It takes linear
 * time, and digits that all values share take no pass.
 *
 * @param values - finite values.
 * @param weights - weight of each value. Default: none.
 * @param size - number of values to sort, from the first. Default: all.
 */
export function sortFloats(
  values: Float32Array | Float64Array,
  weights?: Float64Array,
  size: number = values.length,
): void {
  if (size <= MAX_INSERTED) insertEach(values, weights, size);
  else if (size < values.length) sortFloats(values.subarray(0, size), weights?.subarray(0, size));
  else if (values instanceof Float32Array) sortFloat32(values, weights);
  else sortFloat64(values, weights);
}

function insertEach(values: Float32Array | Float64Array, weights: Weights, size: number): void {
  for (let k = 0; k < size; k++) {
    const value = values[k]! + 0;
    const weight = weights?.[k] ?? 0;
    let at = k;
    for (; at > 0 && values[at - 1]! > value; at--) {
      values[at] = values[at - 1]!;
      if (weights) weights[at] = weights[at - 1]!;
    }
    values[at] = value;
    if (weights) weights[at] = weight;
  }
}

function sortFloat32(values: Float32Array, weights: Weights): void {
  const size = values.length;
  for (let k = 0; k < size; k++) values[k]! += 0;
  const own = new Int32Array(values.buffer, values.byteOffset, size);
  const width = digitWidth(size);
  let [from, to]: [Int32Array, Int32Array] = [own, new Int32Array(size)];
  let [weightsFrom, weightsTo]: Weights[] = [weights, weights && new Float64Array(size)];
  const places = Array.from({ length: Math.ceil(32 / width) }, () => new Int32Array(1 << width));
  countDigits32(from, places, width);
  for (const [digit, next] of places.entries()) {
    if (!toStarts(next, size)) continue;
    move32(from, to, next, digit * width, (1 << width) - 1, weightsFrom, weightsTo);
    [from, to] = [to, from];
    [weightsFrom, weightsTo] = [weightsTo, weightsFrom];
  }
  if (from === own) return;
  own.set(from);
  weights?.set(weightsFrom!);
}

function countDigits32(bits: Int32Array, counts: readonly Int32Array[], width: number): void {
  const mask = (1 << width) - 1;
  const [first, second, third, fourth] = counts as [Int32Array, Int32Array, Int32Array, Int32Array?];
  for (let k = 0; k < bits.length; k++) {
    const word = bits[k]!;
    const key = word ^ ((word >> 31) | 0x80000000);
    first[key & mask]!++;
    second[(key >>> width) & mask]!++;
    third[(key >>> (2 * width)) & mask]!++;
    if (fourth !== undefined) fourth[key >>> (3 * width)]!++;
  }
}

function move32(
  from: Int32Array,
  to: Int32Array,
  next: Int32Array,
  shift: number,
  mask: number,
  weightsFrom: Weights,
  weightsTo: Weights,
): void {
  if (weightsFrom === undefined) {
    for (let k = 0; k < from.length; k++) {
      const word = from[k]!;
      const key = word ^ ((word >> 31) | 0x80000000);
      to[next[(key >>> shift) & mask]!++] = word;
    }
    return;
  }
  for (let k = 0; k < from.length; k++) {
    const word = from[k]!;
    const key = word ^ ((word >> 31) | 0x80000000);
    const at = next[(key >>> shift) & mask]!++;
    to[at] = word;
    weightsTo![at] = weightsFrom[k]!;
  }
}

function sortFloat64(values: Float64Array, weights: Weights): void {
  const size = values.length;
  for (let k = 0; k < size; k++) values[k]! += 0;
  const width = digitWidth(size);
  let [from, to]: [Float64Array, Float64Array] = [values, new Float64Array(size)];
  let [weightsFrom, weightsTo]: Weights[] = [weights, weights && new Float64Array(size)];
  const next = new Int32Array(1 << width);
  for (const half of [0, 1]) {
    for (let shift = 0; shift < 32; shift += width) {
      countDigit64(from, next, half, shift);
      if (!toStarts(next, size)) continue;
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

function digitWidth(size: number): number {
  return size < FEW_VALUES ? 8 : 11;
}

/** Converts counts to the start of each group. Returns false if all values are in one group. */
function toStarts(counts: Int32Array, size: number): boolean {
  let start = 0;
  for (let digit = 0; digit < counts.length; digit++) {
    const count = counts[digit]!;
    if (count === size) return false;
    counts[digit] = start;
    start += count;
  }
  return true;
}
