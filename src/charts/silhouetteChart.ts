import { chartOptions, type ChartOptions } from './chartOptions.ts';
import { checkItems, LABEL, NUMBERS } from './checkItems.ts';
import { silhouettePart, type ClusterSilhouettes } from './silhouettePart.ts';
import { stackCharts, type VegaLiteSpec } from './vegaLiteSpec.ts';

/**
 * Silhouette plot: the silhouettes of each cluster in descending order, and the mean over all samples. The largest
 * cluster comes first, as in {@link clusterSizesChart}.
 *
 * The height of an area is proportional to the size of the cluster. In large clusters, consecutive silhouettes are
 * replaced by their mean s̄, so that the plot has a few hundred points for any number of samples.
 *
 * @param clusters - silhouettes of the samples in each cluster, from `silhouetteSamples`.
 * @param options - title, and maximum number of clusters to show.
 * @returns a Vega-Lite specification, with a size independent of the number of samples.
 * @throws {@link MetricInputError} if a label, value or option is invalid.
 * @see P. J. Rousseeuw, Journal of Computational and Applied Mathematics 20 (1987) 53–65.
 *
 * @example
 * ```ts
 * import { silhouetteSamples } from 'tfjs-metrics';
 * import { silhouetteChart } from 'tfjs-metrics/charts';
 *
 * const [a, b, c, d] = silhouetteSamples(
 *   [0, 1, 9, 10],
 *   ['left', 'left', 'right', 'right'],
 * );
 * const spec = silhouetteChart([
 *   { label: 'left', values: [a!, b!] },
 *   { label: 'right', values: [c!, d!] },
 * ]);
 * spec['title'];
 * // => { text: 'Silhouettes', subtitle: 'dashed: mean of all samples' }
 * ```
 */
export function silhouetteChart(clusters: readonly ClusterSilhouettes[], options?: ChartOptions): VegaLiteSpec {
  checkItems('silhouetteChart', clusters, { label: LABEL, values: NUMBERS });
  const { title = 'Silhouettes', most } = chartOptions(options, 'silhouetteChart');
  const sorted = [...clusters].sort((a, b) => b.values.length - a.values.length);
  return stackCharts([silhouettePart(sorted, title, most)]);
}
