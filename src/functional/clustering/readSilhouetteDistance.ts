import type { ClusteredSamples } from '../../state/samples/clusteredSamples.ts';
import { checkedDistance } from './checkedDistance.ts';
import { checkOrder } from './distanceCheck.ts';
import { distanceBetween } from './distance.ts';
import { readDistances } from './readDistances.ts';
import type { SilhouetteOptions } from './silhouetteOptions.ts';
import type { ResolvedDistance } from './silhouettes.ts';

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
