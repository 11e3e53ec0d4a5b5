import type { Points } from './points.ts';
import { splitAtRank } from './splitAtRank.ts';

/** Approximate number of points sampled to find the longest side of a box. */
const SAMPLE = 50;

/**
 * Balanced k-d tree of points, in flat arrays.
 *
 * Nodes are numbered as in a heap: 1 is the root, 2v and 2v + 1 are the children of v, and the second half of the
 * numbers are leaves. With a single leaf, a search is brute force.
 */
export class KdTree {
  readonly n: number;
  readonly d: number;
  /** Number of leaves, a power of 2; also the node number of the first leaf. */
  readonly leaves: number;
  /** Coordinates of the points, sorted by leaf. */
  readonly data: Float64Array;
  /** Index of each point in the input. */
  readonly order: Int32Array;
  /** Position of the first point of each leaf, and the end of the last leaf. */
  readonly starts: Int32Array;
  /** Minimum and maximum of each coordinate in each node. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Smallest input index among the points of each node. */
  readonly first: Int32Array;
  /** Number of points exactly at the radius in the last {@link countWithin}. */
  tied = 0;

  constructor({ data, n, d }: Points, leafSize: number) {
    this.n = n;
    this.d = d;
    this.leaves = 1;
    while (this.leaves * leafSize < n) this.leaves *= 2;
    this.order = new Int32Array(n);
    for (let i = 0; i < n; i++) this.order[i] = i;
    this.starts = new Int32Array(this.leaves + 1);
    for (let leaf = 0; leaf <= this.leaves; leaf++) {
      this.starts[leaf] = Math.floor((leaf * n) / this.leaves);
    }
    this.low = new Float64Array(2 * this.leaves * d);
    this.high = new Float64Array(2 * this.leaves * d);
    this.first = new Int32Array(2 * this.leaves);
    this.data = data.slice();
    this.#split(1);
    for (let node = 2 * this.leaves - 1; node > 0; node--) this.#enclose(node);
  }

  /**
   * Builds a tree with a leaf size for the number of dimensions: boxes exclude fewer points in more dimensions, so
   * leaves grow up to a single one.
   */
  static of(points: Points): KdTree {
    const { d } = points;
    return new KdTree(points, d <= 3 ? 16 : d <= 8 ? 24 : d <= 40 ? 100 : Infinity);
  }

  /** Counts the points at most `radius` away from row `row` of `data`, by the Chebyshev distance. Sets {@link tied}. */
  countWithin(data: Float64Array, row: number, radius: number): number {
    this.tied = 0;
    // For radius 0, coinciding points count as inside, so that a box of them is counted at once.
    return this.#count(1, data, row * this.d, radius, radius === 0 ? Number.MIN_VALUE : radius);
  }

  /** Returns the position of the first point in a node. */
  startOf(node: number): number {
    let leaf = node;
    while (leaf < this.leaves) leaf *= 2;
    return this.starts[leaf - this.leaves]!;
  }

  /** Returns the end position of the points in a node. */
  endOf(node: number): number {
    let leaf = node;
    while (leaf < this.leaves) leaf = 2 * leaf + 1;
    return this.starts[leaf - this.leaves + 1]!;
  }

  /** Splits the points of a node at the median of its longest side, recursively down to the leaves. */
  #split(node: number): void {
    if (node >= this.leaves) return;
    const { d, data, order } = this;
    const [start, end] = [this.startOf(node), this.endOf(node)];
    const column = this.#longestSide(start, end);
    splitAtRank({ data, d, order, column }, start, end - 1, this.endOf(2 * node));
    // Depth first keeps the points of a node in the processor's cache.
    this.#split(2 * node);
    this.#split(2 * node + 1);
  }

  /** Returns the coordinate with the largest range, estimated from a sample of the points. */
  #longestSide(start: number, end: number): number {
    const { d, data } = this;
    const step = Math.ceil((end - start) / SAMPLE) * d;
    let longest = 0;
    let length = -1;
    for (let j = 0; j < d; j++) {
      let min = Infinity;
      let max = -Infinity;
      for (let at = start * d + j; at < end * d; at += step) {
        const value = data[at]!;
        if (value < min) min = value;
        if (value > max) max = value;
      }
      if (max - min > length) {
        length = max - min;
        longest = j;
      }
    }
    return longest;
  }

  /** Computes the bounding box of a leaf from its points, or of another node from its children. */
  #enclose(node: number): void {
    const { d, low, high, first } = this;
    if (node >= this.leaves) {
      this.#encloseLeaf(node);
      return;
    }
    const [left, right] = [2 * node, 2 * node + 1];
    first[node] = Math.min(first[left]!, first[right]!);
    for (let j = 0; j < d; j++) {
      low[node * d + j] = Math.min(low[left * d + j]!, low[right * d + j]!);
      high[node * d + j] = Math.max(high[left * d + j]!, high[right * d + j]!);
    }
  }

  #encloseLeaf(node: number): void {
    const { d, data, order, low, high } = this;
    const [start, end] = [this.startOf(node), this.endOf(node)];
    let least = this.n;
    for (let place = start; place < end; place++) if (order[place]! < least) least = order[place]!;
    this.first[node] = least;
    for (let j = 0; j < d; j++) {
      let min = Infinity;
      let max = -Infinity;
      for (let at = start * d + j; at < end * d; at += d) {
        const value = data[at]!;
        if (value < min) min = value;
        if (value > max) max = value;
      }
      low[node * d + j] = min;
      high[node * d + j] = max;
    }
  }

  #count(node: number, data: Float64Array, at: number, radius: number, outside: number): number {
    const { d, low, high } = this;
    let isInside = true;
    for (let j = 0, side = node * d; j < d; j++, side++) {
      const value = data[at + j]!;
      const toLow = value - low[side]!;
      const toHigh = high[side]! - value;
      if (-toLow > radius || -toHigh > radius) return 0;
      if (toLow >= outside || toHigh >= outside) isInside = false;
    }
    if (isInside) return this.endOf(node) - this.startOf(node);
    if (node >= this.leaves) return this.#countInLeaf(node - this.leaves, data, at, radius);
    const left = this.#count(2 * node, data, at, radius, outside);
    return left + this.#count(2 * node + 1, data, at, radius, outside);
  }

  #countInLeaf(leaf: number, data: Float64Array, at: number, radius: number): number {
    const { d, data: points } = this;
    const end = this.starts[leaf + 1]!;
    let count = 0;
    for (let place = this.starts[leaf]!; place < end; place++) {
      let farthest = 0;
      for (let j = 0; j < d && farthest <= radius; j++) {
        const difference = Math.abs(points[place * d + j]! - data[at + j]!);
        if (difference > farthest) farthest = difference;
      }
      if (farthest > radius) continue;
      count++;
      if (farthest === radius) this.tied++;
    }
    return count;
  }
}
