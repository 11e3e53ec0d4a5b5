import { countWithin, justBelow } from '../../neighbors/countWithin.ts';
import { kthDistances } from '../../neighbors/kthDistances.ts';
import { columnsOf, isConstant, joinPoints, type Points } from '../../neighbors/points.ts';
import { digammaTable } from './digammaOfCounts.ts';

/** What {@link mixedInformation} goes by. */
export interface MixedSettings {
  readonly k?: number | undefined;
  readonly variant?: 'code' | 'paper' | undefined;
}

/** Mutual information of two blocks of points in nats, as {@link mixedMutualInfo} describes it. */
export function mixedInformation(
  x: Points,
  y: Points,
  { k = 3, variant = 'code' }: MixedSettings,
): number {
  if (isConstant(x) || isConstant(y)) return 0;
  const { points, distances } = kthDistances(joinPoints([x, y]), k, 'max');
  const { n } = points;
  const isCode = variant === 'code';
  const radii = isCode ? justBelow(distances) : distances;
  const ofX = countWithin(columnsOf(points, 0, x.d), radii);
  const ofY = countWithin(columnsOf(points, x.d, y.d), radii);
  const together = distances.includes(0) ? countWithin(points, radii) : undefined;
  const psi = digammaTable(n);
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const neighbors = distances[i] === 0 ? together![i]! - (isCode ? 0 : 1) : k;
    sum += psi[neighbors]!;
    sum -= isCode ? psi[ofX[i]!]! + psi[ofY[i]!]! : Math.log(ofX[i]!) + Math.log(ofY[i]!);
  }
  return Math.log(n) + sum / n;
}
