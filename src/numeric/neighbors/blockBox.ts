import type { KdTree } from './kdTree.ts';
import type { Norm } from './neighborSearch.ts';

/** Bounding box of some points of a tree, compared with those of its nodes. */
export class BlockBox {
  readonly #tree: KdTree;
  readonly #isChebyshev: boolean;
  readonly #low: Float64Array;
  readonly #high: Float64Array;

  constructor(tree: KdTree, norm: Norm) {
    this.#tree = tree;
    this.#isChebyshev = norm === 'chebyshev';
    this.#low = new Float64Array(tree.d);
    this.#high = new Float64Array(tree.d);
  }

  /** Removes all points. */
  clear(): void {
    this.#low.fill(Infinity);
    this.#high.fill(-Infinity);
  }

  /** Adds a point of the tree. */
  add(place: number): void {
    const { d, data } = this.#tree;
    for (let j = 0; j < d; j++) {
      const value = data[place * d + j]!;
      if (value < this.#low[j]!) this.#low[j] = value;
      if (value > this.#high[j]!) this.#high[j] = value;
    }
  }

  /**
   * Returns a lower bound on the distances to the points of a node, rounded like distances. Above `limit`, it may be any
   * number above `limit`.
   */
  gap(node: number, limit: number): number {
    if (!this.#isChebyshev) return this.#euclideanGap(node);
    const { d, low, high } = this.#tree;
    let bound = 0;
    for (let j = 0, side = node * d; j < d && bound <= limit; j++, side++) {
      const above = low[side]! - this.#high[j]!;
      const below = this.#low[j]! - high[side]!;
      if (above > bound) bound = above;
      if (below > bound) bound = below;
    }
    return bound;
  }

  /**
   * Returns an upper bound on the Chebyshev distances to the points of a node. From `limit` on, it may be any number
   * from `limit` on.
   */
  span(node: number, limit: number): number {
    const { d, low, high } = this.#tree;
    let bound = 0;
    for (let j = 0, side = node * d; j < d && bound < limit; j++, side++) {
      const up = high[side]! - this.#low[j]!;
      const down = this.#high[j]! - low[side]!;
      if (up > bound) bound = up;
      if (down > bound) bound = down;
    }
    return bound;
  }

  #euclideanGap(node: number): number {
    const { d, low, high } = this.#tree;
    let square = 0;
    for (let j = 0, side = node * d; j < d; j++, side++) {
      const above = low[side]! - this.#high[j]!;
      const gap = above > 0 ? above : this.#low[j]! - high[side]!;
      if (gap > 0) square += gap * gap;
    }
    return Math.sqrt(square);
  }
}
