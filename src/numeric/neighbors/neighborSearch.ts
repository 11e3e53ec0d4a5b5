import type { KdTree } from './kdTree.ts';

/** Distance between points: the largest absolute coordinate difference, or the Euclidean distance. */
export type Norm = 'chebyshev' | 'euclidean';

/**
 * Finds the k points of a tree that are nearest to a point; ties are broken by input order. Euclidean distances are
 * compared by their squares.
 *
 * A box is skipped only if its bound, rounded like the distances, exceeds the distance of the k-th point. Rounding
 * is monotonic, so the result is that of brute force.
 */
export class NeighborSearch {
  /** Positions of the nearest points in the tree, in ascending order of their `distances`. */
  readonly places: Int32Array;
  readonly distances: Float64Array;
  readonly #tree: KdTree;
  readonly #k: number;
  readonly #isChebyshev: boolean;
  readonly #at: Float64Array;
  #self = -1;

  constructor(tree: KdTree, k: number, norm: Norm) {
    this.places = new Int32Array(k);
    this.distances = new Float64Array(k);
    this.#tree = tree;
    this.#k = k;
    this.#isChebyshev = norm === 'chebyshev';
    this.#at = new Float64Array(tree.d);
  }

  /** Finds the nearest neighbors of a point of the tree, excluding itself, upwards from its leaf. */
  around(place: number, leaf: number): void {
    const { leaves } = this.#tree;
    this.#begin(this.#tree.data, place);
    this.#self = place;
    this.#scan(leaf - leaves);
    for (let node = leaf; node > 1; node >>= 1) {
      const bound = this.#bound(node ^ 1);
      if (this.#mayHold(node ^ 1, bound)) this.#descend(node ^ 1);
    }
    this.#end();
  }

  /** Finds the nearest neighbors of row `row` of `data`, downwards from the root. */
  near(data: Float64Array, row: number): void {
    this.#begin(data, row);
    this.#self = -1;
    this.#descend(1);
    this.#end();
  }

  #begin(data: Float64Array, row: number): void {
    const { d } = this.#tree;
    for (let j = 0; j < d; j++) this.#at[j] = data[row * d + j]!;
    for (let rank = 0; rank < this.#k; rank++) this.distances[rank] = Infinity;
  }

  #end(): void {
    if (this.#isChebyshev) return;
    for (let rank = 0; rank < this.#k; rank++) {
      this.distances[rank] = Math.sqrt(this.distances[rank]!);
    }
  }

  #mayHold(node: number, bound: number): boolean {
    const farthest = this.distances[this.#k - 1]!;
    if (bound !== farthest) return bound < farthest;
    return this.#tree.first[node]! < this.#indexAt(this.#k - 1);
  }

  #descend(node: number): void {
    const { leaves } = this.#tree;
    if (node >= leaves) {
      this.#scan(node - leaves);
      return;
    }
    const left = 2 * node;
    const right = left + 1;
    const leftBound = this.#bound(left);
    const rightBound = this.#bound(right);
    const { first } = this.#tree;
    const isLeftNearer = leftBound < rightBound || (leftBound === rightBound && first[left]! < first[right]!);
    if (isLeftNearer) {
      if (this.#mayHold(left, leftBound)) this.#descend(left);
      if (this.#mayHold(right, rightBound)) this.#descend(right);
    } else {
      if (this.#mayHold(right, rightBound)) this.#descend(right);
      if (this.#mayHold(left, leftBound)) this.#descend(left);
    }
  }

  /** Returns a lower bound on the distance to the points in the box of a node. */
  #bound(node: number): number {
    const { d, low, high } = this.#tree;
    const at = this.#at;
    let bound = 0;
    if (d === 2 && this.#isChebyshev) {
      const [x, y, side] = [at[0]!, at[1]!, 2 * node];
      const alongX = Math.max(low[side]! - x, x - high[side]!);
      const alongY = Math.max(low[side + 1]! - y, y - high[side + 1]!, 0);
      return alongX > alongY ? alongX : alongY;
    }
    for (let j = 0, side = node * d; j < d; j++, side++) {
      const value = at[j]!;
      const below = low[side]! - value;
      const gap = below > 0 ? below : value - high[side]!;
      if (gap <= 0) continue;
      if (!this.#isChebyshev) bound += gap * gap;
      else if (gap > bound) bound = gap;
    }
    return bound;
  }

  #scan(leaf: number): void {
    const { starts } = this.#tree;
    if (this.#isChebyshev) this.#scanMax(starts[leaf]!, starts[leaf + 1]!);
    else this.#scanEuclidean(starts[leaf]!, starts[leaf + 1]!);
  }

  #scanMax(start: number, end: number): void {
    const { d, data } = this.#tree;
    const at = this.#at;
    const distances = this.distances;
    const self = this.#self;
    const last = this.#k - 1;
    let farthest = distances[last]!;
    if (d === 2) {
      const x = at[0]!,
        y = at[1]!;
      for (let place = start; place < end; place++) {
        const dx = Math.abs(data[2 * place]! - x);
        if (dx > farthest) continue;
        const dy = Math.abs(data[2 * place + 1]! - y);
        if (dy > farthest || place === self) continue;
        this.#insert(place, dx > dy ? dx : dy);
        farthest = distances[last]!;
      }
      return;
    }
    for (let place = start, from = start * d; place < end; place++, from += d) {
      let distance = 0;
      for (let j = 0; j < d; j++) {
        const difference = Math.abs(data[from + j]! - at[j]!);
        if (difference > distance) {
          distance = difference;
          if (distance > farthest) break;
        }
      }
      if (distance > farthest || place === self) continue;
      this.#insert(place, distance);
      farthest = distances[last]!;
    }
  }

  #scanEuclidean(start: number, end: number): void {
    const { d, data } = this.#tree;
    const at = this.#at;
    const distances = this.distances;
    const self = this.#self;
    const last = this.#k - 1;
    let farthest = distances[last]!;
    for (let place = start, from = start * d; place < end; place++, from += d) {
      let distance = 0;
      for (let j = 0; j < d; j++) {
        const difference = data[from + j]! - at[j]!;
        distance += difference * difference;
        if (distance > farthest) break;
      }
      if (distance > farthest || place === self) continue;
      this.#insert(place, distance);
      farthest = distances[last]!;
    }
  }

  /** Returns the input index of the point at a rank; it breaks ties. */
  #indexAt(rank: number): number {
    return this.#tree.order[this.places[rank]!]!;
  }

  #insert(place: number, distance: number): void {
    const { distances, places } = this;
    const index = this.#tree.order[place]!;
    let rank = this.#k - 1;
    if (distance === distances[rank]! && index > this.#indexAt(rank)) return;
    for (; rank > 0; rank--) {
      const nearer = distances[rank - 1]!;
      if (nearer < distance || (nearer === distance && this.#indexAt(rank - 1) < index)) break;
      distances[rank] = nearer;
      places[rank] = places[rank - 1]!;
    }
    distances[rank] = distance;
    places[rank] = place;
  }
}
