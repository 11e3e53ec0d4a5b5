import type { Label } from '../inputs/labels.ts';
import { chartColors } from './chartColors.ts';
import { CHART_WIDTH, barStep } from './cellSize.ts';
import { countDecimals } from './countDecimals.ts';
import { MAX_LABELS } from './heatMaps/heatMap.ts';
import { labelTexts, othersText } from './labelText.ts';
import type { ChartPart } from './vegaLiteSpec.ts';

/** A cluster in a chart. */
export interface ChartedCluster {
  /** Label of the cluster. */
  readonly label: Label;
  /** Number of samples. */
  readonly size: number;
  /** Number of samples of the most common class, if classes are known. */
  readonly dominant?: number | undefined;
}

/** Creates the chart of {@link clusterSizesChart}. */
export function clusterSizesPart(
  clusters: readonly ChartedCluster[],
  title: string,
  most: number = MAX_LABELS,
): ChartPart {
  const sorted = [...clusters].sort((a, b) => b.size - a.size);
  const shown = sorted.slice(0, most);
  const rest = sorted.slice(most);
  const names = labelTexts([...shown.map(({ label }) => label), ...(rest.length > 0 ? [othersText(rest.length)] : [])]);
  const hasClasses = shown.every(({ dominant }) => dominant !== undefined);
  // The others have no bar: the sum of small clusters would shorten all bars.
  const values: readonly ChartPart[] = names.map((name, k) => {
    const cluster = shown[k];
    if (cluster) return { name, size: cluster.size, dominant: cluster.dominant ?? cluster.size };
    return { name, others: rest.reduce((sum, { size }) => sum + size, 0) };
  });
  const format = `,.${countDecimals(clusters.map(({ size }) => size))}f`;
  const domain = [0, shown.reduce((most, { size }) => Math.max(most, size), 1)];
  const x = (field: string): ChartPart => ({
    x: { field, type: 'quantitative', title: 'samples', stack: null, scale: { domain } },
  });
  const bar = (field: string, color: string): ChartPart => ({
    mark: { type: 'bar', color, tooltip: true },
    encoding: x(field),
  });
  return {
    title: {
      text: title,
      subtitle: hasClasses ? 'highlighted: samples of the most common class' : '',
    },
    width: CHART_WIDTH,
    height: { step: barStep(values.length) },
    data: { values },
    encoding: {
      y: { field: 'name', type: 'nominal', sort: null, title: null, axis: { labelLimit: 240 } },
    },
    layer: [
      bar('size', chartColors.track),
      bar('dominant', chartColors.accent),
      {
        mark: { type: 'text', align: 'left', dx: 5 },
        encoding: { ...x('size'), text: { field: 'size', format } },
      },
      ...(rest.length > 0
        ? [
            {
              mark: { type: 'text', align: 'left', dx: 5 },
              transform: [{ filter: 'isValid(datum.others)' }],
              encoding: { x: { value: 0 }, text: { field: 'others', format } },
            },
          ]
        : []),
    ],
  };
}
