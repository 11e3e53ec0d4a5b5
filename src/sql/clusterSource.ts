import { requireOptions } from '../inputs/options/requireOptions.ts';
import { quoteName } from './sqlDialect.ts';
import { defineOptions } from '../inputs/options/defineOptions.ts';
import { optionCheck, textCheck } from '../inputs/options/optionCheck.ts';
import type { SqlRunner } from './runners/sqlRunner.ts';
import { fromClause, sqlSource, type SqlSource } from './sqlSource.ts';

/** Columns of samples and their clusters. */
export interface ClusterSource extends SqlSource {
  /** Numeric columns with the features of a sample. */
  readonly features: readonly string[];
  /** Column of cluster labels. */
  readonly labels: string;
}

const clusterSource = /* @__PURE__ */ defineOptions<ClusterSource>('ClusterSource', () => ({
  ...sqlSource.checks(),
  features: optionCheck(
    (value) => Array.isArray(value) && value.length > 0 && new Set(value).size === value.length,
    'a non-empty array of distinct column names',
  ),
  labels: textCheck('the name of a column'),
}));

/**
 * Validates a source. The dialect defaults to that of `run`.
 *
 * @throws {@link MetricInputError} if an option is missing or invalid.
 */
export function checkClusterSource(owner: string, source: unknown, run?: SqlRunner): ClusterSource {
  const given = clusterSource(source, owner);
  const options = { ...given, dialect: given.dialect ?? run?.dialect };
  requireOptions(owner, options, ['from', 'features', 'labels']);
  return options;
}

/** Column names of samples within a query, with a prefix that avoids name clashes. */
export const SAMPLE = {
  label: 'tfjs_label',
  value: (feature: number): string => `tfjs_x${feature}`,
  mean: (feature: number): string => `tfjs_m${feature}`,
};

/**
 * Returns a `FROM` clause of the samples, each joined with the mean of its cluster. Deviations from that mean are
 * accurate wherever the cluster lies; the variance functions of some engines suffer from cancellation.
 *
 * The left join keeps samples without a label, so that they are reported instead of silently dropped.
 */
export function fromSamplesWithMeans(source: ClusterSource): string {
  const { features, labels, dialect = 'standard' } = source;
  const label = quoteName(labels, dialect);
  const values = features.map((name) => quoteName(name, dialect));
  const samples = values.map((value, j) => `${value} AS ${SAMPLE.value(j)}`).join(', ');
  const means = values.map((value, j) => `avg(${value}) AS ${SAMPLE.mean(j)}`).join(', ');
  const from = fromClause(source);
  return (
    `FROM (SELECT ${label} AS ${SAMPLE.label}, ${samples} ${from}) AS tfjs_samples ` +
    `LEFT JOIN (SELECT ${label} AS tfjs_key, ${means} ${from} GROUP BY ${label}) AS tfjs_means ` +
    `ON ${SAMPLE.label} = tfjs_key`
  );
}

/** Returns SQL for the squared distance of a sample from the mean of its cluster, or from the literals `means`. */
export function squaredDistance({ features }: ClusterSource, means: (feature: number) => string = SAMPLE.mean): string {
  const term = (_: string, j: number): string => {
    const difference = `(${SAMPLE.value(j)} - ${means(j)})`;
    return `${difference} * ${difference}`;
  };
  return features.map(term).join(' + ');
}
