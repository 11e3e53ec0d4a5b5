import { sampleKernels } from './sampleKernels.ts';

/** Rows of values, each assigned to a cluster. */
interface ClusteredRows {
  /** Values in row-major order, `n × d`. */
  readonly data: Float64Array | Float32Array;
  readonly n: number;
  readonly d: number;
  /** Zero-based cluster of each row. */
  readonly cluster: Int32Array;
}

/** Differences between rows and the origins of their clusters, in aggregate. */
interface Differences {
  /** Sum of the differences, row minus origin, per cluster: `K × d`. */
  readonly sums: Float64Array;
  /** Squared length of the difference of each row. */
  readonly squares: Float64Array;
}

/** Minimum number of values for WebAssembly; with fewer, copying them takes longer than the computation. */
const MIN_VALUES = 8192;

/** Number of values copied to WebAssembly at a time; they fit in the processor's cache. */
const CHUNK = 32_768;

/** Maximum number of origin values for WebAssembly. */
const MAX_ORIGIN_VALUES = 65_536;

/** Returns the differences between rows and the origins of their clusters; `origins` is `K × d`. */
export function differencesFrom(origins: Float64Array, rows: ClusteredRows): Differences {
  const { data, d } = rows;
  const isWorthIt = data.length >= MIN_VALUES && origins.length <= MAX_ORIGIN_VALUES && d <= CHUNK;
  return (isWorthIt ? byKernel(origins, rows) : undefined) ?? differencesByLoop(origins, rows);
}

function byKernel(origins: Float64Array, rows: ClusteredRows): Differences | undefined {
  const { data, n, d, cluster } = rows;
  const atOnce = Math.floor(CHUNK / d);
  const kernels = sampleKernels(8 * (atOnce * (d + 2) + 2 * origins.length));
  if (kernels === undefined) return undefined;
  const chunk = kernels.floats(atOnce * d);
  const clusters = kernels.ints(atOnce);
  const lengths = kernels.floats(atOnce);
  const from = kernels.floats(origins.length);
  const sums = kernels.floats(origins.length);
  from.set(origins);
  sums.fill(0);
  const squares = new Float64Array(n);
  for (let first = 0; first < n; first += atOnce) {
    const last = Math.min(first + atOnce, n);
    chunk.set(data.subarray(first * d, last * d));
    clusters.set(cluster.subarray(first, last));
    kernels.loops.addDifferences(
      last - first,
      8 * d,
      chunk.byteOffset,
      clusters.byteOffset,
      from.byteOffset,
      sums.byteOffset,
      lengths.byteOffset,
    );
    squares.set(lengths.subarray(0, last - first), first);
  }
  return { sums: sums.slice(), squares };
}

/** Computes {@link differencesFrom} without WebAssembly. */
export function differencesByLoop(origins: Float64Array, { data, n, d, cluster }: ClusteredRows): Differences {
  const sums = new Float64Array(origins.length);
  const squares = new Float64Array(n);
  for (let i = 0, at = 0; i < n; i++) {
    let square = 0;
    const end = (cluster[i]! + 1) * d;
    for (let place = cluster[i]! * d; place < end; place++, at++) {
      const difference = data[at]! - origins[place]!;
      sums[place]! += difference;
      square += difference * difference;
    }
    squares[i] = square;
  }
  return { sums, squares };
}
