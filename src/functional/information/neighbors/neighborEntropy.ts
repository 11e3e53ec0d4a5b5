import { kthDistances } from '../../../numeric/neighbors/kthDistances.ts';
import type { Norm } from '../../../numeric/neighbors/neighborSearch.ts';
import type { Points } from '../../../numeric/neighbors/points.ts';
import { digammaTable } from './digammaTable.ts';

/** Returns the differential entropy of points in nats; see {@link knnEntropy}. */
export function neighborEntropy(points: Points, k: number, norm: Norm = 'chebyshev'): number {
  const { n, d } = points;
  const psi = digammaTable(n);
  const logDistance = meanLog(kthDistances(points, k, norm).distances);
  return psi[n]! - psi[k]! + logUnitBall(d, norm) + d * logDistance;
}

/** Returns the mean of the logarithms of distances; −Infinity if one is 0. */
export function meanLog(distances: Float64Array): number {
  let sum = 0;
  for (const distance of distances) sum += Math.log(distance);
  return sum / distances.length;
}

/** Returns the logarithm of the volume of the unit ball: V(d) = V(d − 2) · 2π/d, or 2^d for the Chebyshev distance. */
function logUnitBall(d: number, norm: Norm): number {
  if (norm === 'chebyshev') return d * Math.LN2;
  let log = d % 2 === 0 ? 0 : Math.LN2;
  for (let of = d % 2 === 0 ? 2 : 3; of <= d; of += 2) log += Math.log((2 * Math.PI) / of);
  return log;
}
