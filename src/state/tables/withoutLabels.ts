import type { Label } from '../../inputs/labels.ts';
import type { CodedCells } from './codedCells.ts';
import type { LabelCodes } from './labelCodes.ts';

/** Returns the cells that contain none of these labels on either side. */
export function withoutLabels(
  { target, preds, count, ...bounds }: CodedCells,
  targetSide: LabelCodes,
  predSide: LabelCodes,
  labels: Label | readonly Label[],
): CodedCells {
  const ignored = new Set<Label>([labels].flat() as Label[]);
  const isKept = (_: number, k: number): boolean =>
    !ignored.has(targetSide.label(target[k]!)) && !ignored.has(predSide.label(preds[k]!));
  return { ...bounds, target: target.filter(isKept), preds: preds.filter(isKept), count: count.filter(isKept) };
}
