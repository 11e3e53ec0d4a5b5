import type { LabelPairs } from '../../inputs/labelPairs.ts';
import { empty } from '../../numeric/withScratchMemory.ts';
import type { CodeCounts } from './codeCounts.ts';
import type { LabelCodes } from './labelCodes.ts';

/** Number of labels encoded at a time: few enough for the codes to stay in the L1 cache. */
const CHUNK = 16384;

/** Encodes the labels of both sides, which are prepared for them, and counts the pairs of codes. */
export function countEncodedPairs(
  { target, preds, weights, length }: LabelPairs,
  targetSide: LabelCodes,
  predSide: LabelCodes,
  counts: CodeCounts,
): void {
  const targetCodes = targetSide.encodeAll(target);
  const predCodes = predSide.encodeAll(preds);
  const chunk = targetCodes && predCodes ? length : Math.min(length, CHUNK);
  const targetBuffer = targetCodes ? undefined : empty(Int32Array, chunk);
  const predBuffer = predCodes ? undefined : empty(Int32Array, chunk);
  for (let start = 0; start < length; start += chunk) {
    const end = Math.min(start + chunk, length);
    counts.add(
      targetCodes?.subarray(start, end) ?? targetSide.encode(target, start, end, targetBuffer),
      predCodes?.subarray(start, end) ?? predSide.encode(preds, start, end, predBuffer),
      weights?.subarray(start, end),
    );
  }
}
