import type { CalibrationCurveValue } from '../../functional/classification/losses/calibrationCurve.ts';
import { readCalibrationCurve } from './calibrationCurveChart.ts';
import { CALIBRATION_AXES } from './calibrationCurvePart.ts';
import { DIAGONAL } from './curvePart.ts';
import { visCurves } from './visCurves.ts';
import type { VisLineChart } from '../visLineChart.ts';

/**
 * Reliability diagram for tfjs-vis: the points of {@link calibrationCurveChart} and its diagonal.
 *
 * A point (x, y) is the mean predicted probability and the share of positive samples of a bin.
 *
 * @param curve - a value of `calibrationCurve`.
 * @returns an object with the arguments `data` and `options` of `tfvis.render.linechart`.
 * @throws {@link MetricInputError} if the curve is invalid.
 * @see https://js.tensorflow.org/api_vis/latest/#render.linechart
 *
 * @example
 * ```ts
 * import { calibrationCurve } from 'tfjs-metrics';
 * import { visCalibrationCurve } from 'tfjs-metrics/charts';
 *
 * const curve = calibrationCurve([0.25, 0.25, 0.75, 0.75], [0, 1, 1, 1], {
 *   bins: 2,
 * });
 * const { data } = visCalibrationCurve(curve);
 * data.series; // ['observed', 'calibrated']
 * data.values[0]; // [{ x: 0.25, y: 0.5 }, { x: 0.75, y: 1 }]
 * ```
 */
export function visCalibrationCurve(curve: CalibrationCurveValue): VisLineChart {
  const { meanPredicted, positiveShare } = readCalibrationCurve('visCalibrationCurve', curve);
  const diagonal = { x: DIAGONAL.map(({ x }) => x), y: DIAGONAL.map(({ y }) => y) };
  return visCurves(
    [
      { name: 'observed', x: meanPredicted, y: positiveShare },
      { name: 'calibrated', ...diagonal },
    ],
    CALIBRATION_AXES,
  );
}
