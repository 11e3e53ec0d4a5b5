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
}

/** WebAssembly loops over samples, and an allocator for their memory. */
interface SampleKernels {
  readonly loops: SampleLoops;
  /** Allocates an uninitialized array in the memory of the loops. */
  floats(length: number): Float64Array;
  /** Allocates an uninitialized array in the memory of the loops. */
  ints(length: number): Int32Array;
}

/** Number of rows in a block of `addDistances`. */
export const BLOCK = 8;

const PAGE = 65_536;

/** Maximum size of a memory that is cached for the next call. */
const MAX_CACHED_BYTES: number = 64 * PAGE;

let module: WebAssembly.Module | null | undefined;
let cached: { readonly memory: WebAssembly.Memory; readonly loops: SampleLoops } | undefined;

/**
 * Returns the loops over samples with at least `bytes` of memory. The memory is reused by the next call. Returns
 * undefined if WebAssembly, its SIMD instructions or that much memory is unavailable; callers then use JavaScript.
 */
export function sampleKernels(bytes: number): SampleKernels | undefined {
  const instance = cached !== undefined && bytes <= cached.memory.buffer.byteLength ? cached : make(bytes);
  if (instance === undefined) return undefined;
  const { memory, loops } = instance;
  if (memory.buffer.byteLength <= MAX_CACHED_BYTES) cached = instance;
  let end = 0;
  const take = (size: number): number => {
    const start = end;
    end += 8 * Math.ceil(size / 8);
    return start;
  };
  return {
    loops,
    floats: (length) => new Float64Array(memory.buffer, take(8 * length), length),
    ints: (length) => new Int32Array(memory.buffer, take(4 * length), length),
  };
}

function make(bytes: number): typeof cached {
  try {
    if (module === undefined) module = compile();
    if (module === null) return undefined;
    const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
    const { exports } = new WebAssembly.Instance(module, { host: { memory } });
    return { memory, loops: exports as unknown as SampleLoops };
  } catch {
    // Not enough memory.
    return undefined;
  }
}

function compile(): WebAssembly.Module | null {
  try {
    // Chromium compiles at most 4 kB synchronously on the main thread; this module is a third of that.
    const bytes = Uint8Array.from(atob(SAMPLE_KERNELS_WASM), (char) => char.charCodeAt(0));
    return new WebAssembly.Module(bytes);
  } catch {
    // WebAssembly or its SIMD is unsupported, or forbidden by the content security policy.
    return null;
  }
}
