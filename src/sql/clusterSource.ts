import * as z from 'zod/mini';
import { MetricInputError } from '../inputs/metricInputError.ts';
import { optionSchema, readOptions, type OptionSchema } from '../inputs/options.ts';
import { quoteName } from './sqlDialect.ts';
import type { SqlRunner } from './sqlRunner.ts';
import { fromClause, sqlSourceChecks, type SqlSource } from './sqlSource.ts';

/** Which columns hold samples and their clusters. */
export interface ClusterSource extends SqlSource {
  /** The columns of numbers that make up a sample. */
  readonly features: readonly string[];
  /** The column of clusters. */
  readonly labels: string;
}

const clusterSource: OptionSchema<ClusterSource> = /* @__PURE__ */ optionSchema<ClusterSource>(() => ({
  ...sqlSourceChecks(),
  features: z.custom((value) => Array.isArray(value) && value.length > 0 && new Set(value).size === value.length, {
    error: 'a list of columns, each of them once',
  }),
  labels: z.string({ error: 'the name of a column' }),
}));

/**
 * The source with the dialect of `run` where it names none.
 *
 * @throws {@link MetricInputError} when an option is missing or not as described.
 */
export function checkClusterSource(owner: string, source: unknown, run?: SqlRunner): ClusterSource {
  const given = readOptions(owner, clusterSource, source);
  const options = { ...given, dialect: given.dialect ?? run?.dialect };
  for (const name of ['from', 'features', 'labels'] as const) {
    if (options[name] === undefined) {
      throw new MetricInputError(`${owner}: expected the option "${name}"`);
    }
  }
  return options;
}

/** The names that samples have within a query; no other column has the like. */
export const SAMPLE = {
  label: 'tfjs_label',
  value: (feature: number): string => `tfjs_x${feature}`,
  mean: (feature: number): string => `tfjs_m${feature}`,
};

/**
 * `FROM` the samples, each with the mean of its cluster beside it. What is measured from that mean loses
 * no digits, wherever the cluster lies: engines' own variances do, some of them all.
 *
 * A sample without a label keeps its row, so that it is seen and not lost.
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

/** The squared distance of a sample from the mean of its cluster, or from `means` written out. */
export function squaredDistance({ features }: ClusterSource, means: (feature: number) => string = SAMPLE.mean): string {
  const term = (_: string, j: number): string => {
    const difference = `(${SAMPLE.value(j)} - ${means(j)})`;
    return `${difference} * ${difference}`;
  };
  return features.map(term).join(' + ');
}
