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
}

/** Loops over labels, and the arrays in their memory. */
interface LabelKernels {
  readonly loops: LabelLoops;
  readonly counts: Int32Array;
  readonly first: Int32Array;
  readonly second: Int32Array;
}

/** Maximum number of cells of the matrix of `countPairs` (1 MB). */
export const MAX_KERNEL_CELLS: number = 2 ** 18;

/** Maximum number of pairs counted at once. */
export const MAX_KERNEL_PAIRS: number = 2 ** 14;

let kernels: LabelKernels | null | undefined;

/** Returns the loops over labels; null if WebAssembly or its SIMD is unavailable. */
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
    };
  } catch {
    return null;
  }
}
