import { boundsOf, boundsSize, joinBounds, widenedBounds, type CodedCells, type PairBounds } from './codedCells.ts';
import { DenseCells } from './denseCells.ts';
import { SparseCells } from './sparseCells.ts';

/** A matrix of so many cells is always worth its memory (32 kB). */
const FEW_CELLS = 4096;

/** Beyond that, so many cells for each pair counted: a matrix then costs no more than the samples. */
const DENSE_CELLS_A_PAIR = 4;

/** And never more than this (32 MB). */
const MOST_DENSE_CELLS = 2 ** 22;

/** So many pairs are looked at to see how much room is needed. */
const LOOK_AHEAD = 2 ** 14;

/** Counts of code pairs: a plain matrix while that costs little, sorted cells when it would not. */
export class CodeCounts {
  #cells: DenseCells | SparseCells = new DenseCells();
  #pairsSeen = 0;

  /** How many pairs have been announced; a matrix may be larger when there are more. */
  get pairsSeen(): number {
    return this.#pairsSeen;
  }

  /** Says that so many pairs are about to be counted. */
  expect(pairs: number): void {
    this.#pairsSeen += pairs;
  }

  /** Counts pairs, each once or with its weight (which may be below 0, to take pairs out). */
  add(target: Int32Array, preds: Int32Array, weights?: Float64Array): void {
    if (this.#cells instanceof SparseCells && this.#fitsDense(this.#cells)) {
      this.#moveTo(new DenseCells(this.#cells.targetBounds, this.#cells.predBounds));
    }
    for (let i = 0; i < target.length;) {
      i = this.#cells.add(target, preds, weights, i);
      if (i < target.length) this.#moveTo(this.#roomFor(target, preds, i));
    }
  }

  /** Empty counts with room for what is counted and the codes that come next. */
  #roomFor(target: Int32Array, preds: Int32Array, from: number): DenseCells | SparseCells {
    const { targetBounds, predBounds } = this.#cells;
    const next = from + LOOK_AHEAD;
    const needed = {
      targetBounds: joinBounds(targetBounds, boundsOf(target.subarray(from, next))),
      predBounds: joinBounds(predBounds, boundsOf(preds.subarray(from, next))),
    };
    // Room to spare keeps labels that come in ascending order from moving the table at each batch.
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
    const most = Math.min(MOST_DENSE_CELLS, DENSE_CELLS_A_PAIR * this.#pairsSeen);
    const area = boundsSize(room.targetBounds) * boundsSize(room.predBounds);
    return area <= Math.max(FEW_CELLS, most);
  }

  #moveTo(counts: DenseCells | SparseCells): void {
    const { target, preds, count } = this.#cells.used();
    counts.add(target, preds, count);
    this.#cells = counts;
  }

  get(target: number, pred: number): number {
    return this.#cells.get(target, pred);
  }

  /** The cells that are not zero, by target code and then by preds code; not to be changed. */
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
