import { labelText } from '../charts/labelText.ts';
import { shortNumber } from '../charts/shortNumber.ts';
import { countText } from './countText.ts';
import type { ClusterFacts } from './reportFacts.ts';
import { captionOf, type ReportTable } from './reportTable.ts';

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
