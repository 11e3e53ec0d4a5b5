import { type ClusteredSamples, centroidsOf } from '../../../state/samples/clusteredSamples.ts';
import { type Distance, lengthOf, squared } from '../../../numeric/neighbors/distance.ts';
import { meanDistancesByPairs, type MeanDistances } from './meanDistancesByPairs.ts';
import type { SilhouetteDistance } from './silhouetteOptions.ts';
import { differencesFrom } from '../../../numeric/kernels/differencesFrom.ts';

/** Distance of silhouettes, with the order of a Minkowski distance resolved. */
export type ResolvedDistance = Exclude<SilhouetteDistance, 'minkowski'> | Distance;

/**
 * Computes the silhouette of each sample for two or more clusters: (b − a) / max(a, b), with a its mean distance to
 * the others of its cluster and b the smallest mean distance to another cluster; 0 for a cluster of one and for 0/0.
 * Needs no N × N matrix of distances.
 */
export function silhouettes(clustered: ClusteredSamples, metric: ResolvedDistance): Float64Array {
  return silhouettesOf(clustered, meanDistances(clustered, metric));
}

/** Computes the silhouette of each sample from its mean distances. */
export function silhouettesOf(clustered: ClusteredSamples, { own, nearest }: MeanDistances): Float64Array {
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

/**
 * Computes mean squared Euclidean distances of samples from clusters in O(N K d) time: Σ |x − y|² over the samples y
 * of a cluster is its size times |x − m|² plus its dispersion. Both terms are non-negative, so nothing cancels.
 */
function meanSquaredDistances(clustered: ClusteredSamples): MeanDistances {
  return byMoments(clustered, new Uint8Array(clustered.n));
}

/**
 * Computes twice the mean cosine distances of samples from clusters, as squared distances between unit vectors.
 *
 * As in scikit-learn, a sample of zeros has distance 1 from all others. Its direction is therefore treated as an
 * extra axis that is orthogonal to all other samples.
 */
function meanAngularDistances(clustered: ClusteredSamples): MeanDistances {
  const { n, d } = clustered;
  const data = Float64Array.from(clustered.data);
  const isZero = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    const row = data.subarray(i * d, (i + 1) * d);
    const length = lengthOf(row, 0, d);
    if (length === 0) isZero[i] = 1;
    else for (let j = 0; j < d; j++) row[j]! /= length;
  }
  return byMoments({ ...clustered, data }, isZero);
}

/** Computes mean squared distances. Marked samples are offset by 1 along an extra axis each. */
function byMoments(clustered: ClusteredSamples, isApart: Uint8Array): MeanDistances {
  const { data, n, d, cluster, sizes } = clustered;
  const centroids = centroidsOf(clustered);
  const { squares } = differencesFrom(centroids, clustered);
  const apart = new Float64Array(sizes.length);
  for (let i = 0; i < n; i++) apart[cluster[i]!]! += isApart[i]!;
  const within = new Float64Array(sizes.length);
  for (let i = 0; i < n; i++) {
    const size = sizes[cluster[i]!]!;
    // Contribution of the extra axes to the squared distance from the centroid.
    squares[i]! += apart[cluster[i]!]! / size ** 2 + isApart[i]! * (1 - 2 / size);
    within[cluster[i]!]! += squares[i]!;
  }
  const own = new Float64Array(n);
  const nearest = new Float64Array(n).fill(Infinity);
  for (let k = 0; k < sizes.length; k++) {
    const size = sizes[k]!;
    const spread = within[k]! / size + apart[k]! / size ** 2;
    for (let i = 0; i < n; i++) {
      if (cluster[i] === k) {
        own[i] = (size * squares[i]! + within[k]!) / (size - 1);
      } else {
        const far = squared(data, i * d, centroids, k * d, d) + isApart[i]! + spread;
        if (far < nearest[i]!) nearest[i] = far;
      }
    }
  }
  return { own, nearest };
}
