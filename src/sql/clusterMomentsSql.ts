import { checkClusterSource, squaredDistance, type ClusterSource } from './clusterSource.ts';
import { clusterSumsSql } from './clusterSums.ts';

/**
 * Returns the query for the moments of clusters. Each row holds a label, the size of its cluster, the number of
 * samples with all values, rounded means, sums of differences from these, the sum of absolute differences over
 * all features, and the sum of squared distances.
 *
 * Each sample is measured from the mean of its own cluster, which a second reading of the same table
 * gives in the same query: sums of squares less squares of sums would lose the digits that clusters far
 * from 0 need.
 *
 * @param source - the table, its columns, and how names are written.
 * @returns the text of the query.
 * @throws {@link MetricInputError} when an option or a name is not as described.
 * @see T. F. Chan, G. H. Golub and R. J. LeVeque, The American Statistician 37 (1983) 242–247.
 *
 * @example
 * ```ts
 * import { clusterMomentsSql } from 'tfjs-metrics/sql';
 *
 * const sql = clusterMomentsSql({ from: 'samples', features: ['x', 'y'], labels: 'cluster' });
 * sql.includes('avg("x")'); // true
 * ```
 */
export function clusterMomentsSql(source: ClusterSource): string {
  const checked = checkClusterSource('clusterMomentsSql', source);
  return clusterSumsSql(checked, squaredDistance(checked));
}
