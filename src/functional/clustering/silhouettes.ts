import type { ClusteredSamples } from '../../state/samples/clusteredSamples.ts';
import type { Distance } from '../../numeric/neighbors/distance.ts';
import { meanAngularDistances, meanSquaredDistances } from './meanSquaredDistances.ts';
import { meanDistancesByPairs, type MeanDistances } from './meanDistancesByPairs.ts';
import type { SilhouetteDistance } from './silhouetteOptions.ts';

/** Distance of silhouettes, with the order of a Minkowski distance resolved. */
export type ResolvedDistance = Exclude<SilhouetteDistance, 'minkowski'> | Distance;

/**
 * Computes the silhouette of each sample for two or more clusters: (b − a) / max(a, b), with a its mean distance to
 * the others of its cluster and b the smallest mean distance to another cluster; 0 for a cluster of one and for 0/0.
 * Needs no N × N matrix of distances.
 */
export function silhouettes(clustered: ClusteredSamples, metric: ResolvedDistance): Float64Array {
  const { own, nearest } = meanDistances(clustered, metric);
  return own.map((a, i) => {
    if (clustered.sizes[clustered.cluster[i]!] === 1) return 0;
    const b = nearest[i]!;
    const larger = Math.max(a, b);
    return larger === 0 ? 0 : (b - a) / larger;
  });
}

function meanDistances(clustered: ClusteredSamples, metric: ResolvedDistance): MeanDistances {
  if (metric === 'sqeuclidean') return meanSquaredDistances(clustered);
  if (metric === 'cosine') return meanAngularDistances(clustered);
  return meanDistancesByPairs(clustered, metric);
}
