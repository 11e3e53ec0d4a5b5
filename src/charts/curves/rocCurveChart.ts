import type { RocCurveValue } from '../../functional/classification/curves/rocCurve.ts';
import type { VegaLiteSpec } from '../vegaLiteSpec.ts';
import { curveChart } from './curveChart.ts';
import { ROC_CURVES } from './rocCurvePart.ts';
import type { CurveChartOptions, NamedCurves } from './readCurves.ts';

/**
 * Chart of ROC curves, with the diagonal of random scores.
 *
 * Points (false positive rate FPR, true positive rate TPR) are connected by straight lines. The area below the lines is
 * `auroc`. A curve with more than 1,000 points is reduced: in each of 250 equal intervals of FPR, only the first, last,
 * lowest and highest points are drawn.
 *
 * @param curves - a value of `rocCurve`, or a list of them with names.
 * @param options - title, maximum number of curves, and a threshold to mark: the point where
 * samples with a score of at least this threshold are predicted as positive.
 * @returns a Vega-Lite specification, with at most 1,000 points per curve.
 * @throws {@link MetricInputError} if a curve or option is invalid.
 * @see https://vega.github.io/vega-lite/docs/
 *
 * @example
 * ```ts
 * import { rocCurve } from 'tfjs-metrics';
 * import { rocCurveChart } from 'tfjs-metrics/charts';
 *
 * const target = [0, 0, 1, 1];
 * const first = rocCurve([0.1, 0.4, 0.35, 0.8], target);
 * const second = rocCurve([0.2, 0.1, 0.3, 0.6], target);
 * rocCurveChart(first, { threshold: 0.5 })['title'];
 * // => { text: 'ROC curve', subtitle: 'dashed: random scores' }
 * const both = rocCurveChart([
 *   { name: 'first', ...first },
 *   { name: 'second', ...second },
 * ]);
 * JSON.stringify(both).includes('second'); // true
 * ```
 */
export function rocCurveChart(curves: NamedCurves<RocCurveValue>, options?: CurveChartOptions): VegaLiteSpec {
  return curveChart('rocCurveChart', ROC_CURVES, curves, options);
}
