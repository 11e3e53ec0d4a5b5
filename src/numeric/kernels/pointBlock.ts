import { BLOCK, KERNEL_DISTANCES, loadLanes, MIN_ROWS, sampleKernels } from './sampleKernels.ts';

/** Points in row-major order, and what to compute of them. */
interface BlockSettings {
  readonly data: Float64Array;
  readonly n: number;
  readonly d: number;
  /** Distance of {@link PointBlock.search}. */
  readonly norm: 'chebyshev' | 'euclidean';
  /** Number of nearest distances. */
  readonly ranks: number;
}

/** Compares a block of at most {@link BLOCK} points with ranges of points. */
export interface PointBlock {
  /** Radius of each point of the block, for {@link count}. */
  readonly radii: Float64Array;
  /** Number of points within each radius; every second element. */
  readonly within: Int32Array;
  /** Number of points exactly at each radius; every second element. */
  readonly tied: Int32Array;
  /** Distances of the nearest points, ascending: {@link BLOCK} nearest ones, {@link BLOCK} second nearest and so on. */
  readonly nearest: Float64Array;
  /** Loads points [first, last) into the block. */
  choose(first: number, last: number): void;
  /** Counts points [from, to), by the Chebyshev distance. */
  count(from: number, to: number): void;
  /** Updates `nearest` with the distances of points [from, to). */
  search(from: number, to: number): void;
}

/**
 * Creates a block in WebAssembly, or returns undefined if WebAssembly is unavailable or not worthwhile. The memory is
 * valid until the next use of a kernel.
 */
export function pointBlock({ data, n, d, norm, ranks }: BlockSettings): PointBlock | undefined {
  if (n < MIN_ROWS) return undefined;
  const kernels = sampleKernels(8 * (data.length + (d + ranks + 3) * BLOCK));
  if (kernels === undefined) return undefined;
  const { loops } = kernels;
  const points = kernels.floats(data.length);
  const lanes = kernels.floats(d * BLOCK);
  const radii = kernels.floats(BLOCK);
  const within = kernels.ints(2 * BLOCK);
  const tied = kernels.ints(2 * BLOCK);
  const nearest = kernels.floats(ranks * BLOCK);
  const lastRank = nearest.byteOffset + 8 * BLOCK * (ranks - 1);
  const metric = KERNEL_DISTANCES.indexOf(norm);
  const width = 8 * d;
  const [row, block] = [points.byteOffset, lanes.byteOffset];
  points.set(data);
  return {
    radii,
    within,
    tied,
    nearest,
    choose(first, last) {
      loadLanes(lanes, points, d, first, last);
    },
    count(from, to) {
      const [radius, inside, at] = [radii.byteOffset, within.byteOffset, tied.byteOffset];
      loops.countWithin(to - from, width, row + width * from, block, radius, inside, at);
    },
    search(from, to) {
      loops.findNearest(metric, to - from, width, row + width * from, block, nearest.byteOffset, lastRank);
    },
  };
}
