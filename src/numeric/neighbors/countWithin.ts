import { KdTree } from './kdTree.ts';
import type { Points } from './points.ts';
import { SortedValues } from './sortedValues.ts';

/** Numbers of points around each point. */
export interface Counts {
  /** Points at most the radius away, the point itself among them. */
  readonly within: Int32Array;
  /** Those exactly the radius away. The point itself too, where the radius is 0. */
  readonly tied: Int32Array;
}

/**
 * Counts for each point the points at most its radius away, and at that distance exactly, by the greatest
 * difference of their coordinates.
 *
 * By binary search where there is one coordinate, and else by a tree: boxes wholly inside count at once.
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
  const within = new Int32Array(points.n);
  const tied = new Int32Array(points.n);
  for (let i = 0; i < points.n; i++) {
    within[i] = tree.countWithin(points.data, i, radii[i]!);
    tied[i] = radii[i] === 0 ? within[i]! : tree.tied;
  }
  return { within, tied };
}
