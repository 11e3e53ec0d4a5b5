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

/** Number of rows in a block. */
export const BLOCK = 8;

/**
 * Returns the loops over samples with at least `bytes` of memory. The memory is reused by the next call. Returns
 * undefined if WebAssembly, its SIMD instructions or that much memory is unavailable; callers then use JavaScript.
 */
export const sampleKernels: (bytes: number) => Kernels<SampleLoops> | undefined =
  /* @__PURE__ */ wasmKernels<SampleLoops>(SAMPLE_KERNELS_WASM);
