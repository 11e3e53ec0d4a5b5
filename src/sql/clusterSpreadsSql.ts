import { checkClusterSource, squaredDistance, type ClusterSource } from './clusterSource.ts';
import { clusterSumsSql } from './clusterSums.ts';

/**
 * Returns the query for the spreads of clusters. It is like {@link clusterMomentsSql}, but the last column is the sum of
 * the distances of samples from the mean of their cluster, not of the squared distances.
 *
 * @param source - the table, its columns, and the SQL dialect.
 * @returns the SQL text.
 * @throws {@link MetricInputError} if an option or a name is invalid.
 * @see D. L. Davies and D. W. Bouldin, IEEE Transactions on Pattern Analysis 1 (1979) 224–227.
 *
 * @example
 * ```ts
 * import { clusterSpreadsSql } from 'tfjs-metrics/sql';
 *
 * const sql = clusterSpreadsSql({
 *   from: 'samples',
 *   features: ['x', 'y'],
 *   labels: 'cluster',
 * });
 * sql.includes('sum(sqrt('); // true
 * ```
 */
export function clusterSpreadsSql(source: ClusterSource): string {
  const checked = checkClusterSource('clusterSpreadsSql', source);
  return clusterSumsSql(checked, `sqrt(${squaredDistance(checked)})`);
}
