import { countOf } from '../inputs/countOf.ts';
import { labelText, othersText } from '../charts/labelText.ts';
import type { ChartedScore } from '../charts/scoreParts.ts';
import { shortNumber } from '../charts/shortNumber.ts';
import type { ClassFacts, ClusterFacts, ReportFacts } from './reportFacts.ts';
import { percent, type ReportTable } from './reportTable.ts';
import { scoreTitle } from './scoreTitle.ts';

/** Maximum number of clusters listed per class. */
const MAX_MEMBERS = 4;

/** Table of scores with their intervals, chance baselines and ranges. */
export function scoreTable(scores: readonly ChartedScore[]): ReportTable<ChartedScore> {
  const has = (field: 'interval' | 'baseline'): boolean => scores.some((score) => score[field] !== undefined);
  return {
    caption: 'Scores',
    columns: [
      { head: 'Score', kind: 'label', cell: ({ name }) => scoreTitle(name) },
      { head: 'Value', kind: 'number', cell: ({ value }) => shortNumber(value) },
      ...(has('interval')
        ? [
            {
              head: '95 % interval',
              kind: 'number' as const,
              cell: ({ interval }: ChartedScore) =>
                interval ? `${shortNumber(interval[0])} … ${shortNumber(interval[1])}` : '–',
            },
          ]
        : []),
      ...(has('baseline')
        ? [
            {
              head: 'By chance',
              kind: 'number' as const,
              cell: ({ baseline }: ChartedScore) => (baseline === undefined ? '–' : shortNumber(baseline)),
            },
          ]
        : []),
      { head: 'Range', kind: 'number', cell: rangeText },
      {
        head: 'Better',
        kind: 'text',
        cell: ({ higherIsBetter }) => (higherIsBetter == null ? '–' : higherIsBetter ? 'higher' : 'lower'),
      },
    ],
    rows: scores,
    all: scores.length,
  };
}

function rangeText({ range: [least, greatest] = [-Infinity, Infinity] }: ChartedScore): string {
  const end = (value: number): string =>
    Number.isFinite(value) ? String(value).replace('-', '−') : value < 0 ? '−∞' : '∞';
  return `${end(least)} … ${end(greatest)}`;
}

/** Table of clusters by descending size. */
export function clusterTable(clusters: readonly ClusterFacts[], most: number): ReportTable<ClusterFacts> {
  const sorted = [...clusters].sort((a, b) => b.size - a.size);
  const has = (field: 'purity' | 'silhouette'): boolean => clusters.some((cluster) => cluster[field] !== undefined);
  const hasClasses = has('purity');
  return {
    caption: captionOf('Clusters', sorted.length, most, 'largest first'),
    columns: [
      { head: 'Cluster', kind: 'label', cell: ({ label }) => labelText(label, 40) },
      { head: 'Samples', kind: 'number', cell: ({ size }) => countText(size) },
      { head: 'Share', kind: 'share', cell: ({ share }) => ({ share }) },
      ...(hasClasses
        ? [
            {
              head: 'Most common class',
              kind: 'label' as const,
              cell: ({ dominantClass }: ClusterFacts) =>
                dominantClass === undefined ? '–' : labelText(dominantClass, 40),
            },
            { head: 'Purity', kind: 'share' as const, cell: ({ purity = NaN }: ClusterFacts) => ({ share: purity }) },
            {
              head: 'Entropy (nats)',
              kind: 'number' as const,
              cell: ({ entropy }: ClusterFacts) => (entropy === undefined ? '–' : shortNumber(entropy)),
            },
          ]
        : []),
      ...(has('silhouette')
        ? [
            {
              head: 'Mean silhouette',
              kind: 'number' as const,
              cell: ({ silhouette }: ClusterFacts) => (silhouette === undefined ? '–' : shortNumber(silhouette)),
            },
          ]
        : []),
    ],
    rows: sorted.slice(0, most),
    all: sorted.length,
  };
}

/** Table of classes by ascending recall, with the clusters of their members. */
export function classTable(classes: readonly ClassFacts[], most: number): ReportTable<ClassFacts> {
  const sorted = [...classes].sort((a, b) => a.recall - b.recall || b.size - a.size);
  return {
    caption: captionOf('Classes', sorted.length, most, 'lowest recall first'),
    columns: [
      { head: 'Class', kind: 'label', cell: ({ label }) => labelText(label, 40) },
      { head: 'Samples', kind: 'number', cell: ({ size }) => countText(size) },
      { head: 'Recall', kind: 'share', cell: ({ recall }) => ({ share: recall }) },
      { head: 'Members by cluster', kind: 'list', cell: membersText },
    ],
    rows: sorted.slice(0, most),
    all: sorted.length,
  };
}

/** Wraps each label in bidirectional isolates, so that a right-to-left label does not reorder the text around it. */
function membersText({ members, size }: ClassFacts): string {
  const parts = members
    .slice(0, MAX_MEMBERS)
    .map(({ cluster, count }) => `${percent(count / size)} in \u2068${labelText(cluster)}\u2069`);
  const rest = members.length - MAX_MEMBERS;
  return [...parts, ...(rest > 0 ? [`the rest in ${othersText(rest)}`] : [])].join(', ');
}

function captionOf(what: string, all: number, most: number, order: string): string {
  const shown = all > most ? `${most} of ${countText(all)}, ` : '';
  return `${what}, ${shown}${order}`;
}

/** Formats the numbers of samples, clusters and classes. */
export function sizesText({
  samples,
  clusters,
  classes,
}: Pick<ReportFacts, 'samples' | 'clusters' | 'classes'>): string {
  const sized = (count: number, one: string, many?: string): string => countOf(count, one, many, countText(count));
  return [
    sized(samples, 'sample'),
    sized(clusters.length, 'cluster'),
    ...(classes.length === 0 ? [] : [sized(classes.length, 'class', 'classes')]),
  ].join(', ');
}

/** Formats a count or a sum of weights. */
export function countText(count: number): string {
  return count.toLocaleString('en-US', { maximumFractionDigits: 1 });
}
