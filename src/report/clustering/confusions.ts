import type { ClassFacts, ClusterFacts } from './reportFacts.ts';
import type { Label } from '../../inputs/labels.ts';

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
