import { sampleKernels } from './sampleKernels.ts';

/** Rows of values, each of a cluster. */
export interface ClusteredRows {
  /** The values, row after row: `n × d`. */
  readonly data: Float64Array | Float32Array;
  readonly n: number;
  readonly d: number;
  /** The cluster of each row, from 0 up. */
  readonly cluster: Int32Array;
}

/** How far rows are from the origins of their clusters. */
export interface Differences {
  /** The sum of the differences, row minus origin, of each cluster: `K × d`. */
  readonly sums: Float64Array;
  /** The squared length of the difference of each row. */
  readonly squares: Float64Array;
}

/** With fewer values, handing them to WebAssembly takes longer than the work. */
const FEW_VALUES = 8192;

/** So many values at once are handed to WebAssembly: they stay in the processor's cache. */
const CHUNK = 32_768;

/** The most values of origins that WebAssembly is handed. */
const MANY_ORIGINS = 65_536;

/** The differences of rows from the origins of their clusters, `K × d`. */
export function differencesFrom(origins: Float64Array, rows: ClusteredRows): Differences {
  const { data, d } = rows;
  const isWorthIt = data.length >= FEW_VALUES && origins.length <= MANY_ORIGINS && d <= CHUNK;
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

/** The same without WebAssembly. */
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
