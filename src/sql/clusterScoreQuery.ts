import { labelOptions, type LabelOptions } from '../inputs/labelOptions.ts';
import { readOptions } from '../inputs/options.ts';
import { checkClusterSource, type ClusterSource } from './clusterSource.ts';
import { requireQuery } from './requireQuery.ts';
import type { SqlRunner } from './sqlRunner.ts';

/** Which columns hold samples and clusters, and the options of scores of them. */
export interface ClusterScoreQuery extends ClusterSource, LabelOptions {}

/** @throws {@link MetricInputError} when an option is missing or not as described. */
export function checkClusterScoreQuery(
  owner: string,
  run: SqlRunner,
  query: ClusterScoreQuery,
): { source: ClusterSource; options: LabelOptions } {
  requireQuery(owner, run, query);
  const { ignoreLabel, onUndefined, ...source } = query;
  const options = readOptions(owner, labelOptions, { ignoreLabel, onUndefined });
  return { source: checkClusterSource(owner, source, run), options };
}
