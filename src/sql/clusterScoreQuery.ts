import { labelOptions, type LabelOptions } from '../inputs/options/labelOptions.ts';
import { checkClusterSource, type ClusterSource } from './clusterSource.ts';
import { requireQuery } from './requireQuery.ts';
import type { SqlRunner } from './runners/sqlRunner.ts';

/** Columns of samples and clusters, and options of cluster scores. */
export interface ClusterScoreQuery extends ClusterSource, LabelOptions {}

/** @throws {@link MetricInputError} if an option is missing or invalid. */
export function checkClusterScoreQuery(
  owner: string,
  run: SqlRunner,
  query: ClusterScoreQuery,
): { source: ClusterSource; options: LabelOptions } {
  requireQuery(owner, run, query);
  const { ignoreLabel, onUndefined, ...source } = query;
  const options = labelOptions({ ignoreLabel, onUndefined }, owner);
  return { source: checkClusterSource(owner, source, run), options };
}
