import { confusionMap } from './confusionMap.ts';
import { readConfusion, type ConfusionChartOptions } from './confusionChartOptions.ts';
import { heatMapPart } from './heatMapPart.ts';
import { stackCharts, type VegaLiteSpec } from '../vegaLiteSpec.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';

/**
 * Heat map of a confusion matrix: rows are true classes, columns are predicted classes, in the same order.
 *
 * Cells show nᵢⱼ, the number of samples of class i that are predicted as class j, as text for up to 16 classes. The
 * strength of the color shows the fraction nᵢⱼ / Σⱼ nᵢⱼ of the true class. Correct predictions have one color and
 * errors another. If there are more than `most` classes, the largest are shown and the others are summed. The cell of
 * the summed classes on the diagonal then includes confusions among them. For clusters, use {@link contingencyChart},
 * because cluster names differ from class names.
 *
 * @param table - counts of pairs of a predicted and a true class, such as the state of `Accuracy`.
 * @param options - title, axis titles, maximum number of classes to show, their order, and labels of targets to leave
 * out.
 * @returns a Vega-Lite specification, with a size bounded by `most`.
 * @throws {@link MetricInputError} if `table` is not a `ContingencyTable`, its predictions and targets are of different
 * kinds, or an option is invalid.
 * @see https://vega.github.io/vega-lite/docs/
 *
 * @example
 * ```ts
 * import { ContingencyTable } from 'tfjs-metrics';
 * import { confusionMatrixChart } from 'tfjs-metrics/charts';
 *
 * const table = ContingencyTable.of(['dog', 'cat', 'cat'], ['cat', 'cat', 'dog']);
 * const spec = confusionMatrixChart(table, { title: 'Pets' });
 * spec['data'];
 * // => { values: [{ row: 'cat', column: 'cat', count: 1, share: 0.5 },
 * //   { row: 'cat', column: 'dog', count: 1, share: 0.5, error: true },
 * //   { row: 'dog', column: 'cat', count: 1, share: 1, error: true }] }
 * ```
 */
export function confusionMatrixChart(table: ContingencyTable, options?: ConfusionChartOptions): VegaLiteSpec {
  const { cells, options: read } = readConfusion('confusionMatrixChart', table, options);
  const { title = 'Confusion matrix', rowTitle, columnTitle, most } = read;
  return stackCharts([heatMapPart(confusionMap(cells, most), { title, rowTitle, columnTitle, areClasses: true })]);
}
