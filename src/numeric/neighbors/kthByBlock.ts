import type { PointBlock } from '../kernels/pointBlock.ts';
import { BLOCK } from '../kernels/sampleKernels.ts';
import { BlockBox } from './blockBox.ts';
import type { KdTree } from './kdTree.ts';
import type { Norm } from './neighborSearch.ts';

/**
 * Computes, for each point of a tree, the distance to its k-th nearest neighbor among the others, in tree order.
 * Points that are adjacent in the tree are processed in one group.
 *
 * @param block - a block of the tree's points, with k + 1 ranks: each point is the nearest to itself.
 */
export function kthByBlock(tree: KdTree, block: PointBlock, norm: Norm): Float64Array {
  const { n, leaves, starts } = tree;
  const { nearest } = block;
  const last = nearest.length - BLOCK;
  const box = new BlockBox(tree, norm);
  const distances = new Float64Array(n);
  let [size, reach] = [0, Infinity];
  const search = (leaf: number): void => {
    block.search(starts[leaf]!, starts[leaf + 1]!);
    reach = 0;
    for (let lane = 0; lane < size; lane++) reach = Math.max(reach, nearest[last + lane]!);
  };
  const descend = (node: number): void => {
    if (box.gap(node, reach) >= reach) return;
    if (node >= leaves) {
      search(node - leaves);
      return;
    }
    descend(2 * node);
    descend(2 * node + 1);
  };
  for (let first = 0, leaf = 0; first < n; first += BLOCK) {
    size = Math.min(BLOCK, n - first);
    block.choose(first, first + size);
    nearest.fill(Infinity);
    box.clear();
    for (let lane = 0; lane < size; lane++) box.add(first + lane);
    while (starts[leaf + 1]! <= first) leaf++;
    search(leaf);
    for (let node = leaves + leaf; node > 1; node >>= 1) descend(node ^ 1);
    distances.set(nearest.subarray(last, last + size), first);
  }
  return distances;
}
