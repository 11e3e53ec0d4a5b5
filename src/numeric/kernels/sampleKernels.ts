import { SAMPLE_KERNELS_WASM } from './sampleKernelsWasm.ts';

/** The loops of sampleKernels.wat: its parameters are addresses in its memory. */
interface SampleLoops {
  /**
   * For rows of `width` bytes: adds the difference of each from the origin of its cluster to the sums
   * of that cluster, and stores its squared length.
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
   * Adds the distances of rows from those of a block to the sums of both; a block of less than
   * {@link BLOCK} rows has places that are masked.
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

/** Loops over samples in WebAssembly, and room for what they work on. */
export interface SampleKernels {
  readonly loops: SampleLoops;
  /** Arrays one after the other in the memory of the loops; they hold whatever was there before. */
  floats(length: number): Float64Array;
  ints(length: number): Int32Array;
}

/** How many rows a block of `addDistances` has. */
export const BLOCK = 8;

const PAGE = 65_536;

/** A memory of at most this size is kept for the next call. */
const KEPT_BYTES: number = 64 * PAGE;

let module: WebAssembly.Module | null | undefined;
let kept: { readonly memory: WebAssembly.Memory; readonly loops: SampleLoops } | undefined;

/**
 * The loops over samples with so many bytes of memory, to be used up before they are asked for again.
 * Undefined where WebAssembly, its vectors, or so much memory is not to be had: then loops in
 * JavaScript do the same.
 */
export function sampleKernels(bytes: number): SampleKernels | undefined {
  const made = kept !== undefined && bytes <= kept.memory.buffer.byteLength ? kept : make(bytes);
  if (made === undefined) return undefined;
  const { memory, loops } = made;
  if (memory.buffer.byteLength <= KEPT_BYTES) kept = made;
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

function make(bytes: number): typeof kept {
  try {
    if (module === undefined) module = compile();
    if (module === null) return undefined;
    const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
    const { exports } = new WebAssembly.Instance(module, { host: { memory } });
    return { memory, loops: exports as unknown as SampleLoops };
  } catch {
    // More memory than there is.
    return undefined;
  }
}

function compile(): WebAssembly.Module | null {
  try {
    // Some browsers compile no more than four kilobytes at once; this is a third of that.
    const bytes = Uint8Array.from(atob(SAMPLE_KERNELS_WASM), (char) => char.charCodeAt(0));
    return new WebAssembly.Module(bytes);
  } catch {
    // No WebAssembly here, none with vectors, or a page that forbids it.
    return null;
  }
}
