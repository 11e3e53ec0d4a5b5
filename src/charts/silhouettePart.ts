import type { Label } from '../inputs/labels.ts';
import { chartColors } from './chartColors.ts';
import { CHART_WIDTH, barStep } from './cellSize.ts';
import { MAX_LABELS } from './heatMaps/heatMap.ts';
import { labelTexts } from './labelText.ts';
import type { ChartPart } from './vegaLiteSpec.ts';

/** Silhouettes of the samples in a cluster, in any order. */
export interface ClusterSilhouettes {
  /** Label of the cluster. */
  readonly label: Label;
  /** Silhouettes in [−1, 1] of all samples in the cluster, or of a uniform random subset. */
  readonly values: ArrayLike<number>;
}

/** Minimum height, for few clusters. */
const MIN_HEIGHT = 160;

/**
 * Creates the chart of {@link silhouetteChart}: an area for each of the first `most` clusters, with a height
 * proportional to its size, and a dashed line at the mean over all samples.
 */
export function silhouettePart(
  clusters: readonly ClusterSilhouettes[],
  title: string,
  most: number = MAX_LABELS,
): ChartPart {
  const shown = clusters.slice(0, most);
  const names = labelTexts(shown.map(({ label }) => label));
  const total = shown.reduce((sum, { values }) => sum + values.length, 0);
  const gap = 4;
  const full = Math.max(MIN_HEIGHT, shown.length * barStep(shown.length));
  const free = full - gap * (shown.length + 1);
  const points: ChartPart[] = [];
  const places: ChartPart[] = [];
  let top = gap;
  shown.forEach(({ values }, k) => {
    const height = Math.max(2, (free * values.length) / total);
    const heights = descending(values, Math.ceil(height));
    heights.forEach((value, row) => {
      points.push({ cluster: k, y: top + (height * row) / heights.length, value });
      if (row === heights.length - 1) points.push({ cluster: k, y: top + height, value });
    });
    places.push({ name: names[k]!, y: top + height / 2 });
    top += height + gap;
  });
  const y = { field: 'y', type: 'quantitative', axis: null, scale: { domain: [0, top], reverse: true, nice: false } };
  const least = Math.min(0, ...points.map(({ value }) => value as number));
  const low = Math.max(-1, Math.floor(least * 5) / 5);
  const x = { type: 'quantitative', scale: { domain: [low, 1], nice: false }, title: 'silhouette' };
  return {
    title: { text: title, subtitle: subtitle(clusters.length, shown.length) },
    width: CHART_WIDTH,
    height: full,
    layer: [
      {
        data: { values: points },
        mark: { type: 'area', orient: 'horizontal', interpolate: 'step-after', color: chartColors.accent },
        encoding: {
          y,
          x: { ...x, field: 'value' },
          x2: { datum: 0 },
          detail: { field: 'cluster', type: 'nominal' },
        },
      },
      {
        data: { values: [{ mean: meanOf(clusters) }] },
        mark: { type: 'rule', strokeDash: [5, 4], strokeWidth: 2, color: chartColors.highlight },
        encoding: { x: { ...x, field: 'mean' } },
      },
      {
        data: { values: places },
        mark: { type: 'text', align: 'right', baseline: 'middle', limit: 240 },
        encoding: { y, x: { value: -8 }, text: { field: 'name' } },
      },
    ],
  };
}

function subtitle(all: number, shown: number): string {
  const which = shown < all ? `the ${shown} largest of ${all} clusters; ` : '';
  return `${which}dashed: mean of all samples`;
}

function meanOf(clusters: readonly ClusterSilhouettes[]): number {
  let [sum, n] = [0, 0];
  for (const { values } of clusters) {
    for (let i = 0; i < values.length; i++) sum += values[i]!;
    n += values.length;
  }
  return sum / n;
}

/** Sorts the values in descending order; more than `most` values are averaged in `most` equal parts. */
function descending(values: ArrayLike<number>, most: number): number[] {
  const sorted = Float64Array.from(values).sort().reverse();
  const rows = Math.min(most, sorted.length);
  return Array.from({ length: rows }, (_, row) => {
    const start = Math.floor((row * sorted.length) / rows);
    const part = sorted.subarray(start, Math.floor(((row + 1) * sorted.length) / rows));
    return part.reduce((sum, value) => sum + value, 0) / part.length;
  });
}
