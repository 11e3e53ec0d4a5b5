import { centroidsOf, type ClusteredSamples } from '../../state/clusteredSamples.ts';
import { chebyshev, distanceBetween, manhattan, squared, type Distance } from './distances.ts';
import type { SilhouetteDistance } from './silhouetteOptions.ts';

/** Samples in the order of their clusters, which so are runs of them. */
interface Runs {
  readonly data: Float64Array | Float32Array;
  readonly d: number;
  /** Where the run of each cluster begins; and, at last, where all end. */
  readonly starts: Int32Array;
  /** Which sample stands at each place. */
  readonly order: Int32Array;
}

/** What is gathered for each sample, in the order of runs. */
interface MeanDistances {
  /** Sum of distances to its own cluster. */
  readonly own: Float64Array;
  /** The least mean distance to another cluster. */
  readonly nearest: Float64Array;
}

/**
 * The silhouette of each sample, for two clusters or more: (b − a) / max(a, b), with a its mean distance to
 * the others of its cluster and b the least mean distance to another cluster; 0 for a cluster of one, and
 * for 0/0. Takes memory of the order of N.
 */
export function silhouettes(clustered: ClusteredSamples, metric: SilhouetteDistance): Float64Array {
  const runs = toRuns(clustered, metric);
  const { own, nearest } =
    metric === 'sqeuclidean' ? byMoments(clustered, runs) : byPairs(runs, distanceOf(metric));
  const values = new Float64Array(clustered.n);
  for (let k = 0; k < clustered.sizes.length; k++) {
    const size = clustered.sizes[k]!;
    if (size === 1) continue;
    for (let at = runs.starts[k]!; at < runs.starts[k + 1]!; at++) {
      const a = own[at]! / (size - 1);
      const b = nearest[at]!;
      const larger = Math.max(a, b);
      values[runs.order[at]!] = larger === 0 ? 0 : (b - a) / larger;
    }
  }
  return values;
}

function toRuns({ data, n, d, cluster, sizes }: ClusteredSamples, metric: string): Runs {
  const starts = new Int32Array(sizes.length + 1);
  sizes.forEach((size, k) => (starts[k + 1] = starts[k]! + size));
  const next = starts.slice();
  const order = new Int32Array(n);
  for (let i = 0; i < n; i++) order[next[cluster[i]!]!++] = i;
  // Distances that are given are looked up by the samples' own numbers.
  if (metric === 'precomputed') {
    return { data, d, starts, order };
  }
  const sorted = new Float64Array(n * d);
  for (let at = 0; at < n; at++) {
    const from = order[at]! * d;
    for (let j = 0; j < d; j++) sorted[at * d + j] = data[from + j]!;
  }
  return { data: metric === 'cosine' ? normalized(sorted, d) : sorted, d, starts, order };
}

/** Rows divided by their length; rows of zeros stay. */
function normalized(data: Float64Array, d: number): Float64Array {
  for (let at = 0; at < data.length; at += d) {
    const length = Math.hypot(...data.subarray(at, at + d));
    if (length === 0) continue;
    for (let j = 0; j < d; j++) data[at + j]! /= length;
  }
  return data;
}

/** 1 − cos of two rows of length 1, from the distance of their ends, which loses no digits near 0. */
const cosine: Distance = (a, i, b, j, d) => {
  const isZero = isZeroRow(a, i, d) || isZeroRow(b, j, d);
  return isZero ? 1 : squared(a, i, b, j, d) / 2;
};

function isZeroRow(a: Float64Array | Float32Array, i: number, d: number): boolean {
  for (let c = 0; c < d; c++) if (a[i + c] !== 0) return false;
  return true;
}

function distanceOf(metric: SilhouetteDistance): Distance | undefined {
  if (metric === 'precomputed') return undefined;
  if (metric === 'manhattan') return manhattan;
  if (metric === 'chebyshev') return chebyshev;
  if (metric === 'cosine') return cosine;
  return distanceBetween(2);
}

/** Each pair of samples once, cluster by cluster. */
function byPairs({ data, d, starts, order }: Runs, distance: Distance | undefined): MeanDistances {
  const n = order.length;
  const own = new Float64Array(n);
  const nearest = new Float64Array(n).fill(Infinity);
  const sums = new Float64Array(n);
  const far =
    distance === undefined
      ? (i: number, j: number): number => data[order[i]! * d + order[j]!]!
      : (i: number, j: number): number => distance(data, i * d, data, j * d, d);
  for (let k = 0; k + 1 < starts.length; k++) {
    const [first, last] = [starts[k]!, starts[k + 1]!];
    for (let i = first; i < last; i++) {
      for (let j = first; j < i; j++) {
        const value = far(i, j);
        own[i]! += value;
        own[j]! += value;
      }
    }
    for (let other = 0; other < k; other++) {
      const [from, to] = [starts[other]!, starts[other + 1]!];
      sums.fill(0, from, to);
      for (let i = first; i < last; i++) {
        let sum = 0;
        for (let j = from; j < to; j++) {
          const value = far(i, j);
          sum += value;
          sums[j]! += value;
        }
        nearest[i] = Math.min(nearest[i]!, sum / (to - from));
      }
      for (let j = from; j < to; j++) nearest[j] = Math.min(nearest[j]!, sums[j]! / (last - first));
    }
  }
  return { own, nearest };
}

/** Squared distances add up by moments: Σ |x − y|² over a cluster is its size times |x − m|², plus W. */
function byMoments(clustered: ClusteredSamples, { data, d, starts, order }: Runs): MeanDistances {
  const n = order.length;
  const own = new Float64Array(n);
  const nearest = new Float64Array(n).fill(Infinity);
  const centroids = centroidsOf(clustered);
  for (let k = 0; k + 1 < starts.length; k++) {
    const size = starts[k + 1]! - starts[k]!;
    let within = 0;
    for (let at = starts[k]!; at < starts[k + 1]!; at++) {
      within += squared(data, at * d, centroids, k * d, d);
    }
    for (let at = 0; at < n; at++) {
      const apart = squared(data, at * d, centroids, k * d, d);
      const isOwn = at >= starts[k]! && at < starts[k + 1]!;
      if (isOwn) own[at] = size * apart + within;
      else nearest[at] = Math.min(nearest[at]!, apart + within / size);
    }
  }
  return { own, nearest };
}
