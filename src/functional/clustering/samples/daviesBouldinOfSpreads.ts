import { distanceBetween } from '../../../numeric/neighbors/distance.ts';

/**
 * Computes the Davies–Bouldin score from the mean of each cluster, `K × d`, and its spread, the mean distance of its
 * samples from that mean. NaN if two clusters consist of a single point, the same one.
 */
export function daviesBouldinOfSpreads(centroids: Float64Array, spreads: Float64Array): number {
  const clusters = spreads.length;
  const d = centroids.length / clusters;
  const distance = distanceBetween(2);
  let score = 0;
  for (let i = 0; i < clusters; i++) {
    let worst = 0;
    for (let j = 0; j < clusters; j++) {
      if (i === j) continue;
      const ratio = (spreads[i]! + spreads[j]!) / distance(centroids, i * d, centroids, j * d, d);
      if (Number.isNaN(ratio)) return NaN;
      worst = Math.max(worst, ratio);
    }
    score += worst;
  }
  return score / clusters;
}

/** Reason if {@link daviesBouldinOfSpreads} is NaN. */
export const SAME_POINT = 'two clusters lie at the same point';
