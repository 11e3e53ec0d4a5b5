import { checkItems, NUMBER, TEXT } from './checkItems.ts';
import { scoreParts, type ChartedScore } from './scoreParts.ts';
import { stackCharts, type VegaLiteSpec } from './vegaLiteSpec.ts';

/**
 * Dot plot of scores on the scale of their ranges, with confidence intervals and the values expected by chance.
 *
 * Scores s with the same upper bound (s ≤ max) and the same direction share an axis. An unbounded score has its own
 * axis with an open end. If it has neither an interval nor a baseline, only its value is shown, without a mark on the
 * axis.
 *
 * @param scores - names and values; optional ranges, directions, intervals and baselines.
 * @returns a Vega-Lite specification.
 * @throws {@link MetricInputError} if a name or value is invalid.
 * @see https://vega.github.io/vega-lite/docs/
 *
 * @example
 * ```ts
 * import { scoresChart } from 'tfjs-metrics/charts';
 *
 * const spec = scoresChart([
 *   { name: 'ARI', value: 0.7, range: [-0.5, 1], interval: [0.6, 0.8] },
 * ]);
 * spec.$schema; // 'https://vega.github.io/schema/vega-lite/v6.json'
 * spec['data'];
 * // => { values: [{ name: 'ARI', value: 0.7, text: '0.700', least: -0.5,
 * //   greatest: 1, lower: 0.6, upper: 0.8, baseline: null }] }
 * ```
 */
export function scoresChart(scores: readonly ChartedScore[]): VegaLiteSpec {
  checkItems('scoresChart', scores, { name: TEXT, value: NUMBER });
  return stackCharts(scoreParts(scores));
}
