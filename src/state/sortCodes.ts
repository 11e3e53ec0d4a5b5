import { boundsSize, extendBounds, NO_CODES, type CodedCells } from './codedCells.ts';

const DIGIT_BITS = 16;
const DIGIT = 2 ** DIGIT_BITS - 1;

/**
 * Sorts pairs of codes, by target and then by preds, and adds up those that are equal.
 *
 * A radix sort from the lowest digit: two passes over the pairs while both sides have fewer than
 * 65,536 codes, so it is linear and needs no comparison.
 */
export function sortCodes(
  target: Int32Array,
  preds: Int32Array,
  weights: Float64Array | undefined,
): CodedCells {
  let order: Int32Array | undefined;
  for (const codes of [preds, target]) {
    const bounds = extendBounds(NO_CODES, codes, 0);
    let span = boundsSize(bounds);
    for (let shift = 0; span > 1; shift += DIGIT_BITS, span = Math.ceil(span / 2 ** DIGIT_BITS)) {
      order = sortByDigit(codes, bounds.low, shift, Math.min(span, 2 ** DIGIT_BITS), order);
    }
  }
  return addUpEqual(target, preds, weights, order);
}

/** One stable pass: the order of the codes by one of their digits, above `low`. */
function sortByDigit(
  codes: Int32Array,
  low: number,
  shift: number,
  digits: number,
  order: Int32Array | undefined,
): Int32Array {
  const next = new Int32Array(digits + 1);
  for (let k = 0; k < codes.length; k++) next[(((codes[k]! - low) >>> shift) & DIGIT) + 1]!++;
  for (let digit = 0; digit < digits; digit++) next[digit + 1]! += next[digit]!;
  const sorted = new Int32Array(codes.length);
  for (let k = 0; k < codes.length; k++) {
    const i = order === undefined ? k : order[k]!;
    sorted[next[((codes[i]! - low) >>> shift) & DIGIT]!++] = i;
  }
  return sorted;
}

function addUpEqual(
  target: Int32Array,
  preds: Int32Array,
  weights: Float64Array | undefined,
  order: Int32Array | undefined,
): CodedCells {
  const size = target.length;
  const cells = {
    target: new Int32Array(size),
    preds: new Int32Array(size),
    count: new Float64Array(size),
  };
  let next = 0;
  for (let k = 0, lastTarget = 0, lastPred = 0; k < size; k++) {
    const i = order === undefined ? k : order[k]!;
    const t = target[i]!;
    const p = preds[i]!;
    if (next === 0 || lastTarget !== t || lastPred !== p) {
      cells.target[next] = lastTarget = t;
      cells.preds[next++] = lastPred = p;
    }
    cells.count[next - 1]! += weights === undefined ? 1 : weights[i]!;
  }
  return firstCells(cells, next);
}

/** Two sorted lists of cells as one; cells whose counts cancel out are left away. */
export function mergeSorted(a: CodedCells, b: CodedCells): CodedCells {
  if (a.count.length === 0 && !b.count.includes(0)) return b;
  const size = a.count.length + b.count.length;
  const cells = {
    target: new Int32Array(size),
    preds: new Int32Array(size),
    count: new Float64Array(size),
  };
  let next = 0;
  let [i, j] = [0, 0];
  while (i < a.count.length || j < b.count.length) {
    const order = compareCells(a, i, b, j);
    const [source, k] = order <= 0 ? [a, i] : [b, j];
    const count = order === 0 ? a.count[i]! + b.count[j]! : source.count[k]!;
    if (order <= 0) i++;
    if (order >= 0) j++;
    if (count === 0) continue;
    cells.target[next] = source.target[k]!;
    cells.preds[next] = source.preds[k]!;
    cells.count[next++] = count;
  }
  return firstCells(cells, next);
}

/** Below 0 when cell i of a comes first, above 0 when cell j of b does; a list's end comes last. */
function compareCells(a: CodedCells, i: number, b: CodedCells, j: number): number {
  if (i === a.count.length) return 1;
  if (j === b.count.length) return -1;
  return a.target[i]! - b.target[j]! || a.preds[i]! - b.preds[j]!;
}

function firstCells(cells: CodedCells, size: number): CodedCells {
  return {
    target: cells.target.subarray(0, size),
    preds: cells.preds.subarray(0, size),
    count: cells.count.subarray(0, size),
  };
}
