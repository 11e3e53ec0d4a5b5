import { boundsOf } from './codedCells.ts';
import { groupStarts, toPlaces } from './sortCodes.ts';

/** Counts of tuples of codes, as one column for each variable. Tuples are distinct. */
export interface CodedTuples {
  /** The codes of each variable. */
  readonly codes: readonly Int32Array[];
  /** The count of each tuple, or the sum of its weights. */
  readonly count: Float64Array;
}

/** Tuples grouped by equality. */
interface TupleGroups {
  /** The group index of each tuple. Groups are sorted by their codes. */
  readonly group: Int32Array;
  /** The index of one tuple of each group. */
  readonly first: Int32Array;
  /** The sum of the weights of each group. */
  readonly sizes: Float64Array;
}

/** Groups tuples by the codes of some variables. Without variables, all tuples form one group. */
export function groupTuples(codes: readonly Int32Array[], weights: Float64Array): TupleGroups {
  const order = sortedOrder(codes, weights.length);
  const group = new Int32Array(order.length);
  const first: number[] = [];
  const sizes: number[] = [];
  for (let k = 0; k < order.length; k++) {
    const at = order[k]!;
    const before = order[k - 1]!;
    if (k === 0 || codes.some((column) => column[at] !== column[before])) {
      first.push(at);
      sizes.push(0);
    }
    group[at] = first.length - 1;
    sizes[group[at]!]! += weights[at]!;
  }
  return { group, first: Int32Array.from(first), sizes: Float64Array.from(sizes) };
}

/** Sums the weights of equal tuples, sorts the tuples by their codes, and removes those with weight 0. */
export function addUpTuples(codes: readonly Int32Array[], weights: Float64Array): CodedTuples {
  const { first, sizes } = groupTuples(codes, weights);
  const isUsed = (_: number, k: number): boolean => sizes[k]! > 0;
  const used = first.filter(isUsed);
  return {
    codes: codes.map((column) => used.map((at) => column[at]!)),
    count: sizes.filter(isUsed),
  };
}

/** Concatenates the tuples of several parts. */
export function concatTuples(parts: readonly CodedTuples[], variables: number): CodedTuples {
  const size = parts.reduce((sum, { count }) => sum + count.length, 0);
  const codes = Array.from({ length: variables }, () => new Int32Array(size));
  const count = new Float64Array(size);
  let start = 0;
  for (const part of parts) {
    codes.forEach((column, v) => {
      column.set(part.codes[v]!, start);
    });
    count.set(part.count, start);
    start += part.count.length;
  }
  return { codes, count };
}

/** Returns the lexicographic order of tuples, by radix sort in linear time. */
function sortedOrder(codes: readonly Int32Array[], length: number): Int32Array {
  let order = Int32Array.from({ length }, (_, k) => k);
  for (let v = codes.length - 1; v >= 0; v--) {
    const at = toPlaces(codes[v]!, boundsOf(codes[v]!));
    const { places, low } = at;
    const next = groupStarts(at);
    const sorted = new Int32Array(length);
    for (let k = 0; k < length; k++) {
      sorted[next[places[order[k]!]! - low]!++] = order[k]!;
    }
    order = sorted;
  }
  return order;
}
