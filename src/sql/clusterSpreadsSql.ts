import { checkClusterSource, squaredDistance, type ClusterSource } from './clusterSource.ts';
import { clusterSumsSql } from './clusterSums.ts';

/**
 * Returns the query for the spreads of clusters. The columns are those of {@link clusterMomentsSql}, except that the
 * last one is the sum of the distances of samples from the mean of their cluster, instead of the sum of squared
 * distances.
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
