import { valueKernels } from './valueKernels.ts';

/** Number of scores in a block, about. */
const BLOCK = 2048;

/**
 * Returns for each sample the number of its known labels with at least the lowest score of the labels that it has: 0 if
 * it has none, and NaN if none is known.
 *
 * @param scores - finite scores of known labels, `N × L`, row after row.
 * @param bits - 1 for each label that a sample has, 0 for others, and 2 for labels that are not known, `N × L`.
 * @param size - number of labels L.
 */
export function coveragesOf(scores: Float32Array | Float64Array, bits: Uint8Array, size: number): Float64Array {
  const n = scores.length / size;
  const atOnce = Math.max(1, Math.floor(BLOCK / size));
  const kernels = valueKernels(atOnce * (9 * size + 8) + 16);
  const [values, marks] = [kernels.floats(atOnce * size), kernels.bytes(atOnce * size)];
  const found = kernels.floats(atOnce);
  const coverages = new Float64Array(n);
  for (let first = 0; first < n; first += atOnce) {
    const last = Math.min(first + atOnce, n);
    values.set(scores.subarray(first * size, last * size));
    marks.set(bits.subarray(first * size, last * size));
    kernels.loops.findCoverages(last - first, size, values, marks, found);
    coverages.set(found.subarray(0, last - first), first);
  }
  return coverages;
}
