import { sumsByKernel, sumsByLoop, type DistanceSums } from '../../../numeric/kernels/distanceSums.ts';
import { BLOCK, type KernelDistance } from '../../../numeric/kernels/sampleKernels.ts';
import type { ClusteredSamples } from '../../../state/samples/clusteredSamples.ts';
import { distanceByName, type Distance } from '../../../numeric/neighbors/distance.ts';

/** Mean distances of each sample from its own cluster and from the nearest other cluster. */
export interface MeanDistances {
  /** Mean distance to the other samples of its cluster; NaN for a cluster of one. */
  readonly own: Float64Array;
  /** Smallest mean distance to the samples of another cluster. */
  readonly nearest: Float64Array;
}

/** Sums of distances, and smallest mean distances, of samples sorted by cluster. */
export interface SilhouetteSums {
  /** Sum of the distances to the samples of its cluster. */
  readonly own: Float64Array;
  /** Smallest mean distance to the samples of another cluster. */
  readonly nearest: Float64Array;
}

/** Distances that have to be computed for every pair of samples. */
type PairDistance = KernelDistance | 'precomputed' | Distance;

/** Computes mean distances of samples from clusters, for any distance, in O(N² d) time. */
export function meanDistancesByPairs(clustered: ClusteredSamples, metric: PairDistance): MeanDistances {
  const { starts, place } = sortByCluster(clustered);
  return inGivenOrder(clustered, place, sumPairs(starts, distanceSums(clustered, place, metric)));
}

/** Returns the place of each sample in an order by cluster, and the start of each cluster in it, followed by n. */
export function sortByCluster({ cluster, sizes }: ClusteredSamples): { starts: Int32Array; place: Int32Array } {
  const starts = new Int32Array(sizes.length + 1);
  sizes.forEach((size, k) => (starts[k + 1] = starts[k]! + size));
  const next = starts.slice();
  return { starts, place: cluster.map((k) => next[k]!++) };
}

/** Returns mean distances in the order of the samples. */
export function inGivenOrder(
  { cluster, sizes }: ClusteredSamples,
  place: Int32Array,
  { own, nearest }: SilhouetteSums,
): MeanDistances {
  return {
    own: Float64Array.from(place, (at, i) => own[at]! / (sizes[cluster[i]!]! - 1)),
    nearest: Float64Array.from(place, (at) => nearest[at]!),
  };
}

/** Returns the distance sums of samples in the given order. */
function distanceSums(clustered: ClusteredSamples, place: Int32Array, metric: PairDistance): DistanceSums {
  const { data, n, d } = clustered;
  if (metric === 'precomputed' || typeof metric === 'function') {
    const order = new Int32Array(n);
    place.forEach((at, i) => (order[at] = i));
    if (metric === 'precomputed') return sumsByLoop(n, (i, j) => data[order[i]! * d + order[j]!]!);
    return sumsByLoop(n, (i, j) => (i === j ? 0 : metric(data, order[i]! * d, data, order[j]! * d, d)));
  }
  return namedDistanceSums(metric, sortedRows(clustered, place), n);
}

/** Returns the samples in the given order. */
export function sortedRows({ data, n, d }: ClusteredSamples, place: Int32Array): Float64Array {
  const rows = new Float64Array(n * d);
  for (let i = 0, from = 0; i < n; i++) {
    for (let j = 0; j < d; j++) rows[place[i]! * d + j] = data[from++]!;
  }
  return rows;
}

/** Returns the distance sums of n rows, computed by WebAssembly if it is available. */
export function namedDistanceSums(metric: KernelDistance, rows: Float64Array, n: number): DistanceSums {
  const d = rows.length / n;
  const quick = sumsByKernel(metric, rows, n, d);
  if (quick !== undefined) return quick;
  const distance = distanceByName(metric);
  return sumsByLoop(n, (i, j) => distance(rows, i * d, rows, j * d, d));
}

/**
 * Sums the distances between samples of the same run, and finds the smallest mean distance of each sample to another
 * run.
 *
 * @param isChosen - returns whether to include a pair of runs, with `other` ≤ `k`. Default: all.
 */
export function sumPairs(
  starts: Int32Array,
  sums: DistanceSums,
  isChosen: (k: number, other: number) => boolean = () => true,
): SilhouetteSums {
  const { own, across, block } = sums;
  const nearest = new Float64Array(own.length).fill(Infinity);
  for (let k = 0; k + 1 < starts.length; k++) {
    const [start, end] = [starts[k]!, starts[k + 1]!];
    across.fill(0);
    for (let first = start; first < end; first += BLOCK) {
      const last = Math.min(first + BLOCK, end);
      sums.choose(first, last);
      for (let other = 0; other < k; other++) {
        if (!isChosen(k, other)) continue;
        const [from, to] = [starts[other]!, starts[other + 1]!];
        block.fill(0);
        sums.add(from, to, across);
        for (let i = first; i < last; i++) {
          nearest[i] = Math.min(nearest[i]!, block[i - first]! / (to - from));
        }
      }
      if (!isChosen(k, k)) continue;
      block.fill(0);
      sums.add(start, first, own);
      // Pairs within the block are measured in both directions, so their sums in `across` are not needed.
      sums.add(first, last, across);
      for (let i = first; i < last; i++) own[i]! += block[i - first]!;
    }
    for (let other = 0; other < k; other++) {
      if (!isChosen(k, other)) continue;
      for (let j = starts[other]!; j < starts[other + 1]!; j++) {
        nearest[j] = Math.min(nearest[j]!, across[j]! / (end - start));
      }
    }
  }
  return { own, nearest };
}
