import { checkClusterSource, squaredDistance, type ClusterSource } from './clusterSource.ts';
import { clusterSumsSql } from './clusterSums.ts';

/**
 * Returns the query for the spreads of clusters. Its result has one row per cluster and, for d features, these columns:
 *
 * - the label of the cluster;
 * - its number of samples;
 * - the number of its samples without missing values;
 * - d means, rounded by the engine;
 * - d sums of the differences of its samples from these means, which measure the rounding errors;
 * - the sum of the absolute differences, over samples and features;
 * - the sum of the Euclidean distances of its samples from the means.
 *
 * {@link clusterMomentsSql} differs in the last column, which is the sum of the squared distances.
 *
 * @param source - the table, its columns, and the SQL dialect.
 * @returns the SQL text.
 * @throws {@link MetricInputError} if an option or a name is invalid.
 * @see D. L. Davies and D. W. Bouldin, IEEE Transactions on Pattern Analysis 1 (1979) 224–227.
 *
 * @example
 * ```ts
 * import { DuckDBInstance } from '@duckdb/node-api';
 * import { clusterSpreadsSql } from 'tfjs-metrics/sql';
 *
 * const connection = await (await DuckDBInstance.create()).connect();
 * await connection.run(`CREATE TABLE samples AS SELECT * FROM
 *   (VALUES (0, 0, 'a'), (3, 4, 'a'), (9, 9, 'b')) AS t(x, y, cluster)`);
 * const sql = clusterSpreadsSql({
 *   from: 'samples',
 *   features: ['x', 'y'],
 *   labels: 'cluster',
 * });
 * const answer = await connection.runAndReadAll(`${sql} ORDER BY 1`);
 * // The sum of the distances is last:
 * answer.getRowsJson();
 * // => [['a', '2', '2', 1.5, 2, 0, 0, 7, 5], ['b', '1', '1', 9, 9, 0, 0, 0, 0]]
 * ```
 */
export function clusterSpreadsSql(source: ClusterSource): string {
  const checked = checkClusterSource('clusterSpreadsSql', source);
  return clusterSumsSql(checked, `sqrt(${squaredDistance(checked)})`);
}
