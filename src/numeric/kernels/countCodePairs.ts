import { labelKernels, MAX_KERNEL_CELLS, MAX_KERNEL_PAIRS } from './labelKernels.ts';

/** Copying fewer pairs takes longer than it saves. */
const MIN_PAIRS = 2 ** 12;

/** Copying a matrix with more cells per pair takes longer than it saves. */
const MAX_CELLS_PER_PAIR = 4;

/** Matrix of counts whose sides are powers of 2. */
export interface CountMatrix {
  readonly counts: Int32Array;
  /** Code of the first row. */
  readonly top: number;
  /** Code of the first column. */
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
}

/**
 * Counts many pairs of codes from index `from` on in WebAssembly, which needs no bounds checks.
 *
 * @returns the index of the first pair that the caller has to count: `from` if there are few pairs or WebAssembly is
 * unavailable; otherwise at most three pairs before the first one outside the matrix or the end.
 */
export function countCodePairs(matrix: CountMatrix, target: Int32Array, preds: Int32Array, from: number): number {
  const { counts, top, left, rows, columns } = matrix;
  const pairs = target.length - from;
  const isWorthIt = pairs >= MIN_PAIRS && counts.length <= Math.min(MAX_KERNEL_CELLS, MAX_CELLS_PER_PAIR * pairs);
  const kernels = isWorthIt ? labelKernels() : null;
  if (kernels === null) return from;
  kernels.counts.set(counts);
  let i = from;
  for (let isInside = true; isInside && target.length - i >= 4;) {
    const size = Math.min(MAX_KERNEL_PAIRS, (target.length - i) & -4);
    kernels.first.set(target.subarray(i, i + size));
    kernels.second.set(preds.subarray(i, i + size));
    const counted = kernels.loops.countPairs(size, top, left, rows, columns);
    isInside = counted === size;
    i += counted;
  }
  counts.set(kernels.counts.subarray(0, counts.length));
  return i;
}
