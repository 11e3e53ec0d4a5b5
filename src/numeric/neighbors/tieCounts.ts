import type { KdTree } from './kdTree.ts';

/**
 * Counts the points within a radius by the variables in which they lie exactly at the radius.
 *
 * A variable is a range of columns; the distance in a variable is the largest absolute difference of its columns.
 */
export class TieCounts {
  /**
   * Number of points by the first variable in which they are at the radius; the last entry counts points without
   * one.
   */
  readonly first: Int32Array;
  /** Like `first`, with the variables in reverse order. */
  readonly firstFromEnd: Int32Array;
  readonly #tree: KdTree;
  /** Variable of each column. */
  readonly #variableOf: Int32Array;

  constructor(tree: KdTree, widths: readonly number[]) {
    this.#tree = tree;
    this.#variableOf = Int32Array.from(widths.flatMap((width, v) => Array<number>(width).fill(v)));
    this.first = new Int32Array(widths.length + 1);
    this.firstFromEnd = new Int32Array(widths.length + 1);
  }

  /** Counts the points at most `radius` (> 0) away from row `row` of `data`. */
  count(data: Float64Array, row: number, radius: number): void {
    this.first.fill(0);
    this.firstFromEnd.fill(0);
    this.#count(1, data, row * this.#tree.d, radius);
  }

  #count(node: number, data: Float64Array, at: number, radius: number): void {
    const { d, low, high, leaves, starts } = this.#tree;
    let isInside = true;
    for (let j = 0, side = node * d; j < d; j++, side++) {
      const toLow = data[at + j]! - low[side]!;
      const toHigh = high[side]! - data[at + j]!;
      if (-toLow > radius || -toHigh > radius) return;
      if (toLow >= radius || toHigh >= radius) isInside = false;
    }
    if (isInside) {
      const size = this.#tree.endOf(node) - this.#tree.startOf(node);
      this.first[this.first.length - 1]! += size;
      this.firstFromEnd[this.first.length - 1]! += size;
    } else if (node >= leaves) {
      const leaf = node - leaves;
      for (let place = starts[leaf]!; place < starts[leaf + 1]!; place++) {
        this.#countPoint(place, data, at, radius);
      }
    } else {
      this.#count(2 * node, data, at, radius);
      this.#count(2 * node + 1, data, at, radius);
    }
  }

  #countPoint(place: number, data: Float64Array, at: number, radius: number): void {
    const { d, data: points } = this.#tree;
    const none = this.first.length - 1;
    let [first, last] = [none, -1];
    for (let j = 0; j < d; j++) {
      const difference = Math.abs(points[place * d + j]! - data[at + j]!);
      if (difference > radius) return;
      if (difference < radius) continue;
      last = this.#variableOf[j]!;
      if (first === none) first = last;
    }
    this.first[first]!++;
    this.firstFromEnd[last === -1 ? none : none - 1 - last]!++;
  }
}
