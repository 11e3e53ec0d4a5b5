import { LABEL_KERNELS_WASM } from './labelKernelsWasm.ts';
import { wasmModule } from './wasmModule.ts';

/** Functions of labelKernels.wat. */
interface LabelLoops {
  /**
   * Counts the pairs of `first` and `second` in the matrix `counts`, whose first row and column have the codes `top`
   * and `left`. `count` is a multiple of 4 and not 0, `rows` and `columns` are powers of 2.
   *
   * @returns the number of pairs counted: those before the first four of which a pair is outside the matrix.
   */
  countPairs(count: number, top: number, left: number, rows: number, columns: number): number;
  /** Converts floats in `singles` to 32-bit integers in `second`. Returns 1 if this has not changed a value. */
  float32sToInts(count: number): number;
  /** Converts floats in `values` to 32-bit integers in `second`. Returns 1 if this has not changed a value. */
  float64sToInts(count: number): number;
  /** Converts 64-bit integers in `values` to 32-bit integers in `second`. Returns 1 if this has not changed a value. */
  bigintsToInts(count: number, isUnsigned: number): number;
}

/** Loops over labels, and the arrays in their memory. */
interface LabelKernels {
  readonly loops: LabelLoops;
  readonly counts: Int32Array;
  readonly first: Int32Array;
  readonly second: Int32Array;
  /** The memory of `first` as 32-bit floats. */
  readonly singles: Float32Array;
  /** The memory of `first` as 64-bit values. */
  readonly values: Float64Array;
}

/** Maximum number of cells of the matrix of `countPairs` (1 MB). */
export const MAX_KERNEL_CELLS: number = 2 ** 18;

/** Maximum number of pairs counted at once. */
export const MAX_KERNEL_PAIRS: number = 2 ** 14;

/** Maximum number of values converted at once. */
const MAX_VALUES = 2 ** 13;

let kernels: LabelKernels | null | undefined;

/**
 * Returns the loops over labels; null if WebAssembly or its SIMD is unavailable. Their memory has a fixed size, so that a
 * bundle of a score of labels needs no allocator.
 */
export function labelKernels(): LabelKernels | null {
  return kernels === undefined ? (kernels = load()) : kernels;
}

function load(): LabelKernels | null {
  try {
    const { exports } = new WebAssembly.Instance(wasmModule(LABEL_KERNELS_WASM));
    const { memory, ...loops } = exports as unknown as LabelLoops & { memory: WebAssembly.Memory };
    const { buffer } = memory;
    return {
      loops,
      counts: new Int32Array(buffer, 0, MAX_KERNEL_CELLS),
      first: new Int32Array(buffer, 2 ** 20, MAX_KERNEL_PAIRS),
      second: new Int32Array(buffer, 2 ** 20 + 2 ** 16, MAX_KERNEL_PAIRS),
      singles: new Float32Array(buffer, 2 ** 20, MAX_VALUES),
      values: new Float64Array(buffer, 2 ** 20, MAX_VALUES),
    };
  } catch {
    return null;
  }
}
