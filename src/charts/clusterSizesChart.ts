import { chartOptions, type ChartOptions } from './chartOptions.ts';
import { checkItems, LABEL, NUMBER } from './checkItems.ts';
import { clusterSizesPart, type ChartedCluster } from './clusterSizesPart.ts';
import { stackCharts, type VegaLiteSpec } from './vegaLiteSpec.ts';

/**
 * The sizes of clusters as bars, the largest first, and in each the part of its commonest class.
 *
 * The strongly coloured part of a bar is the purity maxᵢ nᵢⱼ / nⱼ of its cluster.
 *
 * @param clusters - labels, sizes and, where classes are known, how many samples are of the commonest.
 * @param options - title, and how many clusters to show.
 * @returns a Vega-Lite specification, of a size that `most` bounds.
 * @throws {@link MetricInputError} when a label or size is none, or an option is not as described.
 * @see https://vega.github.io/vega-lite/docs/
 *
 * @example
 * ```ts
 * import { clusterSizesChart } from 'tfjs-metrics/charts';
 *
 * const spec = clusterSizesChart([{ label: 'a', size: 3, dominant: 2 }, { label: 'b', size: 5, dominant: 5 }]);
 * spec['data']; // { values: [{ name: 'b', size: 5, dominant: 5 }, { name: 'a', size: 3, dominant: 2 }] }
 * ```
 */
export function clusterSizesChart(clusters: readonly ChartedCluster[], options?: ChartOptions): VegaLiteSpec {
  checkItems('clusterSizesChart', clusters, { label: LABEL, size: NUMBER });
  const { title = 'Cluster sizes', most } = chartOptions(options, 'clusterSizesChart');
  return stackCharts([clusterSizesPart(clusters, title, most)]);
}
