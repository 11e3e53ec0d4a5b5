import { daviesBouldinOfSpreads, SAME_POINT } from '../functional/clustering/samples/daviesBouldinOfSpreads.ts';
import { clusterCountProblem } from '../functional/sampleArguments.ts';
import { undefinedScore } from '../functional/undefinedScore.ts';
import { checkClusterScoreQuery, type ClusterScoreQuery } from './clusterScoreQuery.ts';
import { clusterSpreadsSql } from './clusterSpreadsSql.ts';
import { clusterSums } from './clusterSums.ts';
import type { SqlRunner } from './runners/sqlRunner.ts';

/**
 * Computes the Davies–Bouldin score in the database, with one query. The query reads the samples twice: first for the
 * mean of each cluster, and then for the mean distance of its samples from that mean.
 *
 * The result of the query has one row per cluster.
 *
 * @param run - sends the query to the engine; see {@link SqlRunner}.
 * @param query - the table and its columns.
 * @returns a value ≥ 0; **lower** is better. Infinity and NaN as for `daviesBouldinScore`.
 * @throws {@link SqlQueryError} if the engine fails; {@link MetricInputError} if an option is invalid, a label or a
 * value is invalid or missing (NULL), or differences of samples are above about 1e144, or all of them are below about
 * 1e-144 but not 0.
 * @see {@link clusterSpreadsSql}
 *
 * @example
 * ```ts
 * import { DuckDBInstance } from '@duckdb/node-api';
 * import { daviesBouldinScoreFromSql, duckDbRunner } from 'tfjs-metrics/sql';
 *
 * const connection = await (await DuckDBInstance.create()).connect();
 * await daviesBouldinScoreFromSql(duckDbRunner(connection), {
 *   from: 'examples/data/digits.csv',
 *   features: ['pixel_2_3', 'pixel_4_4'],
 *   labels: 'cluster',
 * }); // 14.4856
 * ```
 */
export async function daviesBouldinScoreFromSql(run: SqlRunner, query: ClusterScoreQuery): Promise<number> {
  const owner = 'daviesBouldinScoreFromSql';
  const { source, options } = checkClusterScoreQuery(owner, run, query);
  const clusters = await clusterSums(run, clusterSpreadsSql(source), source, options.ignoreLabel);
  const n = clusters.reduce((all, { size }) => all + size, 0);
  const problem = clusterCountProblem(clusters.length, n);
  if (problem !== undefined) return undefinedScore(owner, options.onUndefined, NaN, problem);
  const centroids = Float64Array.from(clusters.flatMap(({ mean }) => Array.from(mean)));
  const spreads = Float64Array.from(clusters, ({ sum, size }) => sum / size);
  const score = daviesBouldinOfSpreads(centroids, spreads);
  if (!Number.isNaN(score)) return score;
  return undefinedScore(owner, options.onUndefined, NaN, SAME_POINT);
}
