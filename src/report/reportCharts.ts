import { clusterSizesPart } from '../charts/clusterSizesPart.ts';
import { heatMap } from '../charts/heatMap.ts';
import { heatMapPart } from '../charts/heatMapPart.ts';
import { scoreParts, type ChartedScore } from '../charts/scoreParts.ts';
import { silhouettePart } from '../charts/silhouettePart.ts';
import { stackCharts, type ChartPart, type VegaLiteSpec } from '../charts/vegaLiteSpec.ts';
import type { ReportFacts } from './reportFacts.ts';
import { scoreTitle } from './scoreTitle.ts';

/** Scores computed from samples, without classes; they are drawn separately. */
const OF_SHAPE: ReadonlySet<string> = new Set([
  'calinskiHarabaszScore',
  'daviesBouldinScore',
  'dunnIndex',
  'silhouetteScore',
]);

/** Charts of a report, as far as its data allow. */
interface ReportCharts {
  readonly scores: readonly ChartPart[];
  readonly table?: ChartPart | undefined;
  readonly sizes: ChartPart;
  readonly silhouettes?: ChartPart | undefined;
}

/** Creates the charts of a report. */
export function reportCharts({ scores, clusters, table, silhouettes }: ReportFacts): ReportCharts {
  const named = (ofShape: boolean): ChartedScore[] =>
    scores
      .filter(({ name }) => OF_SHAPE.has(name) === ofShape)
      .map((score) => ({ ...score, name: scoreTitle(score.name) }));
  return {
    scores: [...scoreParts(named(false)), ...scoreParts(named(true))],
    table: table && heatMapPart(heatMap(table.cells), 'Classes and clusters', 'class', 'cluster'),
    sizes: clusterSizesPart(
      clusters.map(({ label, size, purity }) => ({
        label,
        size,
        dominant: purity === undefined ? undefined : Math.round(purity * size * 1e6) / 1e6,
      })),
      'Cluster sizes',
    ),
    silhouettes: silhouettes && silhouettePart(silhouettes, 'Silhouettes'),
  };
}

/** Stacks all charts of a report vertically. */
export function reportChart(facts: ReportFacts): VegaLiteSpec {
  const { scores, table, sizes, silhouettes } = reportCharts(facts);
  return stackCharts([...scores, ...[table, sizes, silhouettes].filter((part) => part !== undefined)]);
}
