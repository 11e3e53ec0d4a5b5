import { labelText } from '../../charts/labelText.ts';
import { numberFormat } from '../../charts/numberFormat.ts';
import { countFormat } from '../document/countText.ts';
import { detailOf, fillTable, type ReportTable } from '../document/reportTable.ts';
import { bySize } from './bySize.ts';
import type { ClusterFacts } from './clusteringFacts.ts';

/** Table of clusters by descending size. */
export function clusterTable(clusters: readonly ClusterFacts[], most: number): ReportTable {
  const shown = bySize(clusters).slice(0, most);
  const has = (field: 'purity' | 'silhouette'): boolean => clusters.some((cluster) => cluster[field] !== undefined);
  const sizeText = countFormat(shown.map(({ size }) => size));
  const entropyText = numberFormat(shown.map(({ entropy }) => entropy));
  const silhouetteText = numberFormat(shown.map(({ silhouette }) => silhouette));
  return fillTable<ClusterFacts>(
    { title: 'Clusters', detail: detailOf(clusters.length, most, 'largest first') },
    shown,
    [
      { head: 'Cluster', kind: 'label', cell: ({ label }) => labelText(label, 40) },
      { head: 'Samples', kind: 'number', cell: ({ size }) => sizeText(size) },
      { head: 'Share', kind: 'share', cell: ({ share }) => ({ share }) },
      has('purity') && {
        head: 'Most common class',
        kind: 'label',
        cell: ({ dominantClass }) => (dominantClass === undefined ? '–' : labelText(dominantClass, 40)),
      },
      has('purity') && { head: 'Purity', kind: 'share', cell: ({ purity = NaN }) => ({ share: purity }) },
      has('purity') && {
        head: 'Entropy (nats)',
        kind: 'number',
        cell: ({ entropy }) => (entropy === undefined ? '–' : entropyText(entropy)),
      },
      has('silhouette') && {
        head: 'Mean silhouette',
        kind: 'number',
        cell: ({ silhouette }) => (silhouette === undefined ? '–' : silhouetteText(silhouette)),
      },
    ],
    clusters.length,
  );
}
