import type { ClassFacts, ClusterFacts } from './reportFacts.ts';
import type { Label } from '../inputs/labels.ts';

/** Members of a class that lie in a cluster of another one. */
export interface Confusion {
  readonly class: Label;
  readonly cluster: Label;
  /** The commonest class of that cluster. */
  readonly dominantClass: Label;
  readonly count: number;
  /** Their share of the class. */
  readonly share: number;
}

/** The largest groups of samples that lie among those of another class. */
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
