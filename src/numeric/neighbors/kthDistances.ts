import { scaleBy, scalingExponent } from '../kernels/scalingExponent.ts';
import { pointBlock } from '../kernels/pointBlock.ts';
import { kthByBlock } from './kthByBlock.ts';
import { KdTree } from './kdTree.ts';
import { leafDistances } from './leafDistances.ts';
import { NeighborSearch, type Norm } from './neighborSearch.ts';
import type { Points } from './points.ts';
import { SortedValues } from './sortedValues.ts';

/** Points, reordered so that neighbors are close in memory, and the distance of each to its k-th neighbor. */
export interface SpacedPoints {
  readonly points: Points;
  readonly distances: Float64Array;
  /** Index of each point in the input. Points of a single column are sorted without it. */
  readonly order?: Int32Array | undefined;
}

/** Computes, for each point, the distance to its k-th nearest neighbor among the others. */
export function kthDistances(points: Points, k: number, norm: Norm): SpacedPoints {
  if (points.d === 1) {
    const data = points.data.slice().sort();
    const sorted = new SortedValues(data);
    return {
      points: { ...points, data },
      distances: data.map((value) => sorted.kthDistance(value, k + 1)),
    };
  }
  // Squares of extreme values would overflow or underflow; the Chebyshev distance needs no squares.
  const exponent = norm === 'chebyshev' ? 0 : scalingExponent(points.data);
  const tree = KdTree.of({ ...points, data: scaleBy(points.data, exponent) });
  const block = pointBlock({ ...points, data: tree.data, norm, ranks: k + 1 });
  const scaled = block === undefined ? leafDistances(tree, k, norm) : kthByBlock(tree, block, norm);
  const distances = scaleBy(scaled, -exponent);
  if (exponent === 0) return { points: tree, distances, order: tree.order };
  return { points: { ...points, data: scaleBy(tree.data, -exponent) }, distances, order: tree.order };
}

/** Computes, for each query, the distance to the k-th nearest of the points. */
export function kthDistancesTo(points: Points, queries: Points, k: number, norm: Norm): Float64Array {
  if (points.d === 1) {
    const sorted = new SortedValues(points.data);
    return queries.data.map((value) => sorted.kthDistance(value, k));
  }
  const exponent = norm === 'chebyshev' ? 0 : Math.min(scalingExponent(points.data), scalingExponent(queries.data));
  const search = new NeighborSearch(KdTree.of({ ...points, data: scaleBy(points.data, exponent) }), k, norm);
  const data = scaleBy(queries.data, exponent);
  const distances = Float64Array.from({ length: queries.n }, (_, i) => {
    search.near(data, i);
    return search.distances[k - 1]!;
  });
  return scaleBy(distances, -exponent);
}

/** Visits each point of a tree with its k nearest neighbors among the others. */
export function eachNeighborhood(
  tree: KdTree,
  k: number,
  norm: Norm,
  visit: (place: number, search: NeighborSearch) => void,
): void {
  const search = new NeighborSearch(tree, k, norm);
  for (let leaf = 0; leaf < tree.leaves; leaf++) {
    for (let place = tree.starts[leaf]!; place < tree.starts[leaf + 1]!; place++) {
      search.around(place, tree.leaves + leaf);
      visit(place, search);
    }
  }
}
