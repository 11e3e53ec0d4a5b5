import type { ScoreHistory } from '../metrics/scoreHistory.ts';
import { checkItems, NUMBERS, TEXT } from './checkItems.ts';
import { stepOptions } from './historyChart.ts';
import type { StepOptions } from './historyParts.ts';
import { thinnedSteps } from './thinnedSteps.ts';

/** A point of a line of tfjs-vis. */
export interface VisPoint {
  /** The step. */
  readonly x: number;
  /** The value there. */
  readonly y: number;
}

/** What `tfvis.render.linechart(container, data, options)` takes. */
export interface VisLineChart {
  /** What it shows. */
  readonly data: {
    /** The points of each line. */
    readonly values: VisPoint[][];
    /** The names of the lines. */
    readonly series: string[];
  };
  /** How it is to be read. */
  readonly options: {
    /** What steps are called. */
    readonly xLabel: string;
    /** What values are called. */
    readonly yLabel: string;
  };
}

/**
 * Scores over steps as tfjs-vis draws them: what {@link historyChart} shows, in the format of its line chart.
 *
 * A point (x, y) is a step and the value there; values that are not finite are left out.
 *
 * @param histories - names and values of the scores.
 * @param options - what the steps are called, and their numbers.
 * @returns the arguments of `tfvis.render.linechart` behind the container.
 * @throws {@link MetricInputError} when a name or value is none, or an option is not as described.
 * @see https://js.tensorflow.org/api_vis/latest/#render.linechart
 *
 * @example
 * ```ts
 * import { visLineChart } from 'tfjs-metrics/charts';
 *
 * const { data, options } = visLineChart([{ name: 'NMI', values: [0.2, 0.6] }], { stepName: 'epoch' });
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
