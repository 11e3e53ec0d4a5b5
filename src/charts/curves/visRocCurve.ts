import type { RocCurveValue } from '../../functional/classification/curves/rocCurve.ts';
import type { VisLineChart } from '../visLineChart.ts';
import { visCurveChart } from './curveChart.ts';
import { ROC_CURVES } from './rocCurvePart.ts';
import type { NamedCurves } from './readCurves.ts';

/**
 * ROC curves for tfjs-vis, with the points of {@link rocCurveChart} and without the diagonal.
 *
 * A point (x, y) is the false and the true positive rate at a threshold.
 *
 * @param curves - a value of `rocCurve`, or a list of them with names.
 * @returns an object with the arguments `data` and `options` of `tfvis.render.linechart`.
 * @throws {@link MetricInputError} if a curve is invalid.
 * @see https://js.tensorflow.org/api_vis/latest/#render.linechart
 *
 * @example
 * ```ts
 * import { rocCurve } from 'tfjs-metrics';
 * import { visRocCurve } from 'tfjs-metrics/charts';
 *
 * const { data, options } = visRocCurve(rocCurve([0.1, 0.8], [0, 1]));
 * data;
 * // => { values: [[{ x: 0, y: 0 }, { x: 0, y: 1 }, { x: 1, y: 1 }]],
 * //   series: ['ROC curve'] }
 * options; // { xLabel: 'false positive rate', yLabel: 'true positive rate' }
 * ```
 */
export function visRocCurve(curves: NamedCurves<RocCurveValue>): VisLineChart {
  return visCurveChart('visRocCurve', ROC_CURVES, curves);
}
