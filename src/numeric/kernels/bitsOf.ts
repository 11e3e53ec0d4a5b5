import { sharedBlock, type Numbers } from './valueBlock.ts';

/** Returns values as bytes if all are 0 or 1; otherwise undefined. */
export function bitsOf(values: Numbers): Uint8Array | undefined {
  const block = sharedBlock();
  const bits = new Uint8Array(values.length);
  const areBits = block.every(values, (from, to) => {
    block.loops.markAbove(to - from, block.values, 0.5, block.bytes);
    bits.set(block.bytes.subarray(0, to - from), from);
    return block.loops.areBits(to - from, block.values);
  });
  return areBits ? bits : undefined;
}
