import { MetricInputError } from '../inputs/metricInputError.ts';
import { checkSamples } from '../inputs/samples.ts';
import {
  checkClusterSource,
  fromSamplesWithMeans,
  SAMPLE,
  squaredDistance,
  type ClusterSource,
} from './clusterSource.ts';
import { numberLiteral } from './numberLiteral.ts';

/**
 * The second query for the simplified silhouette: one row for each cluster, with its label, its size and
 * the sum of the silhouettes of its samples.
 *
 * The distances of a sample from all means are written out, so its text grows with clusters × features.
 * Which of the means is the sample's own is seen by where it lies: no label is written into the query.
 *
 * @param source - the table, its columns, and how names are written.
 * @param centroids - the mean of each cluster, `[K, d]`, as {@link clusterMomentsFromSql} finds them.
 * @returns the text of the query.
 * @throws {@link MetricInputError} when an option, a name or a mean is not as described.
 * @see E. R. Hruschka, L. N. de Castro and R. J. G. B. Campello, Fourth IEEE International Conference on
 * Data Mining (2004) 403–406.
 *
 * @example
 * ```ts
 * import { simplifiedSilhouetteSql } from 'tfjs-metrics/sql';
 *
 * const source = { from: 'samples', features: ['x'], labels: 'cluster' };
 * simplifiedSilhouetteSql(source, [[0.5], [9.5]]).includes('9.5E0'); // true
 * ```
 */
export function simplifiedSilhouetteSql(source: ClusterSource, centroids: readonly ArrayLike<number>[]): string {
  const checked = checkClusterSource('simplifiedSilhouetteSql', source);
  const { features } = checked;
  const { data, n, d } = checkSamples(centroids, 'centroids');
  const means = Array.from({ length: n }, (_, k) => Array.from(data.subarray(k * d, (k + 1) * d)));
  if (n < 2 || d !== features.length) {
    throw new MetricInputError(
      `simplifiedSilhouetteSql: expected centroids of 2 clusters or more, ${features.length} finite numbers each`,
    );
  }
  const distances = means.map((mean, k) => distanceFromOther(checked, means, mean, k));
  const inner =
    `SELECT ${SAMPLE.label}, sqrt(${squaredDistance(checked)}) AS tfjs_a, ` +
    `sqrt(${least(distances)}) AS tfjs_b ${fromSamplesWithMeans(checked)}`;
  return (
    `SELECT ${SAMPLE.label}, count(*), sum(CASE WHEN tfjs_b > tfjs_a THEN 1E0 - tfjs_a / tfjs_b ` +
    `WHEN tfjs_a > 0E0 THEN tfjs_b / tfjs_a - 1E0 ELSE 0E0 END) ` +
    `FROM (${inner}) AS tfjs_distances GROUP BY ${SAMPLE.label}`
  );
}

/** Farther than any sample. */
const FAR = '1E300';

/** The squared distance of a sample from a mean that is not its own; else a very large number. */
function distanceFromOther(
  source: ClusterSource,
  means: readonly number[][],
  mean: readonly number[],
  k: number,
): string {
  const literals = mean.map(numberLiteral);
  const distance = squaredDistance(source, (j) => literals[j]!);
  let nearest = Infinity;
  means.forEach((other, i) => {
    if (i === k) return;
    nearest = Math.min(
      nearest,
      mean.reduce((sum, value, j) => sum + (value - other[j]!) ** 2, 0),
    );
  });
  // Another cluster has the same mean: then it is as near as a sample's own.
  if (nearest === 0) return distance;
  const fromOwn = literals.map((literal, j) => {
    const difference = `(${SAMPLE.mean(j)} - ${literal})`;
    return `${difference} * ${difference}`;
  });
  const isOther = `${fromOwn.join(' + ')} > ${numberLiteral(nearest / 4)}`;
  return `CASE WHEN ${isOther} THEN ${distance} ELSE ${FAR} END`;
}

/** The least of all, two at a time: some engines compare no more. */
function least(values: readonly string[]): string {
  if (values.length === 1) return values[0]!;
  const half = values.length >> 1;
  return `least(${least(values.slice(0, half))}, ${least(values.slice(half))})`;
}
