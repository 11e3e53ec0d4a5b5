import { denseRanks } from '../../numeric/sorting/denseRanks.ts';
import { empty, zeros } from '../../numeric/withScratchMemory.ts';
import { boundsSize, joinBounds, type CodeBounds, type CodedCells, type PairBounds } from './codedCells.ts';

/** The columns of {@link CodedCells}. */
type Columns = Omit<CodedCells, keyof PairBounds>;

/** Order-preserving mapping of codes to [0, size). */
interface Places {
  /** The place of each code, plus `low`. */
  readonly places: Int32Array;
  readonly low: number;
  readonly size: number;
  /** The code of each place; undefined if it is the place plus `low`. */
  readonly codes: Int32Array | undefined;
}

/**
 * Sorts pairs of codes by target, then by preds, and sums the weights of equal pairs.
 *
 * A radix sort of two passes: pairs are grouped by preds, then by target, like transposing a sparse matrix twice. It
 * takes linear time, and each pass reads memory in order.
 */
export function sortCodes(
  target: Int32Array,
  preds: Int32Array,
  weights: Float64Array | undefined,
  { targetBounds, predBounds }: PairBounds,
): CodedCells {
  const rows = toPlaces(target, targetBounds);
  const columns = toPlaces(preds, predBounds);
  const size = target.length;

  // Grouping moves the start of each group to its end, which is the start of the next one.
  const columnEnds = groupStarts(columns);
  const rowOf = empty(Int32Array, size);
  const weightByColumn = weights && empty(Float64Array, size);
  const { places: rowPlaces, low: firstRow } = rows;
  const { places: columnPlaces, low: firstColumn } = columns;
  for (let k = 0; k < size; k++) {
    const at = columnEnds[columnPlaces[k]! - firstColumn]!++;
    rowOf[at] = rowPlaces[k]! - firstRow;
    if (weightByColumn) weightByColumn[at] = weights![k]!;
  }

  const rowEnds = groupStarts(rows);
  const columnOf = empty(Int32Array, size);
  const weightByRow = weights && empty(Float64Array, size);
  for (let column = 0, k = 0; column < columns.size; column++) {
    for (const end = columnEnds[column]!; k < end; k++) {
      const at = rowEnds[rowOf[k]!]!++;
      columnOf[at] = column;
      if (weightByRow) weightByRow[at] = weightByColumn![k]!;
    }
  }
  return { targetBounds, predBounds, ...addUpEqual(rows, columns, rowEnds, rowOf, columnOf, weightByRow) };
}

/** Maps codes to consecutive places, so that an array can have an entry for each. */
export function toPlaces(codes: Int32Array, bounds: CodeBounds): Places {
  const span = boundsSize(bounds);
  if (span <= 4 * codes.length + 2 ** 12) {
    return { places: codes, low: bounds.low | 0, size: span, codes: undefined };
  }
  const { ranks, distinct } = denseRanks(Float64Array.from(codes));
  return { places: ranks, low: 0, size: distinct.length, codes: Int32Array.from(distinct) };
}

/** Returns the start of each place's group in grouped order, followed by the end of the last group. */
export function groupStarts({ places, low, size }: Places): Int32Array {
  const starts = zeros(Int32Array, size + 1);
  for (let k = 0; k < places.length; k++) starts[places[k]! - low + 1]!++;
  for (let place = 0; place < size; place++) starts[place + 1]! += starts[place]!;
  return starts;
}

/** Sums equal pairs of a sorted list. Works in place, because allocating memory dominates the cost. */
function addUpEqual(
  rows: Places,
  columns: Places,
  rowEnds: Int32Array,
  target: Int32Array,
  preds: Int32Array,
  weights: Float64Array | undefined,
): Columns {
  const count = zeros(Float64Array, countDistinct(rows, rowEnds, preds));
  let next = 0;
  for (let row = 0, k = 0; row < rows.size; row++) {
    const end = rowEnds[row]!;
    const code = rows.codes === undefined ? row + rows.low : rows.codes[row]!;
    for (let last = -1; k < end; k++) {
      const column = preds[k]!;
      if (column !== last) {
        target[next] = code;
        preds[next++] = columns.codes === undefined ? column + columns.low : columns.codes[column]!;
        last = column;
      }
      count[next - 1]! += weights === undefined ? 1 : weights[k]!;
    }
  }
  return firstCells({ target, preds, count }, next);
}

/** Returns the number of distinct pairs. New memory costs more than a pass over the pairs. */
function countDistinct(rows: Places, rowEnds: Int32Array, columnOf: Int32Array): number {
  let size = 0;
  for (let row = 0, k = 0; row < rows.size; row++) {
    const end = rowEnds[row]!;
    for (let last = -1; k < end; k++) {
      const column = columnOf[k]!;
      size += Number(column !== last);
      last = column;
    }
  }
  return size;
}

/** Merges two sorted lists of cells; cells whose counts cancel are removed. */
export function mergeSorted(a: CodedCells, b: CodedCells): CodedCells {
  const size = a.count.length + b.count.length;
  const cells = {
    target: empty(Int32Array, size),
    preds: empty(Int32Array, size),
    count: empty(Float64Array, size),
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
  return {
    targetBounds: joinBounds(a.targetBounds, b.targetBounds),
    predBounds: joinBounds(a.predBounds, b.predBounds),
    ...firstCells(cells, next),
  };
}

/** Compares cell i of a with cell j of b, as for `Array.prototype.sort`; the end of a list comes last. */
function compareCells(a: CodedCells, i: number, b: CodedCells, j: number): number {
  if (i === a.count.length) return 1;
  if (j === b.count.length) return -1;
  return a.target[i]! - b.target[j]! || a.preds[i]! - b.preds[j]!;
}

function firstCells(cells: Columns, size: number): Columns {
  return {
    target: cells.target.subarray(0, size),
    preds: cells.preds.subarray(0, size),
    count: cells.count.subarray(0, size),
  };
}
