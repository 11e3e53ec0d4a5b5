import type { ClusteredSamples } from '../../../state/samples/clusteredSamples.ts';
import { checkedDistance } from './checkedDistance.ts';
import { checkOrder } from './distanceCheck.ts';
import { distanceBetween } from '../../../numeric/neighbors/distance.ts';
import type { SilhouetteOptions } from './silhouetteOptions.ts';
import type { ResolvedDistance } from './silhouettes.ts';
import { MetricInputError } from '../../../inputs/metricInputError.ts';
import { timesPower } from '../../../numeric/kernels/scalingExponent.ts';

/** Minkowski distances that have a name. */
const NAMED_ORDERS = new Map([
  [1, 'manhattan'],
  [2, 'euclidean'],
  [Infinity, 'chebyshev'],
] as const);

/**
 * Resolves the distance of silhouettes and prepares the samples for it.
 *
 * @throws {@link MetricInputError} if distances are invalid, or `p` does not belong to the metric.
 */
export function readSilhouetteDistance(
  owner: string,
  options: SilhouetteOptions,
  clustered: ClusteredSamples,
): { clustered: ClusteredSamples; metric: ResolvedDistance } {
  const { metric = 'minkowski', p = 2 } = checkOrder(owner, options);
  if (typeof metric === 'function') {
    return { clustered, metric: checkedDistance(owner, metric, clustered.exponent) };
  }
  if (metric === 'precomputed') return { clustered: readDistances(owner, clustered), metric };
  if (metric !== 'minkowski') return { clustered, metric };
  return { clustered, metric: NAMED_ORDERS.get(p as 1) ?? distanceBetween(p) };
}

/**
 * Tolerance for rounding of float32 distances, relative to the largest: 100 units in the last place, as in
 * scikit-learn.
 */
const ROUNDING: number = 100 * 2 ** -23;

/** Relative tolerance for asymmetry, as in NumPy's `allclose`. */
const ASYMMETRY = 1e-5;

/**
 * Checks that samples are rows of a distance matrix, and sets distances that are 0 up to rounding to 0.
 *
 * @throws {@link MetricInputError} if the matrix is not square, or not a distance matrix up to rounding.
 */
function readDistances(owner: string, clustered: ClusteredSamples): ClusteredSamples {
  const { n, d } = clustered;
  if (n !== d) {
    throw new MetricInputError(
      `${owner}: expected distances of shape [N, N] for the metric "precomputed", got [${n}, ${d}]` +
        '; an ignored label removes rows but not columns, so remove such samples beforehand',
    );
  }
  const data = Float64Array.from(clustered.data);
  let largest = 0;
  for (const value of data) largest = Math.max(largest, value);
  const tolerance = ROUNDING * largest;
  const fail = (i: number, j: number, expected: string, got: readonly number[]): never => {
    const values = got.map((value) => timesPower(value, -clustered.exponent)).join(' and ');
    throw new MetricInputError(`${owner}: distances[${i}][${j}]: expected ${expected}, got ${values}`);
  };
  for (let i = 0; i < n; i++) {
    const self = data[i * d + i]!;
    if (Math.abs(self) > tolerance) fail(i, i, '0, the distance of a sample from itself', [self]);
    data[i * d + i] = 0;
    for (let j = 0; j < i; j++) {
      const [there, back] = [data[i * d + j]!, data[j * d + i]!];
      if (there < -tolerance) fail(i, j, 'a distance, 0 or more', [there]);
      if (back < -tolerance) fail(j, i, 'a distance, 0 or more', [back]);
      if (Math.abs(there - back) > tolerance + ASYMMETRY * Math.max(there, back)) {
        fail(i, j, `the same distance as [${j}][${i}]`, [there, back]);
      }
      data[i * d + j] = Math.max(0, there);
      data[j * d + i] = Math.max(0, back);
    }
  }
  return { ...clustered, data };
}
