import { heatMap } from '../../charts/heatMaps/heatMap.ts';
import { numberFormat } from '../../charts/numberFormat.ts';
import { countText, sizedText } from '../document/countText.ts';
import { heatMapRows } from '../document/heatMapRows.ts';
import type { ReportDocument, ReportPart } from '../document/reportDocument.ts';
import type { ReportLimits } from '../document/reportLimits.ts';
import { percent } from '../document/reportTable.ts';
import { scoreTable } from '../document/scoreTable.ts';
import { classTable } from './classTable.ts';
import { clusterTable } from './clusterTable.ts';
import { confusionTable } from './confusionTable.ts';
import { silhouettesChart, sizesChart, tableChart } from './reportChart.ts';
import type { ClusteringFacts } from './clusteringFacts.ts';
import { scoreTitle } from './scoreTitle.ts';
import { verdictOf } from './verdictOf.ts';

/** Maximum number of clusters in a table beside the chart of their sizes, for a similar height. */
const MAX_BESIDE = 12;

/** Arranges the contents of a clustering report. */
export function clusteringDocument(facts: ClusteringFacts, limits: ReportLimits): ReportDocument {
  const { scores, clusters, classes, warnings, notes = [] } = facts;
  const named = scores.map((score) => ({ ...score, name: scoreTitle(score.name) }));
  const parts: readonly (readonly [heading: string, parts: readonly (ReportPart | undefined)[]])[] = [
    ['Scores', [scoreTable(named)]],
    ['Classes by cluster', tableParts(facts, limits)],
    [
      'Clusters',
      [
        {
          chart: () => sizesChart(clusters),
          description: 'Number of samples in each cluster, and how many belong to its most common class.',
        },
        facts.silhouettes && {
          chart: () => silhouettesChart(facts),
          description: 'Silhouettes of the samples in each cluster, in descending order.',
        },
        { ...clusterTable(clusters, limits.rows), isBeside: !facts.silhouettes && clusters.length <= MAX_BESIDE },
      ],
    ],
    ['Classes', [classTable(classes, limits.rows)]],
  ];
  return {
    kind: 'Clustering report',
    title: facts.title,
    sizes: sizesText(facts),
    verdict: verdictOf(scores),
    keyFacts: keyFacts(facts),
    warnings,
    sections: parts.map(([heading, inside]) => ({ heading, parts: inside.filter((part) => part !== undefined) })),
    notes,
  };
}

/** Formats the numbers of samples, clusters and classes. */
function sizesText({ samples, clusters, classes }: ClusteringFacts): string {
  return [
    sizedText(samples, 'sample'),
    sizedText(clusters.length, 'cluster'),
    ...(classes.length === 0 ? [] : [sizedText(classes.length, 'class', 'classes')]),
  ].join(', ');
}

function tableParts({ table, classes, clusters }: ClusteringFacts, { labels }: ReportLimits): ReportPart[] {
  if (table === undefined) return [];
  return [
    {
      chart: () => tableChart(table, labels),
      description: 'Number of samples of each class in each cluster; matched classes and clusters are on the diagonal.',
    },
    confusionTable({ classes, clusters }),
    heatMapRows('Classes (rows) by clusters (columns)', heatMap(table.cells, labels)),
  ];
}

function keyFacts({ samples, clusters, classes, scores }: ClusteringFacts): [name: string, value: string][] {
  const find = (name: string): number | undefined => scores.find((score) => score.name === name)?.value;
  const accuracy = find('clusterAccuracy');
  const silhouette = find('silhouetteScore');
  return [
    ['Samples', countText(samples)],
    ['Clusters', countText(clusters.length)],
    ...(classes.length === 0 ? [] : [['Classes', countText(classes.length)] as [string, string]]),
    ...(accuracy === undefined ? [] : [['Cluster accuracy', percent(accuracy)] as [string, string]]),
    ...(silhouette === undefined
      ? []
      : [['Mean silhouette', numberFormat([silhouette])(silhouette)] as [string, string]]),
  ];
}
