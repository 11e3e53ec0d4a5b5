import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import { readConfusion, type ConfusionChartOptions } from './confusionChartOptions.ts';
import { confusionMap } from './confusionMap.ts';

/** Arguments of `tfvis.render.confusionMatrix(container, data, options)`. */
export interface VisConfusionMatrix {
  /** Counts and labels. */
  readonly data: {
    /** Counts, row by row: true classes are rows, predicted classes are columns. */
    readonly values: number[][];
    /** Labels of the classes. */
    readonly tickLabels: string[];
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
 * Confusion matrix for tfjs-vis, with the content of {@link confusionMatrixChart}.
 *
 * Rows are true classes i, columns are predicted classes j in the same order, and values are counts nᵢⱼ.
 *
 * @param table - counts of pairs of a predicted and a true class.
 * @param options - axis titles, maximum number of classes to show, their order, and labels of targets to leave out.
 * @returns an object with the arguments `data` and `options` of `tfvis.render.confusionMatrix`.
 * @throws {@link MetricInputError} if `table` is not a `ContingencyTable`, its predictions and targets are of different
 * kinds, or an option is invalid.
 * @see https://js.tensorflow.org/api_vis/latest/#render.confusionMatrix
 *
 * @example
 * ```ts
 * import { ContingencyTable } from 'tfjs-metrics';
 * import { visConfusionMatrix } from 'tfjs-metrics/charts';
 *
 * const { data, options } = visConfusionMatrix(
 *   ContingencyTable.of(['dog', 'cat', 'cat'], ['cat', 'cat', 'dog']),
 * );
 * data; // { values: [[1, 1], [1, 0]], tickLabels: ['cat', 'dog'] }
 * options; // { xLabel: 'preds', yLabel: 'target' }
 * ```
 */
export function visConfusionMatrix(table: ContingencyTable, options?: ConfusionChartOptions): VisConfusionMatrix {
  const { cells, options: read } = readConfusion('visConfusionMatrix', table, options);
  const { rows, counts } = confusionMap(cells, read.most);
  return {
    data: { values: counts.map((row) => [...row]), tickLabels: [...rows] },
    options: { xLabel: read.columnTitle ?? 'preds', yLabel: read.rowTitle ?? 'target' },
  };
}
