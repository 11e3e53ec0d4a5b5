import { inputError } from '../inputs/metricInputError.ts';
import { Metric, type AnyMetric } from '../metrics/metric.ts';
import type { NamedScore } from '../metrics/namedScore.ts';
import { MetricTracker } from '../wrappers/metricTracker.ts';
import { historyParts } from './historyParts.ts';
import { scoreParts } from './scoreParts.ts';
import { stateParts } from './stateParts.ts';
import { stackCharts, type VegaLiteSpec } from './vegaLiteSpec.ts';

/**
 * Draws the value of a metric on the scale of its range min ≤ v ≤ max, above the chart of its state if it has one: a
 * contingency table, a confusion matrix for scores of a classifier, a ROC or precision–recall curve, or a reliability
 * diagram.
 *
 * The chart of a collection shows all its values, and each state once. A `MetricTracker` is drawn as its values over
 * epochs, with the best epoch marked, above the chart of the state of the current epoch.
 *
 * @param metric - a metric, collection or wrapper.
 * @returns a Vega-Lite specification.
 * @throws {@link MetricInputError} if `metric` is not a metric.
 * @see https://vega.github.io/vega-lite/docs/
 *
 * @example
 * ```ts
 * import { RandScore } from 'tfjs-metrics';
 * import { metricChart } from 'tfjs-metrics/charts';
 *
 * const metric = new RandScore();
 * metric.update([0, 0, 1], ['a', 'a', 'b']);
 * (metricChart(metric)['vconcat'] as unknown[]).length; // 2
 * ```
 */
export function metricChart(metric: AnyMetric): VegaLiteSpec {
  if (!(metric instanceof Metric)) {
    throw inputError('metricChart', 'a metric', metric);
  }
  const scores =
    metric instanceof MetricTracker
      ? historyParts(metric.scoreHistories, { stepName: 'epoch' })
      : scoreParts(scoresOf(metric));
  return stackCharts([...scores, ...stateParts(metric.partsIn(metric.state))]);
}

/** Returns the numbers in the value that are drawn on a scale, with the ranges that the state allows. */
function scoresOf(metric: AnyMetric): NamedScore[] {
  const value = metric.compute();
  const ranges = metric.valueRanges(metric.state, value);
  return metric
    .scoresIn(value, metric.name)
    .map((score, k) => ({ ...score, range: ranges[k] ?? score.range }))
    .filter(({ hasOwnChart }) => hasOwnChart !== true);
}
