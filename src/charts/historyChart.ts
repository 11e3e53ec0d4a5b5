import type { ScoreHistory } from '../metrics/scoreHistory.ts';
import { checkItems, NUMBERS, TEXT } from './checkItems.ts';
import { defineOptions, type OptionsReader } from '../inputs/defineOptions.ts';
import { optionCheck, textCheck } from '../inputs/optionCheck.ts';
import { historyParts, type StepOptions } from './historyParts.ts';
import { stackCharts, type VegaLiteSpec } from './vegaLiteSpec.ts';

/** Reads {@link StepOptions}. */
export const stepOptions: OptionsReader<StepOptions> = /* @__PURE__ */ defineOptions('historyChart', () => ({
  stepName: textCheck(),
  steps: optionCheck(NUMBERS[1], NUMBERS[0]),
}));

/**
 * Scores over steps as lines, with the optimum of each marked: the first step with its best value.
 *
 * Scores with a greatest value s ≤ max in common share an axis. Of many steps the least and the greatest value of each of 500
 * equal spans are drawn.
 *
 * @param histories - names, values and directions of the scores.
 * @param options - what the steps are called, and their numbers.
 * @returns a Vega-Lite specification, of a size that doesn't grow with the steps beyond a thousand.
 * @throws {@link MetricInputError} when a name or value is none, or an option is not as described.
 * @see https://vega.github.io/vega-lite/docs/
 *
 * @example
 * ```ts
 * import { historyChart } from 'tfjs-metrics/charts';
 *
 * const nmi = { name: 'NMI', values: [0.2, 0.6, 0.5], range: [0, 1], higherIsBetter: true } as const;
 * const spec = historyChart([nmi], { stepName: 'epoch' });
 * spec['data']; // { values: [{ name: 'NMI', step: 0, value: 0.2 }, { name: 'NMI', step: 1, value: 0.6, best: '0.6' }, { name: 'NMI', step: 2, value: 0.5 }] }
 * ```
 */
export function historyChart(histories: readonly ScoreHistory[], options?: StepOptions): VegaLiteSpec {
  checkItems('historyChart', histories, { name: TEXT, values: NUMBERS });
  return stackCharts(historyParts(histories, stepOptions(options)));
}
