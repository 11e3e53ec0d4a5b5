import { boundsOf, joinBounds, widenedBounds, type CodedCells, type PairBounds } from './codedCells.ts';
import { denseArea, DenseCells } from './denseCells.ts';
import { SparseCells } from './sparseCells.ts';

/** A matrix of up to this many cells is always dense (32 kB). */
const FEW_CELLS = 2 ** 13;

/** A larger matrix is dense if it has at most this many cells per pair counted, which bounds its memory. */
const DENSE_CELLS_PER_PAIR = 8;

/** Maximum number of cells of a dense matrix (32 MB, 64 MB with weights). */
const MAX_DENSE_CELLS = 2 ** 23;

/** Number of upcoming pairs whose bounds are computed before the matrix is resized. */
const LOOK_AHEAD = 2 ** 14;

/** Counts of code pairs: a dense matrix while it is small, sorted sparse cells otherwise. */
export class CodeCounts {
  #cells: DenseCells | SparseCells = new DenseCells();
  #pairsSeen = 0;

  /** Number of pairs announced; the dense matrix may grow with it. */
  get pairsSeen(): number {
    return this.#pairsSeen;
  }

  /** Announces the number of pairs to be counted next. */
  expect(pairs: number): void {
    this.#pairsSeen += pairs;
  }

  /** Counts pairs, each once or with its weight, which may be negative to remove pairs. */
  add(target: Int32Array, preds: Int32Array, weights?: Float64Array): void {
    if (this.#cells instanceof SparseCells && this.#fitsDense(this.#cells)) {
      this.#moveTo(new DenseCells(this.#cells.targetBounds, this.#cells.predBounds));
    }
    for (let i = 0; i < target.length;) {
      i = this.#cells.add(target, preds, weights, i);
      if (i < target.length) this.#moveTo(this.#roomFor(target, preds, i));
    }
  }

  /** Returns empty counts with room for the current cells and the codes from index `from` on. */
  #roomFor(target: Int32Array, preds: Int32Array, from: number): DenseCells | SparseCells {
    const { targetBounds, predBounds } = this.#cells;
    const next = from + LOOK_AHEAD;
    const needed = {
      targetBounds: joinBounds(targetBounds, boundsOf(target.subarray(from, next))),
      predBounds: joinBounds(predBounds, boundsOf(preds.subarray(from, next))),
    };
    // With spare room, labels in ascending order do not resize the table at each batch.
    const spare = {
      targetBounds: widenedBounds(targetBounds, needed.targetBounds),
      predBounds: widenedBounds(predBounds, needed.predBounds),
    };
    for (const room of [spare, needed]) {
      if (this.#fitsDense(room)) return new DenseCells(room.targetBounds, room.predBounds);
    }
    return new SparseCells();
  }

  #fitsDense(room: PairBounds): boolean {
    const most = Math.min(MAX_DENSE_CELLS, DENSE_CELLS_PER_PAIR * this.#pairsSeen);
    return denseArea(room) <= Math.max(FEW_CELLS, most);
  }

  #moveTo(counts: DenseCells | SparseCells): void {
    const { target, preds, count } = this.#cells.used();
    // Adding no counts would make the matrix store sums of weights, which take twice the memory.
    if (count.length > 0) counts.add(target, preds, count);
    this.#cells = counts;
  }

  get(target: number, pred: number): number {
    return this.#cells.get(target, pred);
  }

  /** Returns the non-zero cells, sorted by target code, then by preds code. Do not modify them. */
  used(): CodedCells {
    return this.#cells.used();
  }

  clone(): CodeCounts {
    const copy = new CodeCounts();
    copy.#cells = this.#cells.clone();
    copy.#pairsSeen = this.#pairsSeen;
    return copy;
  }
}
