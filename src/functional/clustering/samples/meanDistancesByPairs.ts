import { sumsByKernel, sumsByLoop, type DistanceSums } from '../../../numeric/kernels/distanceSums.ts';
import { BLOCK } from '../../../numeric/kernels/sampleKernels.ts';
import type { ClusteredSamples } from '../../../state/samples/clusteredSamples.ts';
import { distanceByName, type Distance } from '../../../numeric/neighbors/distance.ts';

/** Mean distances of each sample from its own cluster and from the nearest other cluster. */
export interface MeanDistances {
  /** Mean distance to the other samples of its cluster; NaN for a cluster of one. */
  readonly own: Float64Array;
  /** Smallest mean distance to the samples of another cluster. */
  readonly nearest: Float64Array;
}

/** Distances that have to be computed for every pair of samples. */
type PairDistance = 'euclidean' | 'manhattan' | 'chebyshev' | 'precomputed' | Distance;

/** Computes mean distances of samples from clusters, for any distance, in O(N² d) time. */
export function meanDistancesByPairs(clustered: ClusteredSamples, metric: PairDistance): MeanDistances {
  const { n, cluster, sizes } = clustered;
  // Samples are sorted by cluster, so that each cluster is a contiguous run.
  const starts = new Int32Array(sizes.length + 1);
  sizes.forEach((size, k) => (starts[k + 1] = starts[k]! + size));
  const next = starts.slice();
  const place = cluster.map((k) => next[k]!++);
  const sums = distanceSums(clustered, place, metric);
  const nearest = sumPairs(starts, sums);
  const own = new Float64Array(n);
  for (let i = 0; i < n; i++) own[i] = sums.own[place[i]!]! / (sizes[cluster[i]!]! - 1);
  return { own, nearest: Float64Array.from(place, (at) => nearest[at]!) };
}

/** Returns the distance sums of samples in the given order, computed by WebAssembly if it supports the metric. */
function distanceSums({ data, n, d }: ClusteredSamples, place: Int32Array, metric: PairDistance): DistanceSums {
  if (metric === 'precomputed' || typeof metric === 'function') {
    const order = new Int32Array(n);
    place.forEach((at, i) => (order[at] = i));
    if (metric === 'precomputed') return sumsByLoop(n, (i, j) => data[order[i]! * d + order[j]!]!);
    return sumsByLoop(n, (i, j) => (i === j ? 0 : metric(data, order[i]! * d, data, order[j]! * d, d)));
  }
  const rows = new Float64Array(n * d);
  for (let i = 0, from = 0; i < n; i++) {
    for (let j = 0; j < d; j++) rows[place[i]! * d + j] = data[from++]!;
  }
  const quick = sumsByKernel(metric, rows, n, d);
  if (quick !== undefined) return quick;
  const distance = distanceByName(metric);
  return sumsByLoop(n, (i, j) => distance(rows, i * d, rows, j * d, d));
}

/**
 * Adds the distances between samples of the same run to `own`.
 *
 * @returns the smallest mean distance of each sample to another run.
 */
function sumPairs(starts: Int32Array, sums: DistanceSums): Float64Array {
  const { own, across, block } = sums;
  const nearest = new Float64Array(own.length).fill(Infinity);
  for (let k = 0; k + 1 < starts.length; k++) {
    const [start, end] = [starts[k]!, starts[k + 1]!];
    across.fill(0);
    for (let first = start; first < end; first += BLOCK) {
      const last = Math.min(first + BLOCK, end);
      sums.choose(first, last);
      for (let other = 0; other < k; other++) {
        const [from, to] = [starts[other]!, starts[other + 1]!];
        block.fill(0);
        sums.add(from, to, across);
        for (let i = first; i < last; i++) {
          nearest[i] = Math.min(nearest[i]!, block[i - first]! / (to - from));
        }
      }
      block.fill(0);
      sums.add(start, first, own);
      // Pairs within the block are measured in both directions, so their sums in `across` are not needed.
      sums.add(first, last, across);
      for (let i = first; i < last; i++) own[i]! += block[i - first]!;
    }
    for (let j = 0; j < start; j++) nearest[j] = Math.min(nearest[j]!, across[j]! / (end - start));
  }
  return nearest;
}
