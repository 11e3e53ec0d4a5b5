import { differencesFrom } from '../../numeric/kernels/differences.ts';
import { centroidsOf, type ClusteredSamples } from '../../state/samples/clusteredSamples.ts';
import { lengthOf, squared } from './distance.ts';
import type { MeanDistances } from './meanDistancesByPairs.ts';

/**
 * Mean squared Euclidean distances of samples from clusters, in O(N K d): Σ |x − y|² over the y of a cluster
 * is its size times |x − m|², plus its dispersion, and nothing cancels.
 */
export function meanSquaredDistances(clustered: ClusteredSamples): MeanDistances {
  return byMoments(clustered, new Uint8Array(clustered.n));
}

/**
 * Twice the mean cosine distances of samples from clusters: the squared distances of their directions.
 *
 * As others have it, a sample of zeros is at distance 1 from all others. So its direction is one that no other
 * sample has a part in.
 */
export function meanAngularDistances(clustered: ClusteredSamples): MeanDistances {
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

/** Mean squared distances; samples that are marked lie 1 off along an axis of their own. */
function byMoments(clustered: ClusteredSamples, isApart: Uint8Array): MeanDistances {
  const { data, n, d, cluster, sizes } = clustered;
  const centroids = centroidsOf(clustered);
  const { squares } = differencesFrom(centroids, clustered);
  const apart = new Float64Array(sizes.length);
  for (let i = 0; i < n; i++) apart[cluster[i]!]! += isApart[i]!;
  const within = new Float64Array(sizes.length);
  for (let i = 0; i < n; i++) {
    const size = sizes[cluster[i]!]!;
    // What its own axis and those of others add to the square.
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
