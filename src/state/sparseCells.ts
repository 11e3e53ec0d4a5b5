import { extendBounds, NO_CODES, type CodeBounds, type CodedCells } from './codedCells.ts';

const SMALLEST = 1024;

/**
 * Counts of code pairs in a hash table with open addressing: the slots hold indices into three
 * columns, which keep the order in which pairs were first seen. Memory is 24 to 48 bytes a cell.
 */
export class SparseCells {
  targetBounds: CodeBounds = NO_CODES;
  predBounds: CodeBounds = NO_CODES;
  #size = 0;
  #slots = new Int32Array(2 * SMALLEST);
  #target = new Int32Array(SMALLEST);
  #preds = new Int32Array(SMALLEST);
  #count = new Float64Array(SMALLEST);

  add(target: Int32Array, preds: Int32Array, weights: Float64Array | undefined, from = 0): number {
    this.targetBounds = extendBounds(this.targetBounds, target, from);
    this.predBounds = extendBounds(this.predBounds, preds, from);
    for (let i = from; i < target.length; i++) {
      const cell = this.#findOrInsert(target[i]!, preds[i]!);
      this.#count[cell]! += weights === undefined ? 1 : weights[i]!;
    }
    return target.length;
  }

  get(target: number, pred: number): number {
    const index = this.#slots[this.#slotOf(target, pred)]!;
    return index === 0 ? 0 : this.#count[index - 1]!;
  }

  /** The cells that are not zero, in no particular order. */
  used(): CodedCells {
    const all = {
      target: this.#target.slice(0, this.#size),
      preds: this.#preds.slice(0, this.#size),
      count: this.#count.slice(0, this.#size),
    };
    if (!all.count.includes(0)) return all;
    const kept = (_: number, cell: number): boolean => this.#count[cell] !== 0;
    return {
      target: all.target.filter(kept),
      preds: all.preds.filter(kept),
      count: all.count.filter(kept),
    };
  }

  clone(): SparseCells {
    const copy = new SparseCells();
    copy.targetBounds = this.targetBounds;
    copy.predBounds = this.predBounds;
    copy.#size = this.#size;
    copy.#slots = this.#slots.slice();
    copy.#target = this.#target.slice();
    copy.#preds = this.#preds.slice();
    copy.#count = this.#count.slice();
    return copy;
  }

  #findOrInsert(target: number, pred: number): number {
    const slot = this.#slotOf(target, pred);
    const index = this.#slots[slot]!;
    if (index !== 0) return index - 1;
    if (this.#size === this.#target.length) {
      this.#grow();
      return this.#findOrInsert(target, pred);
    }
    this.#target[this.#size] = target;
    this.#preds[this.#size] = pred;
    this.#slots[slot] = ++this.#size;
    return this.#size - 1;
  }

  /** The slot that holds the pair, or the empty one where it belongs. */
  #slotOf(target: number, pred: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash(target, pred) & mask;
    for (;;) {
      const index = this.#slots[slot]!;
      if (index === 0) return slot;
      if (this.#target[index - 1] === target && this.#preds[index - 1] === pred) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #grow(): void {
    const capacity = 2 * this.#target.length;
    this.#target = enlarge(this.#target, new Int32Array(capacity));
    this.#preds = enlarge(this.#preds, new Int32Array(capacity));
    this.#count = enlarge(this.#count, new Float64Array(capacity));
    // Twice as many slots as cells: a look-up then meets 1.5 slots on average.
    this.#slots = new Int32Array(2 * capacity);
    for (let cell = 0; cell < this.#size; cell++) {
      this.#slots[this.#slotOf(this.#target[cell]!, this.#preds[cell]!)] = cell + 1;
    }
  }
}

function enlarge<A extends Int32Array | Float64Array>(from: A, to: A): A {
  to.set(from);
  return to;
}

/** Mixes all bits of both codes into all bits of the result, so that any low bits of it will do. */
function hash(target: number, pred: number): number {
  let h = Math.imul(target, 0x9e3779b1) ^ Math.imul(pred, 0x85ebca77);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return h ^ (h >>> 13);
}
