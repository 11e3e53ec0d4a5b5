import { KdTree } from './kdTree.ts';
import type { Points } from './points.ts';
import { SortedValues } from './sortedValues.ts';

/**
 * For each point how many points, itself among them, are at most its radius away by the greatest
 * difference of their coordinates.
 *
 * By binary search where there is one coordinate, and else by a tree: boxes wholly inside count at once.
 */
export function countWithin(points: Points, radii: Float64Array): Int32Array {
  return points.d === 1
    ? countByOrder(points.data, radii)
    : countByTree(KdTree.of(points), points, radii);
}

/**
 * Radii that hold the points strictly inside of those given: the next smaller numbers. A radius of 0 stays,
 * so that where points coincide they count.
 */
export function justBelow(radii: Float64Array): Float64Array {
  // The product rounds to the number before; for denormal ones the difference is that number.
  return radii.map((radius) =>
    Math.max(0, Math.min(radius * (1 - 2 ** -53), radius - Number.MIN_VALUE)),
  );
}

function countByOrder(values: Float64Array, radii: Float64Array): Int32Array {
  const sorted = new SortedValues(values);
  const counts = new Int32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    counts[i] = sorted.countWithin(values[i]!, radii[i]!);
  }
  return counts;
}

function countByTree(tree: KdTree, { data, n }: Points, radii: Float64Array): Int32Array {
  const counts = new Int32Array(n);
  for (let i = 0; i < n; i++) counts[i] = tree.countWithin(data, i, radii[i]!);
  return counts;
}
