import type { KdTree } from './kdTree.ts';
import type { Norm } from './neighborSearch.ts';

/**
 * Computes, for each point of a tree, the distance to its k-th nearest neighbor among the others, in tree order, without
 * WebAssembly.
 *
 * The points of each leaf are first compared with each other; then the leaves that may contain nearer points are
 * searched once for all of them. Bounds are rounded like distances, so that no neighbor is missed.
 */
export function leafDistances(tree: KdTree, k: number, norm: Norm): Float64Array {
  return new LeafDistances(tree, k, norm).measure();
}

class LeafDistances {
  readonly #tree: KdTree;
  readonly #k: number;
  readonly #isChebyshev: boolean;
  /** Distances of the k nearest neighbors of each point of a leaf, ascending; squared if Euclidean. */
  readonly #nearest: Float64Array;
  /** Leaves that may contain nearer points. */
  readonly #candidates: Int32Array;
  #candidateCount = 0;

  constructor(tree: KdTree, k: number, norm: Norm) {
    this.#tree = tree;
    this.#k = k;
    this.#isChebyshev = norm === 'chebyshev';
    this.#nearest = new Float64Array(Math.ceil(tree.n / tree.leaves) * k);
    this.#candidates = new Int32Array(tree.leaves);
  }

  measure(): Float64Array {
    const { n, leaves, starts } = this.#tree;
    const distances = new Float64Array(n);
    const last = this.#k - 1;
    for (let leaf = 0; leaf < leaves; leaf++) {
      const start = starts[leaf]!;
      const end = starts[leaf + 1]!;
      this.#measureLeaf(leaf, start, end);
      for (let place = start; place < end; place++) {
        const distance = this.#nearest[(place - start) * this.#k + last]!;
        distances[place] = this.#isChebyshev ? distance : Math.sqrt(distance);
      }
    }
    return distances;
  }

  #measureLeaf(leaf: number, start: number, end: number): void {
    const k = this.#k;
    const nearest = this.#nearest;
    const candidates = this.#candidates;
    let reach = 0;
    nearest.fill(Infinity);
    for (let place = start; place < end; place++) {
      const slot = (place - start) * k;
      this.#scan(place, slot, leaf);
      if (nearest[slot + k - 1]! > reach) reach = nearest[slot + k - 1]!;
    }
    this.#candidateCount = 0;
    const own = this.#tree.leaves + leaf;
    for (let node = own; node > 1; node >>= 1) this.#gather(node ^ 1, own, reach);
    for (let c = 0; c < this.#candidateCount; c++) {
      const candidate = candidates[c]!;
      for (let place = start, slot = 0; place < end; place++, slot += k) {
        if (this.#isNearer(place, candidate, nearest[slot + k - 1]!)) {
          this.#scan(place, slot, candidate);
        }
      }
    }
  }

  /** Adds the leaves under a node whose boxes are nearer than `reach` to the box of `own`. */
  #gather(node: number, own: number, reach: number): void {
    const { d, low, high, leaves } = this.#tree;
    let bound = 0;
    for (let j = 0; j < d; j++) {
      const above = low[node * d + j]! - high[own * d + j]!;
      const gap = above > 0 ? above : low[own * d + j]! - high[node * d + j]!;
      if (gap <= 0) continue;
      if (!this.#isChebyshev) bound += gap * gap;
      else if (gap > bound) bound = gap;
    }
    if (bound >= reach) return;
    if (node >= leaves) {
      this.#candidates[this.#candidateCount++] = node - leaves;
      return;
    }
    this.#gather(2 * node, own, reach);
    this.#gather(2 * node + 1, own, reach);
  }

  /** Returns whether a leaf may contain a point nearer than `farthest`. */
  #isNearer(place: number, leaf: number, farthest: number): boolean {
    const { d, data, low, high, leaves } = this.#tree;
    let side = (leaves + leaf) * d;
    let bound = 0;
    for (let at = place * d; at < (place + 1) * d; at++, side++) {
      const value = data[at]!;
      const below = low[side]! - value;
      const gap = below > 0 ? below : value - high[side]!;
      if (gap <= 0) continue;
      if (!this.#isChebyshev) bound += gap * gap;
      else if (gap > bound) bound = gap;
      if (bound >= farthest) return false;
    }
    return bound < farthest;
  }

  #scan(place: number, slot: number, leaf: number): void {
    const { d, data, starts } = this.#tree;
    const nearest = this.#nearest;
    const last = slot + this.#k - 1;
    const at = place * d;
    const end = starts[leaf + 1]!;
    let farthest = nearest[last]!;
    for (let other = starts[leaf]!; other < end; other++) {
      const distance = this.#distance(data, at, other * d, d, farthest);
      if (distance >= farthest || other === place) continue;
      let rank = last;
      for (; rank > slot && nearest[rank - 1]! > distance; rank--) nearest[rank] = nearest[rank - 1]!;
      nearest[rank] = distance;
      farthest = nearest[last]!;
    }
  }

  /** Returns the distance between two points, or any number ≥ `farthest` if it is at least that. */
  #distance(data: Float64Array, a: number, b: number, d: number, farthest: number): number {
    let distance = 0;
    for (let j = 0; j < d; j++) {
      const difference = Math.abs(data[b + j]! - data[a + j]!);
      if (!this.#isChebyshev) distance += difference * difference;
      else if (difference > distance) distance = difference;
      if (distance >= farthest) break;
    }
    return distance;
  }
}
