import { clusterSizesPart } from '../../charts/clusterSizesPart.ts';
import { heatMap } from '../../charts/heatMaps/heatMap.ts';
import { heatMapPart } from '../../charts/heatMaps/heatMapPart.ts';
import { scoreParts, type ChartedScore } from '../../charts/scoreParts.ts';
import { silhouettePart } from '../../charts/silhouettePart.ts';
import { stackCharts, type ChartPart, type VegaLiteSpec } from '../../charts/vegaLiteSpec.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import { bySize } from './bySize.ts';
import type { ClusterFacts, ClusteringFacts } from './clusteringFacts.ts';
import { scoreTitle } from './scoreTitle.ts';

/** Scores computed from samples, without classes; they are drawn separately. */
const OF_SHAPE: ReadonlySet<string> = new Set([
  'calinskiHarabaszScore',
  'daviesBouldinScore',
  'dunnIndex',
  'silhouetteScore',
]);

/** Stacks all charts of a report vertically. */
export function reportChart(facts: ClusteringFacts): VegaLiteSpec {
  const { scores, clusters, table, silhouettes } = facts;
  const named = (ofShape: boolean): ChartedScore[] =>
    scores
      .filter(({ name }) => OF_SHAPE.has(name) === ofShape)
      .map((score) => ({ ...score, name: scoreTitle(score.name) }));
  return stackCharts([
    ...scoreParts(named(false)),
    ...scoreParts(named(true)),
    ...(table ? [tableChart(table)] : []),
    sizesChart(clusters),
    ...(silhouettes ? [silhouettesChart(facts)] : []),
  ]);
}

/** Heat map of classes and clusters. */
export function tableChart({ cells }: ContingencyTable, most?: number): ChartPart {
  return heatMapPart(heatMap(cells, most), {
    title: 'Classes and clusters',
    rowTitle: 'class',
    columnTitle: 'cluster',
  });
}

/** Bar chart of the clusters, with the part of each bar that belongs to the most common class. */
export function sizesChart(clusters: readonly ClusterFacts[]): ChartPart {
  return clusterSizesPart(
    clusters.map(({ label, size, purity }) => ({
      label,
      size,
      dominant: purity === undefined ? undefined : Math.round(purity * size * 1e6) / 1e6,
    })),
    'Cluster sizes',
  );
}

/** Silhouette plot in the order of the clusters' sizes, which silhouettes of a subset may not show. */
export function silhouettesChart({ clusters, silhouettes = [] }: ClusteringFacts): ChartPart {
  const places = new Map(bySize(clusters).map(({ label }, place) => [label, place]));
  const sorted = [...silhouettes].sort((a, b) => (places.get(a.label) ?? 0) - (places.get(b.label) ?? 0));
  return silhouettePart(sorted, 'Silhouettes');
}
