import { labelText } from '../../charts/labelText.ts';
import { countFormat } from '../document/countText.ts';
import { fillTable, type ReportTable } from '../document/reportTable.ts';
import type { ClassFacts, ClusterFacts, ClusteringFacts } from './clusteringFacts.ts';
import type { Label } from '../../inputs/labels.ts';

/** Maximum number of confusions listed. */
const MAX_CONFUSIONS = 8;

/** Table of the largest groups of samples in a cluster where another class is most common. */
export function confusionTable({ classes, clusters }: Pick<ClusteringFacts, 'classes' | 'clusters'>): ReportTable {
  const largest = confusions(classes, clusters, MAX_CONFUSIONS);
  const text = countFormat(largest.map(({ count }) => count));
  return fillTable({ title: 'Largest confusions', medium: 'page', isBeside: true }, largest, [
    { head: 'Class', kind: 'label', cell: (part) => labelText(part.class) },
    { head: 'In cluster', kind: 'label', cell: ({ cluster }) => labelText(cluster) },
    { head: 'Most common there', kind: 'label', cell: ({ dominantClass }) => labelText(dominantClass) },
    { head: 'Samples', kind: 'number', cell: ({ count }) => text(count) },
    { head: 'Share of class', kind: 'share', cell: ({ share }) => ({ share }) },
  ]);
}

/** Members of a class in a cluster dominated by another class. */
interface Confusion {
  readonly class: Label;
  readonly cluster: Label;
  /** Most common class of the cluster. */
  readonly dominantClass: Label;
  readonly count: number;
  /** Fraction of the class. */
  readonly share: number;
}

/** Returns the `most` largest groups of samples in a cluster dominated by another class, by descending count. */
export function confusions(
  classes: readonly ClassFacts[],
  clusters: readonly ClusterFacts[],
  most: number,
): Confusion[] {
  const dominant = new Map(clusters.map(({ label, dominantClass }) => [label, dominantClass]));
  const all = classes.flatMap(({ label, size, members }) =>
    members.flatMap(({ cluster, count }) => {
      const dominantClass = dominant.get(cluster);
      if (dominantClass === undefined || dominantClass === label) return [];
      return [{ class: label, cluster, dominantClass, count, share: count / size }];
    }),
  );
  return all.sort((a, b) => b.count - a.count).slice(0, most);
}
