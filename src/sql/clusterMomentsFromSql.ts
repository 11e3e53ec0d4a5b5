import { labelOptions, type LabelOptions } from '../inputs/options/labelOptions.ts';
import { ClusterMoments } from '../state/moments/clusterMoments.ts';
import { clusterMomentsSql } from './clusterMomentsSql.ts';
import { checkClusterSource, type ClusterSource } from './clusterSource.ts';
import { clusterSums } from './clusterSums.ts';
import { requireQuery } from './requireQuery.ts';
import type { SqlRunner } from './runners/sqlRunner.ts';

/** Columns of samples and clusters, and clusters to ignore. */
export interface ClusterQuery extends ClusterSource, Pick<LabelOptions, 'ignoreLabel'> {}

/**
 * Computes the size, mean and dispersion of each cluster with one query, as input for `calinskiHarabaszScore`.
 *
 * The result has one row per cluster. If the query fails partway or returns a cluster twice, the function throws; it
 * never returns a partial result. To combine shards, merge their moments.
 *
 * @param run - sends the query to the engine; see {@link SqlRunner}.
 * @param query - the table and its columns.
 * @returns the moments.
 * @throws {@link SqlQueryError} if the engine fails; {@link MetricInputError} if an option is invalid, a label or a
 * value is invalid or missing (NULL), or differences of samples are above about 1e144, or all of them are below about
 * 1e-144 but not 0.
 * @see {@link clusterMomentsSql}
 *
 * @example
 * ```ts
 * import { DuckDBInstance } from '@duckdb/node-api';
 * import { calinskiHarabaszScore } from 'tfjs-metrics';
 * import { clusterMomentsFromSql, duckDbRunner } from 'tfjs-metrics/sql';
 *
 * const connection = await (await DuckDBInstance.create()).connect();
 * const moments = await clusterMomentsFromSql(duckDbRunner(connection), {
 *   from: 'examples/data/digits.csv',
 *   features: ['pixel_2_3', 'pixel_4_4'],
 *   labels: 'cluster',
 * });
 * calinskiHarabaszScore(moments); // 142.458
 * ```
 */
export async function clusterMomentsFromSql(run: SqlRunner, query: ClusterQuery): Promise<ClusterMoments> {
  requireQuery('clusterMomentsFromSql', run, query);
  const { ignoreLabel, ...columns } = query;
  labelOptions({ ignoreLabel }, 'clusterMomentsFromSql');
  const source = checkClusterSource('clusterMomentsFromSql', columns, run);
  const clusters = await clusterSums(run, clusterMomentsSql(source), source, ignoreLabel);
  return ClusterMoments.fromJSON({
    kind: 'ClusterMoments',
    version: 1,
    features: clusters.length === 0 ? 0 : source.features.length,
    clusters: clusters.map(({ label, size, mean, offset, sum }) => {
      const dispersion = Math.max(0, sum - size * offset);
      return { label, size, mean: Array.from(mean), dispersion };
    }),
  });
}
