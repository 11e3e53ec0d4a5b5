import { countWithin } from '../../../numeric/neighbors/countWithin.ts';
import { kthDistances, type SpacedPoints } from '../../../numeric/neighbors/kthDistances.ts';
import { columnsOf, isConstant, joinPoints, type Points } from '../../../numeric/neighbors/points.ts';
import { digammaTable, mean } from './digammaTable.ts';
import { localInformation } from './localInformation.ts';

/** Options for {@link mixedInformation}. */
export interface MixedSettings {
  readonly k?: number | undefined;
  readonly variant?: 'code' | 'paper' | undefined;
}

/** Returns the mutual information of two blocks of points in nats; see {@link mixedMutualInfo}. */
export function mixedInformation(x: Points, y: Points, { k = 3, variant = 'code' }: MixedSettings): number {
  if (isConstant(x) || isConstant(y)) return 0;
  const spaced = kthDistances(joinPoints([x, y]), k, 'chebyshev');
  const values =
    variant === 'code'
      ? localInformation(spaced, [x.d, y.d], VARIABLES, k).values
      : valuesOfPaper(spaced, [x.d, y.d], k);
  return Math.log(x.n) + mean(values);
}

const VARIABLES = [
  { from: 0, to: 1, sign: -1 },
  { from: 1, to: 2, sign: -1 },
] as const;

/** Returns the local estimates of Algorithm 1 of Gao et al. */
function valuesOfPaper(
  { points, distances }: SpacedPoints,
  [width, other]: readonly [number, number],
  k: number,
): Float64Array {
  const ofX = countWithin(columnsOf(points, 0, width), distances).within;
  const ofY = countWithin(columnsOf(points, width, other), distances).within;
  const together = distances.includes(0) ? countWithin(points, distances).within : undefined;
  const psi = digammaTable(points.n);
  return distances.map((distance, i) => {
    const neighbors = distance === 0 ? together![i]! - 1 : k;
    return psi[neighbors]! - Math.log(ofX[i]!) - Math.log(ofY[i]!);
  });
}
