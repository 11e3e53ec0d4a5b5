import { checkItems, NUMBER, TEXT } from './checkItems.ts';
import { scoreParts, type ChartedScore } from './scoreParts.ts';
import { stackCharts, type VegaLiteSpec } from './vegaLiteSpec.ts';

/**
 * Scores as points on the scale of what they can be, with their intervals and what chance gives.
 *
 * Scores with a greatest value s ≤ max in common share an axis; one without has an axis of its own.
 *
 * @param scores - names, values, and what is known of their ranges, directions and intervals.
 * @returns a Vega-Lite specification.
 * @throws {@link MetricInputError} when a name or value is none.
 * @see https://vega.github.io/vega-lite/docs/
 *
 * @example
 * ```ts
 * import { scoresChart } from 'tfjs-metrics/charts';
 *
 * const spec = scoresChart([{ name: 'ARI', value: 0.7, range: [-0.5, 1], interval: [0.6, 0.8] }]);
 * spec.$schema; // 'https://vega.github.io/schema/vega-lite/v6.json'
 * spec['data']; // { values: [{ name: 'ARI', value: 0.7, text: '0.7', least: -0.5, greatest: 1, lower: 0.6, upper: 0.8, baseline: null }] }
 * ```
 */
export function scoresChart(scores: readonly ChartedScore[]): VegaLiteSpec {
  checkItems('scoresChart', scores, { name: TEXT, value: NUMBER });
  return stackCharts(scoreParts(scores));
}
