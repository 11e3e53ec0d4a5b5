import type { ScoreHistory } from '../metrics/scoreHistory.ts';
import { checkItems, NUMBERS, TEXT } from './checkItems.ts';
import { stepOptions } from './historyChart.ts';
import type { StepOptions } from './historyParts.ts';
import { thinnedSteps } from './curves/thinnedSteps.ts';

/** Point of a line in a tfjs-vis chart. */
export interface VisPoint {
  /** Number of the step. */
  readonly x: number;
  /** Value of the score. */
  readonly y: number;
}

/** Arguments of `tfvis.render.linechart(container, data, options)`. */
export interface VisLineChart {
  /** Lines and their names. */
  readonly data: {
    /** Points of each line. */
    readonly values: VisPoint[][];
    /** Name of each line. */
    readonly series: string[];
  };
  /** Axis titles. */
  readonly options: {
    /** Title of the horizontal axis. */
    readonly xLabel: string;
    /** Title of the vertical axis. */
    readonly yLabel: string;
  };
}

/**
 * Line chart of scores over steps for tfjs-vis, with the lines of {@link historyChart}.
 *
 * A point (x, y) is a step and its value; non-finite values are omitted. With more than 1,000 steps, only the minimum
 * and maximum in each of 500 equal intervals are kept.
 *
 * @param histories - names and values of the scores.
 * @param options - name and numbers of the steps.
 * @returns an object with the arguments `data` and `options` of `tfvis.render.linechart`.
 * @throws {@link MetricInputError} if a name, value or option is invalid.
 * @see https://js.tensorflow.org/api_vis/latest/#render.linechart
 *
 * @example
 * ```ts
 * import { visLineChart } from 'tfjs-metrics/charts';
 *
 * const { data, options } = visLineChart([{ name: 'NMI', values: [0.2, 0.6] }], {
 *   stepName: 'epoch',
 * });
 * data; // { values: [[{ x: 0, y: 0.2 }, { x: 1, y: 0.6 }]], series: ['NMI'] }
 * options; // { xLabel: 'epoch', yLabel: 'value' }
 * ```
 */
export function visLineChart(histories: readonly ScoreHistory[], options?: StepOptions): VisLineChart {
  checkItems('visLineChart', histories, { name: TEXT, values: NUMBERS });
  const { stepName = 'step', steps } = stepOptions(options, 'visLineChart');
  const pointsOf = ({ values }: ScoreHistory) =>
    thinnedSteps(values, undefined)
      .map((k) => ({ x: steps?.[k] ?? k, y: values[k]! }))
      .filter(({ y }) => Number.isFinite(y));
  return {
    data: { values: histories.map(pointsOf), series: histories.map(({ name }) => name) },
    options: { xLabel: stepName, yLabel: 'value' },
  };
}
