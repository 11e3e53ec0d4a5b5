import type { PointBlock } from '../kernels/pointBlock.ts';
import { BLOCK } from '../kernels/sampleKernels.ts';
import { BlockBox } from './blockBox.ts';
import type { Counts } from './counts.ts';
import type { KdTree } from './kdTree.ts';

/** Maximum ratio of the radii of a group: a large radius reaches many nodes. */
const MAX_RADIUS_RATIO = 2;

/**
 * Counts, for each point of a tree, the points within its radius and those exactly at it, by the Chebyshev distance.
 * Points that are adjacent in the tree and have similar radii are processed in one group.
 *
 * @param block - a block of the tree's points.
 */
export function countByBlock(tree: KdTree, block: PointBlock, radii: Float64Array): Counts {
  const { n, order } = tree;
  const within = new Int32Array(n);
  const tied = new Int32Array(n);
  const counter = new GroupCounter(tree, block);
  for (let first = 0; first < n; first += BLOCK) {
    const size = Math.min(BLOCK, n - first);
    block.choose(first, first + size);
    for (let lane = 0; lane < size; lane++) block.radii[lane] = radii[order[first + lane]!]!;
    for (let left = size; left > 0;) {
      const reach = counter.countSmallest(first, size);
      // Radii of NaN have no points within.
      if (Number.isNaN(reach)) break;
      for (let lane = 0; lane < size; lane++) {
        const radius = block.radii[lane]!;
        if (!(radius <= reach)) continue;
        const i = order[first + lane]!;
        within[i] = counter.insideCount + block.within[2 * lane]!;
        tied[i] = radius === 0 ? within[i] : block.tied[2 * lane]!;
        // NaN is neither smallest nor within reach.
        block.radii[lane] = NaN;
        left--;
      }
    }
  }
  return { within, tied };
}

/** Counts the points around a group of points of a block that have similar radii. */
class GroupCounter {
  /** Number of points in nodes that are entirely inside all radii. */
  insideCount = 0;
  readonly #tree: KdTree;
  readonly #block: PointBlock;
  readonly #box: BlockBox;
  #reach = 0;
  #inside = 0;
  /** Range of points in adjacent leaves, to be counted at once. */
  #from = 0;
  #to = 0;

  constructor(tree: KdTree, block: PointBlock) {
    this.#tree = tree;
    this.#block = block;
    this.#box = new BlockBox(tree, 'chebyshev');
  }

  /** Processes the points with the smallest radii, and returns the largest of these; NaN if no radius is left. */
  countSmallest(first: number, size: number): number {
    const { radii, within, tied } = this.#block;
    let smallest = Infinity;
    for (let lane = 0; lane < size; lane++) if (radii[lane]! < smallest) smallest = radii[lane]!;
    if (smallest === Infinity && !radii.includes(Infinity)) return NaN;
    this.#reach = 0;
    this.#box.clear();
    for (let lane = 0; lane < size; lane++) {
      if (!(radii[lane]! <= MAX_RADIUS_RATIO * smallest)) continue;
      if (radii[lane]! > this.#reach) this.#reach = radii[lane]!;
      this.#box.add(first + lane);
    }
    // For radius 0, coinciding points count as inside, so that a node of them is counted at once.
    this.#inside = smallest === 0 ? Number.MIN_VALUE : smallest;
    this.insideCount = 0;
    within.fill(0);
    tied.fill(0);
    this.#descend(1);
    this.#countRange();
    return this.#reach;
  }

  #descend(node: number): void {
    if (this.#box.gap(node, this.#reach) > this.#reach) return;
    if (this.#box.span(node, this.#inside) < this.#inside) {
      this.insideCount += this.#tree.endOf(node) - this.#tree.startOf(node);
    } else if (node >= this.#tree.leaves) {
      const start = this.#tree.startOf(node);
      if (start !== this.#to) {
        this.#countRange();
        this.#from = start;
      }
      this.#to = this.#tree.endOf(node);
    } else {
      this.#descend(2 * node);
      this.#descend(2 * node + 1);
    }
  }

  #countRange(): void {
    this.#block.count(this.#from, this.#to);
    this.#from = this.#to = 0;
  }
}
