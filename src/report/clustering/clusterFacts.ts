import { entropyOfSizes } from '../../functional/information/discrete/entropyOfSizes.ts';
import type { Label } from '../../inputs/labels.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import type { ClassFacts, ClusterFacts } from './clusteringFacts.ts';

/** Computes the properties of each cluster from a contingency table. */
export function clusterFacts({ cells }: ContingencyTable): ClusterFacts[] {
  const { predLabels, predSizes, targetLabels, n } = cells;
  return cellsOf(cells.column, predLabels.length).map((places, k) => {
    const counts = Float64Array.from(places, (place) => cells.count[place]!);
    const size = predSizes[k]!;
    const most = counts.reduce((best, count, i) => (count > counts[best]! ? i : best), 0);
    return {
      label: predLabels[k]!,
      size,
      share: size / n,
      purity: Math.min(1, counts[most]! / size),
      dominantClass: targetLabels[cells.row[places[most]!]!]!,
      entropy: entropyOfSizes(counts, size),
    };
  });
}

/** Computes the properties of each class from a contingency table. */
export function classFacts({ cells }: ContingencyTable): ClassFacts[] {
  const { targetLabels, targetSizes, predLabels } = cells;
  return cellsOf(cells.row, targetLabels.length).map((places, k) => {
    const members = places
      .map((place) => ({ cluster: predLabels[cells.column[place]!]!, count: cells.count[place]! }))
      .sort((a, b) => b.count - a.count);
    const size = targetSizes[k]!;
    return {
      label: targetLabels[k]!,
      size,
      recall: Math.min(1, members[0]!.count / size),
      members,
    };
  });
}

/** Computes the properties of each cluster from its size. */
export function sizeFacts(clusters: readonly { readonly label: Label; readonly size: number }[]): ClusterFacts[] {
  const n = clusters.reduce((sum, { size }) => sum + size, 0);
  return clusters.map(({ label, size }) => ({ label, size, share: size / n }));
}

/** Returns the indices of the cells in each group. */
function cellsOf(groups: Int32Array, count: number): number[][] {
  const places = Array.from({ length: count }, (): number[] => []);
  groups.forEach((group, place) => places[group]!.push(place));
  return places;
}
