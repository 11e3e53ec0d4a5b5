import { clusterCountProblem } from '../functional/sampleArguments.ts';
import { undefinedScore } from '../functional/undefinedScore.ts';
import { describeValue } from '../inputs/describeValue.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';
import { clusterMomentsSql } from './clusterMomentsSql.ts';
import { checkClusterScoreQuery, type ClusterScoreQuery } from './clusterScoreQuery.ts';
import { clusterSums } from './clusterSums.ts';
import { exactNumber } from './rows/exactNumber.ts';
import { queryRows } from './rows/queryRows.ts';
import { requireEachOnce } from './rows/requireEachOnce.ts';
import { simplifiedSilhouetteSql } from './simplifiedSilhouetteSql.ts';
import type { SqlRunner } from './runners/sqlRunner.ts';

/**
 * Computes the mean simplified silhouette in the database, with two queries: the first for the means of the clusters,
 * the second for the silhouettes.
 *
 * The result of each query has one row per cluster. The full silhouette needs all N² pairs of samples, which a
 * `GROUP BY` cannot sum; compute it in memory on a part of the table.
 *
 * @param run - sends the query to the engine; see {@link SqlRunner}.
 * @param query - the table and its columns.
 * @returns a value in [−1, 1]; higher is better. The value of `onUndefined` (default: NaN) if there is one cluster, or
 * if there are as many clusters as samples.
 * @throws {@link SqlQueryError} if the engine fails; {@link MetricInputError} if an option is invalid, a label or a
 * value is invalid or missing (NULL), differences of samples are above about 1e144, or all of them are below about
 * 1e-144 but not 0, or the table changes between the queries.
 * @see {@link simplifiedSilhouetteSql}
 *
 * @example
 * ```ts
 * import { DuckDBInstance } from '@duckdb/node-api';
 * import {
 *   duckDbRunner,
 *   simplifiedSilhouetteScoreFromSql,
 * } from 'tfjs-metrics/sql';
 *
 * const connection = await (await DuckDBInstance.create()).connect();
 * await simplifiedSilhouetteScoreFromSql(duckDbRunner(connection), {
 *   from: 'examples/data/digits.csv',
 *   features: ['pixel_2_3', 'pixel_4_4'],
 *   labels: 'cluster',
 * }); // -0.2018
 * ```
 */
export async function simplifiedSilhouetteScoreFromSql(run: SqlRunner, query: ClusterScoreQuery): Promise<number> {
  const owner = 'simplifiedSilhouetteScoreFromSql';
  const { source, options } = checkClusterScoreQuery(owner, run, query);
  const clusters = await clusterSums(run, clusterMomentsSql(source), source, options.ignoreLabel);
  const n = clusters.reduce((all, { size }) => all + size, 0);
  const problem = clusterCountProblem(clusters.length, n);
  if (problem !== undefined) return undefinedScore(owner, options.onUndefined, NaN, problem);
  const means = clusters.map(({ mean }) => mean);
  const rows = await queryRows(run, simplifiedSilhouetteSql(source, means), 3);
  requireEachOnce(
    rows,
    ([label]) => String(label),
    ([label]) => `cluster ${describeValue(label)}`,
  );
  const answers = new Map(rows.map((row) => [String(row[0]), row]));
  let total = 0;
  for (const { label, size } of clusters) {
    const [, count, sum] = answers.get(String(label)) ?? [label, 0, 0];
    const whose = `of cluster ${describeValue(label)}`;
    if (exactNumber(count, `the size ${whose}`) !== size) {
      throw new MetricInputError(
        `${owner}: expected the same table in both queries, got size ${size}, then ${String(count)} ${whose}`,
      );
    }
    // The silhouette of a cluster of one sample is 0 by convention.
    if (size > 1) total += exactNumber(sum, `the sum ${whose}`);
  }
  return total / n;
}
