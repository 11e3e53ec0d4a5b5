import type { PrecisionRecallCurveValue } from '../../functional/classification/curves/precisionRecallCurve.ts';
import type { VisLineChart } from '../visLineChart.ts';
import { visCurveChart } from './curveChart.ts';
import { PRECISION_RECALL_CURVES } from './precisionRecallCurvePart.ts';
import type { NamedCurves } from './readCurves.ts';

/**
 * Precision–recall curves for tfjs-vis, with the points of {@link precisionRecallCurveChart}.
 *
 * A point (x, y) is (recall, precision) at a threshold. tfjs-vis connects them by straight lines, not by steps.
 *
 * @param curves - a value of `precisionRecallCurve`, or a list of them with names.
 * @returns an object with the arguments `data` and `options` of `tfvis.render.linechart`.
 * @throws {@link MetricInputError} if a curve is invalid.
 * @see https://js.tensorflow.org/api_vis/latest/#render.linechart
 *
 * @example
 * ```ts
 * import { precisionRecallCurve } from 'tfjs-metrics';
 * import { visPrecisionRecallCurve } from 'tfjs-metrics/charts';
 *
 * const { data } = visPrecisionRecallCurve(
 *   precisionRecallCurve([0.1, 0.8], [0, 1]),
 * );
 * data.values; // [[{ x: 0, y: 1 }, { x: 1, y: 1 }, { x: 1, y: 0.5 }]]
 * ```
 */
export function visPrecisionRecallCurve(curves: NamedCurves<PrecisionRecallCurveValue>): VisLineChart {
  return visCurveChart('visPrecisionRecallCurve', PRECISION_RECALL_CURVES, curves);
}
