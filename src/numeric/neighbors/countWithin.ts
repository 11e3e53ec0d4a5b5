import { pointBlock } from '../kernels/pointBlock.ts';
import { countByBlock } from './countByBlock.ts';
import type { Counts } from './counts.ts';
import { KdTree } from './kdTree.ts';
import type { Points } from './points.ts';
import { SortedValues } from './sortedValues.ts';

/** Minimum number of columns for blocks of points; with fewer, boxes exclude more for single points. */
const MIN_BLOCK_COLUMNS = 3;

/**
 * Counts, for each point, the points within its radius and those exactly at it, by the Chebyshev distance.
 *
 * One-dimensional points use a binary search, others a k-d tree in which boxes that lie entirely inside the radius
 * are counted without a visit to their points.
 */
export function countWithin(points: Points, radii: Float64Array): Counts {
  return points.d === 1 ? countByOrder(points.data, radii) : countByTree(points, radii);
}

function countByOrder(values: Float64Array, radii: Float64Array): Counts {
  const sorted = new SortedValues(values);
  const within = new Int32Array(values.length);
  const tied = new Int32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    within[i] = sorted.countWithin(values[i]!, radii[i]!);
    tied[i] = sorted.tied;
  }
  return { within, tied };
}

function countByTree(points: Points, radii: Float64Array): Counts {
  const tree = KdTree.of(points);
  const isWorthIt = points.d >= MIN_BLOCK_COLUMNS;
  const block = isWorthIt ? pointBlock({ ...points, data: tree.data, norm: 'chebyshev', ranks: 1 }) : undefined;
  return block === undefined ? countByPoint(tree, points, radii) : countByBlock(tree, block, radii);
}

/** Computes {@link countWithin} of one point after the other. */
function countByPoint(tree: KdTree, points: Points, radii: Float64Array): Counts {
  const within = new Int32Array(points.n);
  const tied = new Int32Array(points.n);
  for (let i = 0; i < points.n; i++) {
    within[i] = tree.countWithin(points.data, i, radii[i]!);
    tied[i] = radii[i] === 0 ? within[i]! : tree.tied;
  }
  return { within, tied };
}
