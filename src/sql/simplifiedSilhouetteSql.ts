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
 * Returns the second query for the simplified silhouette: one row per cluster, with its label, size and the sum of the
 * silhouettes of its samples.
 *
 * The query contains the distance of a sample from each mean, so its length is proportional to clusters × features. It
 * identifies a sample's own mean by position, so the query contains no labels.
 *
 * @param source - the table, its columns, and the SQL dialect.
 * @param centroids - the mean of each cluster, `[K, d]`, as returned by {@link clusterMomentsFromSql}.
 * @returns the SQL text.
 * @throws {@link MetricInputError} if an option, a name or a mean is invalid.
 * @see E. R. Hruschka, L. N. de Castro and R. J. G. B. Campello, Fourth IEEE International Conference on
 * Data Mining (2004) 403–406.
 *
 * @example
 * ```ts
 * import { DuckDBInstance } from '@duckdb/node-api';
 * import { simplifiedSilhouetteSql } from 'tfjs-metrics/sql';
 *
 * const connection = await (await DuckDBInstance.create()).connect();
 * await connection.run(`CREATE TABLE samples AS SELECT * FROM
 *   (VALUES (0, 'a'), (1, 'a'), (9, 'b'), (10, 'b')) AS t(x, cluster)`);
 * const source = { from: 'samples', features: ['x'], labels: 'cluster' };
 * const sql = simplifiedSilhouetteSql(source, [[0.5], [9.5]]);
 * const answer = await connection.runAndReadAll(`${sql} ORDER BY 1`);
 * // Label, size and sum of silhouettes:
 * answer.getRowsJson(); // [['a', '2', 1.8885], ['b', '2', 1.8885]]
 * ```
 */
export function simplifiedSilhouetteSql(source: ClusterSource, centroids: readonly ArrayLike<number>[]): string {
  const checked = checkClusterSource('simplifiedSilhouetteSql', source);
  const { features } = checked;
  const { data, n, d } = checkSamples(centroids, 'centroids');
  const means = Array.from({ length: n }, (_, k) => Array.from(data.subarray(k * d, (k + 1) * d)));
  if (n < 2 || d !== features.length) {
    throw new MetricInputError(
      `simplifiedSilhouetteSql: expected centroids of shape [K, ${features.length}] with K of 2 or more, got [${n}, ${d}]`,
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

/** Larger than any squared distance. */
const FAR = '1E300';

/** Returns SQL for the squared distance of a sample from mean `k`, or a huge number if that is its own mean. */
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
  // Another cluster has the same mean, so it is as near as the sample's own.
  if (nearest === 0) return distance;
  const fromOwn = literals.map((literal, j) => {
    const difference = `(${SAMPLE.mean(j)} - ${literal})`;
    return `${difference} * ${difference}`;
  });
  const isOther = `${fromOwn.join(' + ')} > ${numberLiteral(nearest / 4)}`;
  return `CASE WHEN ${isOther} THEN ${distance} ELSE ${FAR} END`;
}

/** Returns SQL for the minimum, with nested binary calls: some engines limit `least` to two arguments. */
function least(values: readonly string[]): string {
  if (values.length === 1) return values[0]!;
  const half = values.length >> 1;
  return `least(${least(values.slice(0, half))}, ${least(values.slice(half))})`;
}
