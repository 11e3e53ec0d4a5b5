import type { ScoreHistory } from '../metrics/scoreHistory.ts';
import { checkItems, NUMBERS, TEXT } from './checkItems.ts';
import { defineOptions, type OptionsReader } from '../inputs/options/defineOptions.ts';
import { optionCheck, textCheck } from '../inputs/options/optionCheck.ts';
import { historyParts, type StepOptions } from './historyParts.ts';
import { stackCharts, type VegaLiteSpec } from './vegaLiteSpec.ts';

/** Validates {@link StepOptions}. */
export const stepOptions: OptionsReader<StepOptions> = /* @__PURE__ */ defineOptions('historyChart', () => ({
  stepName: textCheck(),
  steps: optionCheck(NUMBERS[1], NUMBERS[0]),
}));

/**
 * Line chart of scores over steps, with the first best step of each score marked.
 *
 * Scores whose ranges have the same upper bound share an axis if they also have the same direction (higher or lower is
 * better). If there are more than 1,000 steps, only the best step and the minimum and maximum in each of 500 equal
 * intervals are drawn.
 *
 * @param histories - names, values, ranges and directions of the scores.
 * @param options - name and numbers of the steps.
 * @returns a Vega-Lite specification, with at most 1,001 points per score.
 * @throws {@link MetricInputError} if a name, value or option is invalid.
 * @see https://vega.github.io/vega-lite/docs/
 *
 * @example
 * ```ts
 * import { historyChart } from 'tfjs-metrics/charts';
 *
 * const nmi = {
 *   name: 'NMI',
 *   values: [0.2, 0.6, 0.5],
 *   range: [0, 1],
 *   higherIsBetter: true,
 * } as const;
 * const spec = historyChart([nmi], { stepName: 'epoch' });
 * spec['data'];
 * // => { values: [{ name: 'NMI', step: 0, value: 0.2 }, { name: 'NMI', step: 1,
 * //   value: 0.6, best: '0.600' }, { name: 'NMI', step: 2, value: 0.5 }] }
 * ```
 */
export function historyChart(histories: readonly ScoreHistory[], options?: StepOptions): VegaLiteSpec {
  checkItems('historyChart', histories, { name: TEXT, values: NUMBERS });
  return stackCharts(historyParts(histories, stepOptions(options)));
}
