import { countWithin, justBelow } from '../../neighbors/countWithin.ts';
import { kthDistances } from '../../neighbors/kthDistances.ts';
import { isConstant, type Points, rowsOf } from '../../neighbors/points.ts';
import { digammaTable, meanDigamma } from './digammaOfCounts.ts';

/** Mutual information of points and their classes in nats, as {@link rossMutualInfo} describes it. */
export function rossInformation(points: Points, classes: readonly Int32Array[], k: number): number {
  const kept = classes.filter((members) => members.length > 1);
  const n = kept.reduce((sum, { length }) => sum + length, 0);
  if (kept.length < 2 || isConstant(points)) return 0;
  const { d } = points;
  const psi = digammaTable(n);
  const data = new Float64Array(n * d);
  const distances = new Float64Array(n);
  let information = psi[n]!;
  let filled = 0;
  for (const members of kept) {
    const size = members.length;
    const neighbors = Math.min(k, size - 1);
    const spaced = kthDistances(rowsOf(points, members), neighbors, 'max');
    data.set(spaced.points.data, filled * d);
    distances.set(spaced.distances, filled);
    information += (size / n) * (psi[neighbors]! - psi[size]!);
    filled += size;
  }
  return information - meanDigamma(countWithin({ data, n, d }, justBelow(distances)), psi);
}
