import type { RocCurveValue } from '../../functional/classification/curves/rocCurve.ts';
import type { CurveKind } from './curveChart.ts';
import { curvePart, DIAGONAL, type ChartedCurve } from './curvePart.ts';
import { thresholdText } from './thresholdText.ts';
import type { ChartPart } from '../vegaLiteSpec.ts';

/** Titles of the axes of a ROC curve. */
const ROC_AXES = { xTitle: 'false positive rate', yTitle: 'true positive rate' } as const;

/** Returns a ROC curve as points, with the point of a threshold marked. */
export function rocPoints(name: string, { fpr, tpr, thresholds }: RocCurveValue, threshold?: number): ChartedCurve {
  if (threshold === undefined || fpr.length === 0) return { name, x: fpr, y: tpr };
  // The thresholds descend.
  const below = thresholds.findIndex((each) => each < threshold);
  const at = (below < 0 ? thresholds.length : below) - 1;
  return { name, x: fpr, y: tpr, marked: { x: fpr[at]!, y: tpr[at]!, text: thresholdText(threshold) } };
}

/** Creates the chart of {@link rocCurveChart}. */
export function rocCurvePart(curves: readonly ChartedCurve[], title: string, most?: number): ChartPart {
  const frame = { title, subtitle: 'dashed: random scores', ...ROC_AXES, interpolate: 'linear' } as const;
  return curvePart(curves, { ...frame, baseline: DIAGONAL }, most);
}

/** ROC curves. */
export const ROC_CURVES: CurveKind<RocCurveValue> = {
  title: 'ROC curve',
  fields: ['fpr', 'tpr', 'thresholds'],
  equal: ['fpr', 'tpr', 'thresholds'],
  axes: ROC_AXES,
  points: rocPoints,
  part: rocCurvePart,
};
