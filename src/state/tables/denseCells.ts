import { countCodePairs } from '../../numeric/kernels/countCodePairs.ts';
import { empty, zeros } from '../../numeric/withScratchMemory.ts';
import { boundsSize, NO_CODES, type CodeBounds, type CodedCells, type PairBounds } from './codedCells.ts';

/** Number of pairs that 32-bit counts can hold without overflow. */
const MAX_PENDING = 2 ** 31 - 1;

/** Returns the number of cells of a {@link DenseCells} with room for these bounds. */
export function denseArea({ targetBounds, predBounds }: PairBounds): number {
  return roomFor(targetBounds) * roomFor(predBounds);
}

/** Returns the smallest power of 2 that is not below the number of codes. */
function roomFor(bounds: CodeBounds): number {
  const size = boundsSize(bounds);
  return size <= 1 ? size : 2 ** Math.ceil(Math.log2(size));
}

/** Returns the first code of a room that contains the bounds and ends within 32 bits: no difference overflows. */
function startOf(bounds: CodeBounds, room: number): number {
  return room === 0 ? 0 : Math.min(bounds.low, 2 ** 31 - room);
}

/**
 * Counts of code pairs in a dense matrix that covers a range of target codes and a range of preds codes. Counting a
 * pair takes one addition. Memory is proportional to the area of the matrix: 4 bytes per cell, 8 with weights.
 *
 * Both sides have a power of 2 as their size, so that a few bitwise operations check the bounds of a pair and find its
 * cell.
 */
export class DenseCells {
  readonly targetBounds: CodeBounds;
  readonly predBounds: CodeBounds;
  readonly #rows: number;
  readonly #columns: number;
  /** Counts of pairs without weights that are not yet in `#sums`. */
  #ones: Int32Array | undefined;
  /** Number of pairs in `#ones`. */
  #pending = 0;
  /** Sums of weights; undefined while all pairs have weight 1. */
  #sums: Float64Array | undefined;

  constructor(targetBounds: CodeBounds = NO_CODES, predBounds: CodeBounds = NO_CODES) {
    this.#rows = roomFor(targetBounds);
    this.#columns = roomFor(predBounds);
    const [top, left] = [startOf(targetBounds, this.#rows), startOf(predBounds, this.#columns)];
    this.targetBounds = this.#rows === 0 ? NO_CODES : { low: top, high: top + this.#rows - 1 };
    this.predBounds = this.#columns === 0 ? NO_CODES : { low: left, high: left + this.#columns - 1 };
  }

  /**
   * Counts pairs from index `from` on.
   *
   * @returns the index of the first pair outside the matrix, or the number of pairs.
   */
  add(target: Int32Array, preds: Int32Array, weights: Float64Array | undefined, from = 0): number {
    if (this.#area === 0) return from;
    return weights === undefined ? this.#addOnes(target, preds, from) : this.#addWeights(target, preds, weights, from);
  }

  #addOnes(target: Int32Array, preds: Int32Array, from: number): number {
    if (this.#pending + target.length - from > MAX_PENDING) this.#flush();
    const ones = (this.#ones ??= zeros(Int32Array, this.#area));
    const [top, left] = [this.targetBounds.low | 0, this.predBounds.low | 0];
    const shift = Math.log2(this.#columns) | 0;
    // Bits that a difference from the first code has only outside the matrix.
    const rowMask = -this.#rows | 0;
    const columnMask = -this.#columns | 0;
    const matrix = { counts: ones, top, left, rows: this.#rows, columns: this.#columns };
    let i = countCodePairs(matrix, target, preds, from) | 0;
    for (; i < target.length; i++) {
      const row = (target[i]! - top) | 0;
      const column = (preds[i]! - left) | 0;
      if (((row & rowMask) | (column & columnMask)) !== 0) break;
      ones[(row << shift) | column]! += 1;
    }
    this.#pending += i - from;
    return i;
  }

  #addWeights(target: Int32Array, preds: Int32Array, weights: Float64Array, from: number): number {
    const sums = this.#flush();
    const columns = this.#columns;
    const [top, left] = [this.targetBounds.low | 0, this.predBounds.low | 0];
    const rowMask = -this.#rows | 0;
    const columnMask = -columns | 0;
    for (let i = from; i < target.length; i++) {
      const row = (target[i]! - top) | 0;
      const column = (preds[i]! - left) | 0;
      if (((row & rowMask) | (column & columnMask)) !== 0) return i;
      sums[row * columns + column]! += weights[i]!;
    }
    return target.length;
  }

  get(target: number, pred: number): number {
    const row = target - this.targetBounds.low;
    const column = pred - this.predBounds.low;
    const isInside = row >= 0 && row < this.#rows && column >= 0 && column < this.#columns;
    return isInside ? this.#counts[row * this.#columns + column]! : 0;
  }

  /** Returns the non-zero cells, sorted by target code, then by preds code. */
  used(): CodedCells {
    const counts = this.#counts;
    let size = 0;
    for (let k = 0; k < counts.length; k++) if (counts[k] !== 0) size++;
    const used = {
      targetBounds: this.targetBounds,
      predBounds: this.predBounds,
      target: empty(Int32Array, size),
      preds: empty(Int32Array, size),
      count: empty(Float64Array, size),
    };
    let next = 0;
    for (let k = 0; next < size; k++) {
      const count = counts[k]!;
      if (count === 0) continue;
      const row = Math.floor(k / this.#columns);
      used.target[next] = row + this.targetBounds.low;
      used.preds[next] = k - row * this.#columns + this.predBounds.low;
      used.count[next++] = count;
    }
    return used;
  }

  clone(): DenseCells {
    const copy = new DenseCells(this.targetBounds, this.predBounds);
    copy.#ones = this.#ones?.slice();
    copy.#pending = this.#pending;
    copy.#sums = this.#sums?.slice();
    return copy;
  }

  get #area(): number {
    return this.#rows * this.#columns;
  }

  /** All counts: those of pairs without weights if there are no others. */
  get #counts(): Int32Array | Float64Array {
    if (this.#sums === undefined) return this.#ones ?? new Int32Array(0);
    return this.#flush();
  }

  /** Moves the counts of pairs without weights to the sums of weights. */
  #flush(): Float64Array {
    const sums = (this.#sums ??= zeros(Float64Array, this.#area));
    if (this.#ones === undefined) return sums;
    for (let k = 0; k < sums.length; k++) sums[k]! += this.#ones[k]!;
    this.#ones = undefined;
    this.#pending = 0;
    return sums;
  }
}
