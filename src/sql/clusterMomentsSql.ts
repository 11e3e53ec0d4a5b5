import { checkClusterSource, squaredDistance, type ClusterSource } from './clusterSource.ts';
import { clusterSumsSql } from './clusterSums.ts';

/**
 * Returns the query for the moments of clusters. Its result has one row per cluster and, for d features, these columns:
 *
 * - the label of the cluster;
 * - its number of samples;
 * - the number of its samples without missing values;
 * - d means, rounded by the engine;
 * - d sums of the differences of its samples from these means, which measure the rounding errors;
 * - the sum of the absolute differences, over samples and features;
 * - the sum of the squared Euclidean distances of its samples from the means.
 *
 * Distances are measured from the mean of the cluster, so the query reads the table twice. The textbook formula, the
 * sum of squares minus the square of the sum, would suffer from cancellation for clusters far from 0.
 *
 * @param source - the table, its columns, and the SQL dialect.
 * @returns the SQL text.
 * @throws {@link MetricInputError} if an option or a name is invalid.
 * @see T. F. Chan, G. H. Golub and R. J. LeVeque, The American Statistician 37 (1983) 242–247.
 *
 * @example
 * ```ts
 * import { DuckDBInstance } from '@duckdb/node-api';
 * import { clusterMomentsSql } from 'tfjs-metrics/sql';
 *
 * const connection = await (await DuckDBInstance.create()).connect();
 * await connection.run(`CREATE TABLE samples AS SELECT * FROM
 *   (VALUES (0, 0, 'a'), (3, 4, 'a'), (9, 9, 'b')) AS t(x, y, cluster)`);
 * const sql = clusterMomentsSql({
 *   from: 'samples',
 *   features: ['x', 'y'],
 *   labels: 'cluster',
 * });
 * const answer = await connection.runAndReadAll(`${sql} ORDER BY 1`);
 * // Label, size, samples, means, sums of differences, absolute and squared:
 * answer.getRowsJson();
 * // => [['a', '2', '2', 1.5, 2, 0, 0, 7, 12.5],
 * //   ['b', '1', '1', 9, 9, 0, 0, 0, 0]]
 * ```
 */
export function clusterMomentsSql(source: ClusterSource): string {
  const checked = checkClusterSource('clusterMomentsSql', source);
  return clusterSumsSql(checked, squaredDistance(checked));
}
