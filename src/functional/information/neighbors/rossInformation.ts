import { countWithin } from '../../../numeric/neighbors/countWithin.ts';
import { kthDistances } from '../../../numeric/neighbors/kthDistances.ts';
import { isConstant, type Points, selectPoints } from '../../../numeric/neighbors/points.ts';
import { digammaTable } from './digammaTable.ts';
import { mean } from '../../../numeric/mean.ts';
import { expectedDigamma } from './expectedDigamma.ts';

/**
 * Returns the mutual information of points and their classes in nats; see {@link rossMutualInfo}. Ties are treated as
 * in {@link localInformation}, with the class as second variable.
 */
export function rossInformation(points: Points, classes: readonly Int32Array[], k: number): number {
  const kept = classes.filter((members) => members.length > 1);
  const n = kept.reduce((sum, { length }) => sum + length, 0);
  if (kept.length < 2 || isConstant(points)) return 0;
  const { d } = points;
  const psi = digammaTable(n);
  const data = new Float64Array(n * d);
  const distances = new Float64Array(n);
  let filled = 0;
  const spans = kept.map((members) => {
    const start = filled;
    const neighbors = Math.min(k, members.length - 1);
    const spaced = kthDistances(selectPoints(points, members), neighbors, 'chebyshev');
    data.set(spaced.points.data, start * d);
    distances.set(spaced.distances, start);
    filled += members.length;
    return { ...spaced, start, neighbors };
  });
  const { within, tied } = countWithin({ data, n, d }, distances);
  const isTied = tied.some((count) => count > 1);
  const values = new Float64Array(n);
  for (const { points: members, distances: radii, start, neighbors } of spans) {
    const own = isTied ? countWithin(members, radii) : undefined;
    for (let at = 0, i = start; at < members.n; at++, i++) {
      const [total, ties] = [within[i]!, tied[i]!];
      values[i] = -psi[members.n]!;
      if (ties === 1) values[i]! += psi[neighbors]! - psi[total - 1]!;
      else if (radii[at] === 0) values[i]! += psi[own!.within[at]!]! - psi[total]!;
      else {
        const removal = { removed: own!.within[at]! - neighbors, marked: own!.tied[at]! };
        values[i]! += psi[neighbors]! - expectedDigamma(psi, total, ties, removal);
      }
    }
  }
  return psi[n]! + mean(values);
}
