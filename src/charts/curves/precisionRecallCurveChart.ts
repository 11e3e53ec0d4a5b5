import type { PrecisionRecallCurveValue } from '../../functional/classification/curves/precisionRecallCurve.ts';
import type { VegaLiteSpec } from '../vegaLiteSpec.ts';
import { curveChart } from './curveChart.ts';
import { PRECISION_RECALL_CURVES } from './precisionRecallCurvePart.ts';
import type { CurveChartOptions, NamedCurves } from './readCurves.ts';

/**
 * Chart of precision–recall curves. A line marks the precision of random scores, if it is the same for all curves.
 *
 * Points (recall Rₖ, precision Pₖ) are connected by steps. The area below the steps, Σₖ (Rₖ − Rₖ₋₁) Pₖ, is
 * `averagePrecision`. A curve with more than 1,000 points is reduced: in each of 250 equal intervals of recall, only
 * the first, last, lowest and highest points are drawn.
 *
 * @param curves - a value of `precisionRecallCurve`, or a list of them with names.
 * @param options - title, maximum number of curves, and a threshold to mark: the point where
 * samples with a score of at least this threshold are predicted as positive.
 * @returns a Vega-Lite specification, with at most 1,000 points per curve.
 * @throws {@link MetricInputError} if a curve or option is invalid.
 * @see https://vega.github.io/vega-lite/docs/
 *
 * @example
 * ```ts
 * import { precisionRecallCurve } from 'tfjs-metrics';
 * import { precisionRecallCurveChart } from 'tfjs-metrics/charts';
 *
 * const curve = precisionRecallCurve([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]);
 * precisionRecallCurveChart(curve)['title'];
 * // => { text: 'Precision–recall curve', subtitle: 'dashed: random scores' }
 * ```
 */
export function precisionRecallCurveChart(
  curves: NamedCurves<PrecisionRecallCurveValue>,
  options?: CurveChartOptions,
): VegaLiteSpec {
  return curveChart('precisionRecallCurveChart', PRECISION_RECALL_CURVES, curves, options);
}
