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
  const { data, n, d } = points;
  const counts = { within: new Int32Array(n), tied: new Int32Array(n) };
  const counter = d === 1 ? new SortedValues(data) : KdTree.of(points);
  for (let i = 0; i < n; i++) {
    counts.within[i] =
      counter instanceof KdTree
        ? counter.countWithin(data, i, radii[i]!)
        : counter.countWithin(data[i]!, radii[i]!);
    counts.tied[i] = radii[i] === 0 ? counts.within[i]! : counter.tied;
  }
  return counts;
}
