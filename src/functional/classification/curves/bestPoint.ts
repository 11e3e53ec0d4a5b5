import type { ScoreCurve } from '../../../state/scores/scoreCurve.ts';

/** Counts of predictions at one threshold. */
interface ThresholdPoint {
  readonly tp: number;
  readonly fp: number;
  readonly positives: number;
  readonly negatives: number;
}

/**
 * Returns the greatest value over all thresholds that fulfil a condition, and the highest threshold with that value.
 * At threshold Infinity no sample is predicted as positive.
 */
export function bestPoint(
  { thresholds, truePositives, falsePositives, positives, negatives }: ScoreCurve,
  valueAt: (point: ThresholdPoint) => number,
  isAllowed: (point: ThresholdPoint) => boolean = () => true,
): { readonly value: number; readonly threshold: number } {
  let best = { value: -Infinity, threshold: Infinity };
  for (let k = -1; k < thresholds.length; k++) {
    const [tp, fp] = k < 0 ? [0, 0] : [truePositives[k]!, falsePositives[k]!];
    const point = { tp, fp, positives, negatives };
    if (!isAllowed(point)) continue;
    const value = valueAt(point);
    if (value > best.value) best = { value, threshold: k < 0 ? Infinity : thresholds[k]! };
  }
  return best;
}
