import { checkItems, NUMBER, TEXT } from './checkItems.ts';
import { scoreParts, type ChartedScore } from './scoreParts.ts';
import { stackCharts, type VegaLiteSpec } from './vegaLiteSpec.ts';

/**
 * Dot plot of scores on the scale of their ranges, with confidence intervals and the values expected by chance.
 *
 * Scores whose ranges have the same upper bound share an axis if they also have the same direction (higher or lower is
 * better). The axis starts at 0, or at the smallest value drawn on it if that is below 0. A lower bound below 0 extends
 * the axis only if the score is alone on it. A score without an upper bound has its own axis with an open end. If such
 * a score has neither an interval nor a baseline, its value is shown as text only.
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
