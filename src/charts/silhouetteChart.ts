import { chartOptions, type ChartOptions } from './chartOptions.ts';
import { checkItems, LABEL, NUMBERS } from './checkItems.ts';
import { silhouettePart, type ClusterSilhouettes } from './silhouettePart.ts';
import { stackCharts, type VegaLiteSpec } from './vegaLiteSpec.ts';

/**
 * A silhouette plot: for each cluster the silhouettes of its samples from the largest down, and their mean.
 *
 * An area is as high as its cluster's share of the samples; rows of it are means s̄ of so many samples that it is drawn
 * with some hundred points, however many samples there are.
 *
 * @param clusters - the silhouettes of each cluster, as `silhouetteSamples` gives them.
 * @param options - title, and how many clusters to show.
 * @returns a Vega-Lite specification, of a size that doesn't grow with the samples.
 * @throws {@link MetricInputError} when a label or value is none, or an option is not as described.
 * @see P. J. Rousseeuw, Journal of Computational and Applied Mathematics 20 (1987) 53–65.
 *
 * @example
 * ```ts
 * import { silhouetteSamples } from 'tfjs-metrics';
 * import { silhouetteChart } from 'tfjs-metrics/charts';
 *
 * const [a, b, c, d] = silhouetteSamples([0, 1, 9, 10], ['left', 'left', 'right', 'right']);
 * const spec = silhouetteChart([{ label: 'left', values: [a!, b!] }, { label: 'right', values: [c!, d!] }]);
 * spec['title']; // { text: 'Silhouettes', subtitle: 'dashed: mean of all samples' }
 * ```
 */
export function silhouetteChart(clusters: readonly ClusterSilhouettes[], options?: ChartOptions): VegaLiteSpec {
  checkItems('silhouetteChart', clusters, { label: LABEL, values: NUMBERS });
  const { title = 'Silhouettes', most } = chartOptions(options, 'silhouetteChart');
  return stackCharts([silhouettePart(clusters, title, most)]);
}
