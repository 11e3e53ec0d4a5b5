import { digitStarts } from './digitStarts.ts';
import { insertionSort } from './insertionSort.ts';
import { DIGIT, sortFloat64 } from './sortFloat64.ts';

/** With fewer values than this, Float32 values are sorted by digits of 8 bits, and Float64 values without digits. */
const FEW_VALUES = 4096;

/** Up to this many values are sorted by insertion, without arrays of counts. */
const MAX_INSERTED = 32;

/** Number of values in the runs that are merged. */
const RUN = 16;

type Weights = Float64Array | undefined;

/**
 * Sorts finite values in ascending order, in place, and their weights with them. Zeros of both signs are equal and
 * become 0.
 *
 * Many values are sorted by digits, as in {@link sortFloat64}, fewer values by merging or insertion.
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
  if (size <= MAX_INSERTED) insertionSort(values, weights, 0, size);
  else if (size < values.length) sortFloats(values.subarray(0, size), weights?.subarray(0, size));
  else if (values instanceof Float32Array) sortFloat32(values, weights);
  else if (size >= FEW_VALUES) sortFloat64(values, weights);
  else if (weights) mergeRuns(values, weights);
  else sortNumbers(values);
}

function sortNumbers(values: Float64Array): void {
  values.sort();
  // -0 becomes 0.
  for (let k = 0; k < values.length; k++) values[k]! += 0;
}

/** Sorts short runs, and merges pairs of them until one is left. */
function mergeRuns(values: Float64Array, weights: Float64Array): void {
  const size = values.length;
  for (let start = 0; start < size; start += RUN) insertionSort(values, weights, start, Math.min(start + RUN, size));
  let [from, to]: [Float64Array, Float64Array] = [values, new Float64Array(size)];
  let [weightsFrom, weightsTo]: [Float64Array, Float64Array] = [weights, new Float64Array(size)];
  for (let run = RUN; run < size; run *= 2) {
    for (let start = 0; start < size; start += 2 * run) {
      const [middle, end] = [Math.min(start + run, size), Math.min(start + 2 * run, size)];
      for (let at = start, left = start, right = middle; at < end; at++) {
        const next = right >= end || (left < middle && from[left]! <= from[right]!) ? left++ : right++;
        to[at] = from[next]!;
        weightsTo[at] = weightsFrom[next]!;
      }
    }
    [from, to] = [to, from];
    [weightsFrom, weightsTo] = [weightsTo, weightsFrom];
  }
  if (from === values) return;
  values.set(from);
  weights.set(weightsFrom);
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
    if (!digitStarts(next, size)) continue;
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

function digitWidth(size: number): number {
  return size < FEW_VALUES ? 8 : DIGIT;
}
