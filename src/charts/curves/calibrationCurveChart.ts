import type { CalibrationCurveValue } from '../../functional/classification/losses/calibrationCurve.ts';
import { defineOptions } from '../../inputs/options/defineOptions.ts';
import { calibrationCurvePart } from './calibrationCurvePart.ts';
import { chartOptions, type ChartOptions } from '../chartOptions.ts';
import { readCurves } from './readCurves.ts';
import { stackCharts, type VegaLiteSpec } from '../vegaLiteSpec.ts';

const calibrationChartOptions = /* @__PURE__ */ defineOptions<Pick<ChartOptions, 'title'>>(
  'calibrationCurveChart',
  () => ({ title: chartOptions.checks().title }),
);

/**
 * Reliability diagram: the share of positive samples against the mean predicted probability of each bin, with the
 * diagonal of calibrated probabilities.
 *
 * Each bin is a point (p̄, ȳ): its mean predicted probability and its share of positive samples. The area of the point
 * grows with the number of samples. In bins below the diagonal, the probabilities are too high. Vertical lines are 95 %
 * Wilson intervals of the shares; they are omitted if weights are fractional.
 *
 * @param curve - a value of `calibrationCurve`.
 * @param options - title.
 * @returns a Vega-Lite specification, with one point for each bin.
 * @throws {@link MetricInputError} if the curve or an option is invalid.
 * @see A. Niculescu-Mizil and R. Caruana, ICML 2005, 625–632; for the intervals, E. B. Wilson, Journal of the American
 * Statistical Association 22 (1927) 209–212.
 *
 * @example
 * ```ts
 * import { calibrationCurve } from 'tfjs-metrics';
 * import { calibrationCurveChart } from 'tfjs-metrics/charts';
 *
 * const curve = calibrationCurve([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1], {
 *   bins: 2,
 * });
 * const spec = calibrationCurveChart(curve, { title: 'Calibration' });
 * spec['title'];
 * // => { text: 'Calibration',
 * //   subtitle: 'dashed: calibrated; lines: 95 % intervals' }
 * ```
 */
export function calibrationCurveChart(
  curve: CalibrationCurveValue,
  options?: Pick<ChartOptions, 'title'>,
): VegaLiteSpec {
  const { title = 'Reliability diagram' } = calibrationChartOptions(options);
  return stackCharts([calibrationCurvePart(readCalibrationCurve('calibrationCurveChart', curve), title)]);
}

/** @throws {@link MetricInputError} if the curve is invalid. */
export function readCalibrationCurve(owner: string, curve: CalibrationCurveValue): CalibrationCurveValue {
  const fields = ['meanPredicted', 'positiveShare', 'weight'] as const;
  return readCurves<CalibrationCurveValue>(owner, [{ name: '', ...curve }], { title: '', fields, equal: fields })[0]!;
}
