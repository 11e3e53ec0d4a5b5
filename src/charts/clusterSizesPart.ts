import type { Label } from '../inputs/labels.ts';
import { chartColors } from './chartColors.ts';
import { MAX_LABELS } from './heatMap.ts';
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
  if (rest.length > 0) shown.push(rest.reduce(addUp, { label: othersText(rest.length), size: 0 }));
  const names = labelTexts(shown.map(({ label }) => label));
  const hasClasses = shown.every(({ dominant }) => dominant !== undefined);
  const values = shown.map(({ size, dominant = size }, k) => ({ name: names[k]!, size, dominant }));
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
    width: 300,
    height: { step: 20 },
    data: { values },
    encoding: {
      y: { field: 'name', type: 'nominal', sort: null, title: null, axis: { labelLimit: 240 } },
    },
    layer: [
      bar('size', chartColors.track),
      bar('dominant', chartColors.accent),
      {
        mark: { type: 'text', align: 'left', dx: 5 },
        encoding: {
          ...x('size'),
          text: { field: 'size', format: ',.4~r' },
        },
      },
    ],
  };
}

function addUp(sum: ChartedCluster, { size, dominant }: ChartedCluster): ChartedCluster {
  return {
    ...sum,
    size: sum.size + size,
    dominant: dominant === undefined ? undefined : (sum.dominant ?? 0) + dominant,
  };
}
