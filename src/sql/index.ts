/**
 * Contingency tables, counts of a classifier's scores, cluster moments and soft histograms computed by an SQL engine
 * with a `GROUP BY`, without downloading the rows.
 *
 * Scores over pairs of samples, `silhouetteScore` and `dunnIndex` between samples, are not sums over rows. Compute them
 * in memory on a part of the table.
 *
 * @module
 */
export { clickHouseRunner, type ClickHouseAnswerLike, type ClickHouseClientLike } from './runners/clickHouseRunner.ts';
export { clusterMomentsFromSql, type ClusterQuery } from './clusterMomentsFromSql.ts';
export { clusterMomentsSql } from './clusterMomentsSql.ts';
export type { ClusterScoreQuery } from './clusterScoreQuery.ts';
export type { ClusterSource } from './clusterSource.ts';
export { clusterSpreadsSql } from './clusterSpreadsSql.ts';
export { contingencyFromSql, type ContingencyQuery } from './contingencyFromSql.ts';
export { contingencySql, type ContingencySource } from './contingencySql.ts';
export { daviesBouldinScoreFromSql } from './daviesBouldinScoreFromSql.ts';
export { duckDbRunner, type DuckDbConnectionLike, type DuckDbResultLike } from './runners/duckDbRunner.ts';
export { MetricInputError } from '../inputs/metricInputError.ts';
export { scoreCountsFromSql, type ScoreCountsQuery } from './scoreCountsFromSql.ts';
export { scoreCountsSql, type ScoreCountsSource } from './scoreCountsSql.ts';
export { simplifiedSilhouetteScoreFromSql } from './simplifiedSilhouetteScoreFromSql.ts';
export { simplifiedSilhouetteSql } from './simplifiedSilhouetteSql.ts';
export { softHistogramFromSql } from './softHistogramFromSql.ts';
export { softHistogramSql, type SoftHistogramSource } from './softHistogramSql.ts';
export type { SqlDialect } from './sqlDialect.ts';
export { SqlQueryError } from './sqlQueryError.ts';
export type { SqlRow, SqlRunner } from './runners/sqlRunner.ts';
export type { SqlSource } from './sqlSource.ts';
