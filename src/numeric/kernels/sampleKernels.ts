import { wasmKernels, type Kernels } from './wasmKernels.ts';
import { SAMPLE_KERNELS_WASM } from './sampleKernelsWasm.ts';

/** Functions of sampleKernels.wat. Parameters are addresses in its memory, except counts and widths. */
interface SampleLoops {
  /**
   * For each row of `width` bytes, adds its difference from the origin of its cluster to the sums of that cluster,
   * and stores the squared length of the difference.
   */
  addDifferences(
    count: number,
    width: number,
    row: number,
    cluster: number,
    origins: number,
    sums: number,
    squares: number,
  ): void;
  /**
   * Adds the distances between rows and the rows of a block to the sums of both. If a block has fewer than
   * {@link BLOCK} rows, the unused places are masked.
   */
  addDistances(
    metric: number,
    count: number,
    width: number,
    row: number,
    sums: number,
    block: number,
    masks: number,
    blockSums: number,
  ): void;
  /**
   * Counts the rows within the radius of each row of a block, and those exactly at it, by the Chebyshev distance. Adds
   * to counts of 64 bits.
   */
  countWithin(
    count: number,
    width: number,
    row: number,
    block: number,
    radii: number,
    within: number,
    tied: number,
  ): void;
  /**
   * Updates the distances of the nearest rows to each row of a block: `nearest` has {@link BLOCK} distances of each
   * rank, in ascending order, and `last` is the address of the last rank.
   */
  findNearest(
    metric: number,
    count: number,
    width: number,
    row: number,
    block: number,
    nearest: number,
    last: number,
  ): void;
}

/** Distances of sampleKernels.wat, in the order of its function table. */
export const KERNEL_DISTANCES = ['euclidean', 'manhattan', 'chebyshev'] as const;

/** Name of a distance implemented in WebAssembly. */
export type KernelDistance = (typeof KERNEL_DISTANCES)[number];

/** Minimum number of rows for WebAssembly; with fewer, copying them takes longer than the computation. */
export const MIN_ROWS = 128;

/** Number of rows in a block. */
export const BLOCK = 8;

/**
 * Returns the loops over samples with at least `bytes` of memory. The memory is reused by the next call. Returns
 * undefined if WebAssembly, its SIMD instructions or that much memory is unavailable; callers then use JavaScript.
 */
export const sampleKernels: (bytes: number) => Kernels<SampleLoops> | undefined =
  /* @__PURE__ */ wasmKernels<SampleLoops>(SAMPLE_KERNELS_WASM);

/** Loads rows [first, last) of d values into a block, which has {@link BLOCK} values of each column. */
export function loadLanes(lanes: Float64Array, rows: Float64Array, d: number, first: number, last: number): void {
  for (let i = first; i < last; i++) {
    for (let j = 0; j < d; j++) lanes[j * BLOCK + i - first] = rows[i * d + j]!;
  }
}
