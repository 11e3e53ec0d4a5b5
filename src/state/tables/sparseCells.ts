import { boundsOf, joinBounds, NO_CODES, type CodeBounds, type CodedCells, type PairBounds } from './codedCells.ts';
import { mergeSorted, sortCodes } from './sortCodes.ts';

/** Number of pending pairs before they are sorted (512 kB); twice the number of cells if that is more. */
const MIN_PENDING = 2 ** 16;

/** Maximum number of pairs sorted at once, or the number of cells if that is more. */
const MAX_SORTED = 2 ** 20;

const NO_CELLS: CodedCells = {
  targetBounds: NO_CODES,
  predBounds: NO_CODES,
  target: new Int32Array(0),
  preds: new Int32Array(0),
  count: new Float64Array(0),
};

/**
 * Counts of the code pairs that occur, as sorted columns (16 bytes per cell). New pairs are buffered until there are
 * twice as many as cells, then sorted and merged, so the amortized cost per pair is constant even for small batches.
 */
export class SparseCells {
  targetBounds: CodeBounds = NO_CODES;
  predBounds: CodeBounds = NO_CODES;
  #sorted = NO_CELLS;
  #pending = 0;
  #target = new Int32Array(0);
  #preds = new Int32Array(0);
  #weights: Float64Array | undefined;

  add(target: Int32Array, preds: Int32Array, weights: Float64Array | undefined, from = 0): number {
    if (target.length - from < MIN_PENDING) {
      this.#enqueue(target.subarray(from), preds.subarray(from), weights?.subarray(from));
      return target.length;
    }
    for (let start = from; start < target.length;) {
      const end = start + Math.max(MAX_SORTED, this.#sorted.count.length);
      this.#merge(target.subarray(start, end), preds.subarray(start, end), weights?.subarray(start, end));
      start = end;
    }
    return target.length;
  }

  get(target: number, pred: number): number {
    const cells = this.used();
    let [low, high] = [0, cells.count.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const order = cells.target[middle]! - target || cells.preds[middle]! - pred;
      if (order === 0) return cells.count[middle]!;
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return 0;
  }

  /** Returns the non-zero cells, sorted by target code, then by preds code. Do not modify them. */
  used(): CodedCells {
    this.#flush();
    return this.#sorted;
  }

  clone(): SparseCells {
    const copy = new SparseCells();
    copy.targetBounds = this.targetBounds;
    copy.predBounds = this.predBounds;
    // Sorted cells are replaced, never modified, so copies can share them.
    copy.#sorted = this.used();
    return copy;
  }

  #enqueue(target: Int32Array, preds: Int32Array, weights: Float64Array | undefined): void {
    const end = this.#pending + target.length;
    this.#extendBounds(target, preds);
    this.#reserve(end, weights !== undefined);
    this.#target.set(target, this.#pending);
    this.#preds.set(preds, this.#pending);
    if (weights) this.#weights!.set(weights, this.#pending);
    else this.#weights?.fill(1, this.#pending, end);
    this.#pending = end;
    if (end >= Math.max(MIN_PENDING, 2 * this.#sorted.count.length)) this.#flush();
  }

  #flush(): void {
    const size = this.#pending;
    if (size === 0) return;
    this.#merge(this.#target.subarray(0, size), this.#preds.subarray(0, size), this.#weights?.subarray(0, size));
    this.#pending = 0;
    this.#target = new Int32Array(0);
    this.#preds = new Int32Array(0);
    this.#weights = undefined;
  }

  #merge(target: Int32Array, preds: Int32Array, weights: Float64Array | undefined): void {
    const bounds = this.#extendBounds(target, preds);
    const cells = sortCodes(target, preds, weights, bounds);
    // Weights can cancel. Merging removes cells whose count is 0.
    const hasZeros = weights !== undefined && cells.count.includes(0);
    this.#sorted = this.#sorted.count.length === 0 && !hasZeros ? cells : mergeSorted(this.#sorted, cells);
  }

  /** Extends the bounds to include these codes, and returns the bounds of these codes alone. */
  #extendBounds(target: Int32Array, preds: Int32Array): PairBounds {
    const bounds = { targetBounds: boundsOf(target), predBounds: boundsOf(preds) };
    this.targetBounds = joinBounds(this.targetBounds, bounds.targetBounds);
    this.predBounds = joinBounds(this.predBounds, bounds.predBounds);
    return bounds;
  }

  /** Reserves memory for `size` pending pairs. */
  #reserve(size: number, weighted: boolean): void {
    if (size > this.#target.length) {
      const capacity = Math.max(size, 2 * this.#target.length);
      this.#target = enlarged(this.#target, new Int32Array(capacity));
      this.#preds = enlarged(this.#preds, new Int32Array(capacity));
      this.#weights &&= enlarged(this.#weights, new Float64Array(capacity));
    }
    if (weighted) this.#weights ??= new Float64Array(this.#target.length).fill(1, 0, this.#pending);
  }
}

function enlarged<A extends Int32Array | Float64Array>(from: A, to: A): A {
  to.set(from);
  return to;
}
