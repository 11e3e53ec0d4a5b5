import { checkClusterSource, squaredDistance, type ClusterSource } from './clusterSource.ts';
import { clusterSumsSql } from './clusterSums.ts';

/**
 * The query for the spreads of clusters: as {@link clusterMomentsSql}, but with the sum of the distances of
 * samples from the mean of their cluster, not of their squares.
 *
 * @param source - the table, its columns, and how names are written.
 * @returns the text of the query.
 * @throws {@link MetricInputError} when an option or a name is not as described.
 * @see D. L. Davies and D. W. Bouldin, IEEE Transactions on Pattern Analysis 1 (1979) 224–227.
 *
 * @example
 * ```ts
 * import { clusterSpreadsSql } from 'tfjs-metrics/sql';
 *
 * const sql = clusterSpreadsSql({ from: 'samples', features: ['x', 'y'], labels: 'cluster' });
 * sql.includes('sum(sqrt('); // true
 * ```
 */
export function clusterSpreadsSql(source: ClusterSource): string {
  const checked = checkClusterSource('clusterSpreadsSql', source);
  return clusterSumsSql(checked, `sqrt(${squaredDistance(checked)})`);
}
