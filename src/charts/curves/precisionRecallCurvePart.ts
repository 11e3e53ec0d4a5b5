import type { PrecisionRecallCurveValue } from '../../functional/classification/curves/precisionRecallCurve.ts';
import type { CurveKind } from './curveChart.ts';
import { curvePart, type ChartedCurve } from './curvePart.ts';
import { thresholdText } from './thresholdText.ts';
import type { ChartPart } from '../vegaLiteSpec.ts';

/** Titles of the axes of a precision–recall curve. */
const PRECISION_RECALL_AXES = { xTitle: 'recall', yTitle: 'precision' } as const;

/** Returns a precision–recall curve as points by ascending recall, with the point of a threshold marked. */
export function precisionRecallPoints(
  name: string,
  { precision, recall, thresholds }: PrecisionRecallCurveValue,
  threshold?: number,
): ChartedCurve {
  const [x, y] = [recall.slice().reverse(), precision.slice().reverse()];
  if (threshold === undefined || x.length === 0) return { name, x, y };
  // The thresholds ascend; above all of them no sample is predicted as positive.
  const found = thresholds.findIndex((each) => each >= threshold);
  const at = found < 0 ? thresholds.length : found;
  return { name, x, y, marked: { x: recall[at]!, y: precision[at]!, text: thresholdText(threshold) } };
}

/** Creates the chart of {@link precisionRecallCurveChart}. */
export function precisionRecallCurvePart(curves: readonly ChartedCurve[], title: string, most?: number): ChartPart {
  // At the lowest threshold, all samples are predicted as positive: precision is the share of positive samples.
  const shares = curves.flatMap(({ y }) => (y.length > 0 ? [y[y.length - 1]!] : []));
  const isShared = shares.length > 0 && shares.every((share) => Math.abs(share - shares[0]!) < 1e-9);
  const subtitle = isShared ? 'dashed: random scores' : '';
  const baseline = isShared ? [0, 1].map((x) => ({ x, y: shares[0]! })) : undefined;
  return curvePart(curves, { title, subtitle, ...PRECISION_RECALL_AXES, interpolate: 'step-before', baseline }, most);
}

/** Precision–recall curves. There is one threshold less than points. */
export const PRECISION_RECALL_CURVES: CurveKind<PrecisionRecallCurveValue> = {
  title: 'Precision–recall curve',
  fields: ['precision', 'recall', 'thresholds'],
  equal: ['precision', 'recall'],
  axes: PRECISION_RECALL_AXES,
  points: precisionRecallPoints,
  part: precisionRecallCurvePart,
};
