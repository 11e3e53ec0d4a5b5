import { sharedBlock, type Numbers } from './valueBlock.ts';

/** Returns whether all values are in [low, high]. NaN is not. */
export function areWithin(values: Numbers, low: number, high: number): boolean {
  const block = sharedBlock();
  return block.every(values, (from, to) => block.loops.areWithin(to - from, block.values, low, high));
}
