import { sharedBlock, type Numbers } from './valueBlock.ts';

/** Returns 1 for each value above a threshold, and 0 for others. */
export function marksAbove(values: Numbers, threshold: number): Uint8Array {
  const block = sharedBlock();
  const marks = new Uint8Array(values.length);
  block.every(values, (from, to) => {
    block.loops.markAbove(to - from, block.values, threshold, block.bytes);
    marks.set(block.bytes.subarray(0, to - from), from);
    return true;
  });
  return marks;
}
