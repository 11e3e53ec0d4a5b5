import type { ContingencyTable } from '../state/tables/contingencyTable.ts';
import { readContingency, type ContingencyChartOptions } from './contingencyChartOptions.ts';
import { heatMapPart } from './heatMapPart.ts';
import { stackCharts, type VegaLiteSpec } from './vegaLiteSpec.ts';

/**
 * A contingency table, or confusion matrix, as a heat map whose best matching lies on the diagonal.
 *
 * Cells show counts nᵢⱼ, and their colour the share nᵢⱼ / nᵢ of the true label. Clusters are ordered so that the
 * diagonal holds the matching of clusters and classes that `clusterAccuracy` counts; of a side with more than `most`
 * labels the largest are matched, and the rest added up.
 *
 * @param table - counts of label pairs.
 * @param options - title, titles of the sides, and how many labels to show.
 * @returns a Vega-Lite specification, of a size that `most` bounds.
 * @throws {@link MetricInputError} when it is no table, or an option is not as described.
 * @see https://vega.github.io/vega-lite/docs/
 *
 * @example
 * ```ts
 * import { ContingencyTable } from 'tfjs-metrics';
 * import { contingencyChart } from 'tfjs-metrics/charts';
 *
 * const table = ContingencyTable.of([2, 2, 0, 1], ['cat', 'cat', 'dog', 'dog']);
 * const spec = contingencyChart(table, { title: 'Pets', columnTitle: 'cluster' });
 * spec['data']; // { values: [{ row: 'cat', column: '2', count: 2, share: 1 }, { row: 'dog', column: '0', count: 1, share: 0.5 }, { row: 'dog', column: '1', count: 1, share: 0.5 }] }
 * ```
 */
export function contingencyChart(table: ContingencyTable, options?: ContingencyChartOptions): VegaLiteSpec {
  const { map, options: read } = readContingency('contingencyChart', table, options);
  const { title = 'Contingency table', rowTitle, columnTitle } = read;
  return stackCharts([heatMapPart(map, title, rowTitle, columnTitle)]);
}
