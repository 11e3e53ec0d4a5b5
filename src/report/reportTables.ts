import { labelText, othersText } from '../charts/labelText.ts';
import type { ChartedScore } from '../charts/scoreParts.ts';
import { shortNumber } from '../charts/shortNumber.ts';
import { htmlTable, percent } from './htmlTable.ts';
import type { ClassFacts, ClusterFacts } from './reportFacts.ts';
import { scoreTitle } from './scoreTitle.ts';

/** So many rows are shown of a table. */
const MOST_ROWS = 200;
/** So many clusters are named for a class. */
const MOST_MEMBERS = 4;

/** The scores with their intervals, what chance gives and what they can be. */
export function scoreTable(scores: readonly ChartedScore[]): string {
  const has = (field: 'interval' | 'baseline'): boolean =>
    scores.some((score) => score[field] !== undefined);
  return htmlTable<ChartedScore>(
    'Scores',
    [
      { head: 'Score', kind: 'label', cell: ({ name }) => scoreTitle(name) },
      { head: 'Value', kind: 'number', cell: ({ value }) => shortNumber(value) },
      ...(has('interval')
        ? [{ head: '95 % interval', kind: 'number' as const, cell: ({ interval }: ChartedScore) => interval ? `${shortNumber(interval[0])} … ${shortNumber(interval[1])}` : '–' }] // prettier-ignore
        : []),
      ...(has('baseline')
        ? [{ head: 'By chance', kind: 'number' as const, cell: ({ baseline }: ChartedScore) => baseline === undefined ? '–' : shortNumber(baseline) }] // prettier-ignore
        : []),
      { head: 'Range', kind: 'number', cell: rangeText },
      { head: 'Better', kind: 'text', cell: ({ higherIsBetter }) => higherIsBetter == null ? '–' : higherIsBetter ? 'higher' : 'lower' }, // prettier-ignore
    ],
    scores,
  );
}

function rangeText({ range: [least, greatest] = [-Infinity, Infinity] }: ChartedScore): string {
  const end = (value: number): string =>
    Number.isFinite(value) ? String(value).replace('-', '−') : value < 0 ? '−∞' : '∞';
  return `${end(least)} … ${end(greatest)}`;
}

/** The clusters, the largest first. */
export function clusterTable(clusters: readonly ClusterFacts[]): string {
  const sorted = [...clusters].sort((a, b) => b.size - a.size);
  const has = (field: 'purity' | 'silhouette'): boolean =>
    clusters.some((cluster) => cluster[field] !== undefined);
  const hasClasses = has('purity');
  return htmlTable<ClusterFacts>(
    captionOf('Clusters', sorted.length),
    [
      { head: 'Cluster', kind: 'label', cell: ({ label }) => labelText(label, 40) },
      { head: 'Samples', kind: 'number', cell: ({ size }) => countText(size) },
      { head: 'Share', kind: 'share', cell: ({ share }) => ({ share }) },
      ...(hasClasses
        ? [
            { head: 'Commonest class', kind: 'label' as const, cell: ({ dominantClass }: ClusterFacts) => dominantClass === undefined ? '–' : labelText(dominantClass, 40) }, // prettier-ignore
            { head: 'Purity', kind: 'share' as const, cell: ({ purity = NaN }: ClusterFacts) => ({ share: purity }) }, // prettier-ignore
            { head: 'Entropy (nats)', kind: 'number' as const, cell: ({ entropy }: ClusterFacts) => entropy === undefined ? '–' : shortNumber(entropy) }, // prettier-ignore
          ]
        : []),
      ...(has('silhouette')
        ? [{ head: 'Mean silhouette', kind: 'number' as const, cell: ({ silhouette }: ClusterFacts) => silhouette === undefined ? '–' : shortNumber(silhouette) }] // prettier-ignore
        : []),
    ],
    sorted.slice(0, MOST_ROWS),
  );
}

/** The classes, the least recalled first, and where their members went. */
export function classTable(classes: readonly ClassFacts[]): string {
  const sorted = [...classes].sort((a, b) => a.recall - b.recall || b.size - a.size);
  return htmlTable<ClassFacts>(
    captionOf('Classes', sorted.length, 'the least recalled first'),
    [
      { head: 'Class', kind: 'label', cell: ({ label }) => labelText(label, 40) },
      { head: 'Samples', kind: 'number', cell: ({ size }) => countText(size) },
      { head: 'Recall', kind: 'share', cell: ({ recall }) => ({ share: recall }) },
      { head: 'Its members by cluster', kind: 'list', cell: membersText },
    ],
    sorted.slice(0, MOST_ROWS),
  );
}

/** Labels are isolated, so that one written from right to left does not turn its neighbours around. */
function membersText({ members, size }: ClassFacts): string {
  const parts = members
    .slice(0, MOST_MEMBERS)
    .map(({ cluster, count }) => `${percent(count / size)} in \u2068${labelText(cluster)}\u2069`);
  const rest = members.length - MOST_MEMBERS;
  return [...parts, ...(rest > 0 ? [`the rest in ${othersText(rest)}`] : [])].join(', ');
}

function captionOf(what: string, all: number, order = 'the largest first'): string {
  const shown = all > MOST_ROWS ? `${MOST_ROWS} of ${countText(all)}, ` : '';
  return `${what}, ${shown}${order}`;
}

function countText(count: number): string {
  return count.toLocaleString('en-US', { maximumFractionDigits: 1 });
}
