import type { PrecisionRecallCurveValue } from '../../functional/classification/curves/precisionRecallCurve.ts';
import {
  curveChartOptions,
  readCurves,
  type CurveChartOptions,
  type NamedCurve,
  type NamedCurves,
} from './readCurves.ts';
import { precisionRecallCurvePart, precisionRecallPoints } from './precisionRecallCurvePart.ts';
import { stackCharts, type VegaLiteSpec } from '../vegaLiteSpec.ts';

/**
 * Chart of precision–recall curves, with the precision of random scores if it is the same for all curves.
 *
 * Points (recall, precision) are connected by steps, whose area Σₖ (Rₖ − Rₖ₋₁) Pₖ is `averagePrecision`. Of a curve with
 * more than 1,000 points, only the first, last, lowest and highest in each of 250 equal intervals of recall are drawn.
 *
 * @param curves - a value of `precisionRecallCurve`, or a list of them with names.
 * @param options - title, maximum number of curves, and a threshold to mark: the point of the samples with a score of at
 * least this threshold.
 * @returns a Vega-Lite specification, with about 1,000 points per curve at most.
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
  const owner = 'precisionRecallCurveChart';
  const { title = 'Precision–recall curve', most, threshold } = curveChartOptions(options, owner);
  const read = readPrecisionRecallCurves(owner, curves, title);
  const points = read.map((curve) => precisionRecallPoints(curve.name, curve, threshold));
  return stackCharts([precisionRecallCurvePart(points, title, most)]);
}

/** @throws {@link MetricInputError} if a curve is invalid. */
export function readPrecisionRecallCurves(
  owner: string,
  curves: NamedCurves<PrecisionRecallCurveValue>,
  title: string,
): readonly NamedCurve<PrecisionRecallCurveValue>[] {
  const fields = ['precision', 'recall', 'thresholds'] as const;
  return readCurves(owner, curves, { title, fields, equal: ['precision', 'recall'] });
}
