import { meanRanks } from '../sorting/meanRanks.ts';
import { columnsOf, type Points } from './points.ts';
import { normalQuantile } from '../special/normalQuantile.ts';

/**
 * Replaces each column by its normal scores Φ⁻¹(r/(N + 1)), with r its ranks from 1; tied values share their mean
 * rank.
 */
export function normalScores(points: Points): Points {
  const { n, d } = points;
  const scores = new Float64Array(n * d);
  for (let j = 0; j < d; j++) {
    const ranks = meanRanks(columnsOf(points, j, 1).data);
    for (let i = 0; i < n; i++) scores[i * d + j] = normalQuantile((ranks[i]! + 1) / (n + 1));
  }
  return { data: scores, n, d };
}

/** Returns the {@link normalScores} of one column. */
export function normalScoresOf(data: Float64Array): Float64Array {
  return normalScores({ data, n: data.length, d: 1 }).data;
}
