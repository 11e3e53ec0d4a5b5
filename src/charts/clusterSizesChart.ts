import { chartOptions, type ChartOptions } from './chartOptions.ts';
import { checkItems, LABEL, NUMBER } from './checkItems.ts';
import { clusterSizesPart, type ChartedCluster } from './clusterSizesPart.ts';
import { stackCharts, type VegaLiteSpec } from './vegaLiteSpec.ts';

/**
 * Bar chart of cluster sizes in descending order, with the part of each bar that belongs to the most common class.
 *
 * The highlighted fraction of a bar is the purity of its cluster j, maxᵢ nᵢⱼ / nⱼ: the share of its most common class
 * i.
 *
 * @param clusters - labels, sizes and, if classes are known, number of samples of the most common class.
 * @param options - title, and maximum number of clusters to show.
 * @returns a Vega-Lite specification, with a size bounded by `most`.
 * @throws {@link MetricInputError} if a label, size or option is invalid.
 * @see https://vega.github.io/vega-lite/docs/
 *
 * @example
 * ```ts
 * import { clusterSizesChart } from 'tfjs-metrics/charts';
 *
 * const spec = clusterSizesChart([
 *   { label: 'a', size: 3, dominant: 2 },
 *   { label: 'b', size: 5, dominant: 5 },
 * ]);
 * spec['data'];
 * // => { values: [{ name: 'b', size: 5, dominant: 5 }, { name: 'a', size: 3,
 * //   dominant: 2 }] }
 * ```
 */
export function clusterSizesChart(clusters: readonly ChartedCluster[], options?: ChartOptions): VegaLiteSpec {
  checkItems('clusterSizesChart', clusters, { label: LABEL, size: NUMBER });
  const { title = 'Cluster sizes', most } = chartOptions(options, 'clusterSizesChart');
  return stackCharts([clusterSizesPart(clusters, title, most)]);
}
