import { boundsSize, NO_CODES, type CodeBounds, type CodedCells } from './codedCells.ts';

/**
 * Counts of code pairs in a dense matrix that covers a range of target codes and a range of preds codes. Counting a
 * pair takes one addition. Memory is proportional to the area of the matrix.
 */
export class DenseCells {
  readonly targetBounds: CodeBounds;
  readonly predBounds: CodeBounds;
  readonly #rows: number;
  readonly #columns: number;
  readonly #counts: Float64Array;

  constructor(targetBounds: CodeBounds = NO_CODES, predBounds: CodeBounds = NO_CODES) {
    this.targetBounds = targetBounds;
    this.predBounds = predBounds;
    this.#rows = boundsSize(targetBounds);
    this.#columns = boundsSize(predBounds);
    this.#counts = new Float64Array(this.#rows * this.#columns);
  }

  /**
   * Counts pairs from index `from` on.
   *
   * @returns the index of the first pair outside the matrix, or the number of pairs.
   */
  add(target: Int32Array, preds: Int32Array, weights: Float64Array | undefined, from = 0): number {
    const counts = this.#counts;
    // Bounds may be infinite; conversion to 32-bit integers keeps the loops in integer arithmetic.
    const rows = this.#rows | 0;
    const columns = this.#columns | 0;
    const top = this.targetBounds.low | 0;
    const left = this.predBounds.low | 0;
    // As an unsigned integer, a negative index is large, so one comparison checks both bounds.
    // There are two loops because testing `weights` inside a single loop makes it a third slower.
    if (weights === undefined) {
      for (let i = from; i < target.length; i++) {
        const row = target[i]! - top;
        const column = preds[i]! - left;
        if (row >>> 0 >= rows || column >>> 0 >= columns) return i;
        counts[row * columns + column]! += 1;
      }
    } else {
      for (let i = from; i < target.length; i++) {
        const row = target[i]! - top;
        const column = preds[i]! - left;
        if (row >>> 0 >= rows || column >>> 0 >= columns) return i;
        counts[row * columns + column]! += weights[i]!;
      }
    }
    return target.length;
  }

  get(target: number, pred: number): number {
    const row = target - this.targetBounds.low;
    const column = pred - this.predBounds.low;
    const inside = row >= 0 && row < this.#rows && column >= 0 && column < this.#columns;
    return inside ? this.#counts[row * this.#columns + column]! : 0;
  }

  /** Returns the non-zero cells, sorted by target code, then by preds code. */
  used(): CodedCells {
    const counts = this.#counts;
    let size = 0;
    for (let k = 0; k < counts.length; k++) if (counts[k] !== 0) size++;
    const used = {
      target: new Int32Array(size),
      preds: new Int32Array(size),
      count: new Float64Array(size),
    };
    let next = 0;
    for (let row = 0, k = 0; row < this.#rows; row++) {
      for (let column = 0; column < this.#columns; column++, k++) {
        const count = counts[k]!;
        if (count === 0) continue;
        used.target[next] = row + this.targetBounds.low;
        used.preds[next] = column + this.predBounds.low;
        used.count[next++] = count;
      }
    }
    return used;
  }

  clone(): DenseCells {
    const copy = new DenseCells(this.targetBounds, this.predBounds);
    copy.#counts.set(this.#counts);
    return copy;
  }
}
