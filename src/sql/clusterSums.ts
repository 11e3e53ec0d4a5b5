import { describeValue } from '../inputs/describeValue.ts';
import type { LabelOptions } from '../inputs/labelOptions.ts';
import { checkLabels, type Label } from '../inputs/labels.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';
import { fromSamplesWithMeans, SAMPLE, type ClusterSource } from './clusterSource.ts';
import { exactNumber } from './exactNumber.ts';
import { queryRows } from './queryRows.ts';
import { readLabel } from './readLabel.ts';
import { requireEachOnce } from './requireEachOnce.ts';
import type { SqlRunner } from './sqlRunner.ts';

/** What a query tells of one cluster. */
export interface ClusterSums {
  readonly label: Label;
  readonly size: number;
  /** The mean of its samples, `[d]`. */
  readonly mean: Float64Array;
  /** How far that is from the mean that the engine measured from, squared. */
  readonly offset: number;
  /** The sum of what was asked for. */
  readonly sum: number;
}

/** The query for sizes, means and a sum over the samples of each cluster. */
export function clusterSumsSql(source: ClusterSource, summand: string): string {
  const values = source.features.map((_, j) => SAMPLE.value(j));
  const columns = [
    SAMPLE.label,
    'count(*)',
    `count(${values.join(' + ')})`,
    ...values.map((_, j) => `min(${SAMPLE.mean(j)})`),
    ...values.map((value, j) => `sum(${value} - ${SAMPLE.mean(j)})`),
    `sum(${summand})`,
  ];
  return `SELECT ${columns.join(', ')} ${fromSamplesWithMeans(source)} GROUP BY ${SAMPLE.label}`;
}

/** Asks for {@link clusterSumsSql}, and leaves out the clusters that are to be ignored. */
export async function clusterSums(
  run: SqlRunner,
  sql: string,
  source: ClusterSource,
  ignoreLabel: LabelOptions['ignoreLabel'],
): Promise<ClusterSums[]> {
  const d = source.features.length;
  const rows = await queryRows(run, sql, 4 + 2 * d);
  const clusters = rows.map(([label, size, complete, ...numbers], i) =>
    readCluster(source, i, { label, size, complete, numbers }),
  );
  checkLabels(
    clusters.map(({ label }) => label),
    `column "${source.labels}"`,
  );
  requireEachOnce(
    clusters,
    ({ label }) => label,
    ({ label }) => `cluster ${describeValue(label)}`,
  );
  const ignored = new Set<Label>([ignoreLabel ?? []].flat() as Label[]);
  return clusters.filter(({ label }) => !ignored.has(label));
}

interface Row {
  readonly label: unknown;
  readonly size: unknown;
  readonly complete: unknown;
  readonly numbers: readonly unknown[];
}

function readCluster({ features, labels }: ClusterSource, i: number, row: Row): ClusterSums {
  const label = readLabel(row.label, labels, i);
  const whose = `of cluster ${describeValue(label)}`;
  const size = exactNumber(row.size, `the size ${whose}`);
  const complete = exactNumber(row.complete, `the number of samples ${whose}`);
  if (complete !== size) {
    throw new MetricInputError(
      `${size - complete} of ${size} samples ${whose} miss a value (NULL): ` +
        'leave such rows out with the option where',
    );
  }
  const [means, rest] = [row.numbers.slice(0, features.length), row.numbers.slice(features.length)];
  let offset = 0;
  const mean = Float64Array.from(means, (value, j) => {
    const name = `column "${features[j]!}" ${whose}`;
    const residual = exactNumber(rest[j], `the sum of ${name}`) / size;
    offset += residual * residual;
    return exactNumber(value, `the mean of ${name}`) + residual;
  });
  return { label, size, mean, offset, sum: exactNumber(rest.at(-1), `the sum ${whose}`) };
}
