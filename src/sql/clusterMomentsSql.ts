import { checkClusterSource, squaredDistance, type ClusterSource } from './clusterSource.ts';
import { clusterSumsSql } from './clusterSums.ts';

/**
 * Returns the query for the moments of clusters. Each row holds a label, the size of its cluster, the number of
 * samples with all values, rounded means, sums of differences from these, the sum of absolute differences over all
 * features, and the sum of squared distances.
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
 * import { clusterMomentsSql } from 'tfjs-metrics/sql';
 *
 * const sql = clusterMomentsSql({
 *   from: 'samples',
 *   features: ['x', 'y'],
 *   labels: 'cluster',
 * });
 * sql.includes('avg("x")'); // true
 * ```
 */
export function clusterMomentsSql(source: ClusterSource): string {
  const checked = checkClusterSource('clusterMomentsSql', source);
  return clusterSumsSql(checked, squaredDistance(checked));
}
