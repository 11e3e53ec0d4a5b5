import { ignoredLabels } from '../inputs/ignoredLabels.ts';
import { describeValue } from '../inputs/describeValue.ts';
import type { LabelOptions } from '../inputs/options/labelOptions.ts';
import { checkLabels, type Label } from '../inputs/labels.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';
import { fromSamplesWithMeans, SAMPLE, type ClusterSource } from './clusterSource.ts';
import { exactNumber } from './rows/exactNumber.ts';
import { finiteNumber } from './rows/finiteNumber.ts';
import { queryRows } from './rows/queryRows.ts';
import { readLabel } from './rows/readLabel.ts';
import { requireEachOnce } from './rows/requireEachOnce.ts';
import type { SqlRunner } from './runners/sqlRunner.ts';

/** Sums over the samples of one cluster. */
interface ClusterSums {
  readonly label: Label;
  readonly size: number;
  /** The mean of its samples, `[d]`. */
  readonly mean: Float64Array;
  /** Squared distance of that mean from the rounded mean that the engine used. */
  readonly offset: number;
  /** Sum of the absolute differences from the mean, over samples and features. */
  readonly extent: number;
  /** Sum of the summand. */
  readonly sum: number;
}

/**
 * Upper bound of the differences between samples; the largest one is at least its reciprocal. Squares, and sums
 * of them, then neither overflow nor lose digits to underflow.
 */
const LARGEST = 2 ** 480;

/** Builds the query for sizes, means, extents and the sum of `summand` over the samples of each cluster. */
export function clusterSumsSql(source: ClusterSource, summand: string): string {
  const values = source.features.map((_, j) => SAMPLE.value(j));
  const differences = values.map((value, j) => `${value} - ${SAMPLE.mean(j)}`);
  const columns = [
    SAMPLE.label,
    'count(*)',
    `count(${values.join(' + ')})`,
    ...values.map((_, j) => `min(${SAMPLE.mean(j)})`),
    ...differences.map((difference) => `sum(${difference})`),
    `sum(${differences.map((difference) => `abs(${difference})`).join(' + ')})`,
    `sum(${summand})`,
  ];
  return `SELECT ${columns.join(', ')} ${fromSamplesWithMeans(source)} GROUP BY ${SAMPLE.label}`;
}

/**
 * Runs a query built by {@link clusterSumsSql}, and leaves out the ignored clusters.
 *
 * @throws {@link MetricInputError} if a value is missing, or is too large or too small for squares.
 */
export async function clusterSums(
  run: SqlRunner,
  sql: string,
  source: ClusterSource,
  ignoreLabel: LabelOptions['ignoreLabel'],
): Promise<ClusterSums[]> {
  const d = source.features.length;
  const rows = await queryRows(run, sql, 5 + 2 * d);
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
  const ignored = ignoredLabels(ignoreLabel);
  const kept = clusters.filter(({ label }) => !ignored.has(label));
  requireScale(source, largestDifference(kept));
  return kept;
}

/** Largest difference between means in any feature, or of samples from them averaged over a cluster. */
function largestDifference(clusters: readonly ClusterSums[]): number {
  let largest = 0;
  for (const { mean, extent, size } of clusters) {
    largest = Math.max(largest, extent / size);
    mean.forEach((value, j) => {
      largest = Math.max(largest, Math.abs(value - clusters[0]!.mean[j]!));
    });
  }
  return largest;
}

/** @throws {@link MetricInputError} if squares of such differences overflow or underflow. */
function requireScale({ features }: ClusterSource, difference: number): void {
  if (difference === 0 || (difference >= 1 / LARGEST && difference <= LARGEST)) return;
  const names = features.map((name) => `"${name}"`).join(', ');
  throw new MetricInputError(
    `columns ${names}: expected differences of samples between 1e-144 and 1e144, got ${difference.toPrecision(2)}; ` +
      'multiply all columns by one factor in a view, which does not change the scores',
  );
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
      `cluster ${describeValue(label)}: expected a value for each feature, got NULL in ${size - complete} of ${size} ` +
        'samples; exclude such rows with the option "where"',
    );
  }
  const d = features.length;
  const { numbers } = row;
  let offset = 0;
  const mean = Float64Array.from(features, (feature, j) => {
    const name = `column "${feature}" ${whose}`;
    const rounded = finiteNumber(numbers[j], `the mean of ${name}`);
    const residual = finiteNumber(numbers[d + j], `the sum of ${name}`) / size;
    offset += residual * residual;
    return rounded + residual;
  });
  const extent = finiteNumber(numbers[2 * d], `the extent ${whose}`);
  // Squares may then overflow. `requireScale` throws, unless the cluster is ignored.
  const isTooLarge = extent / size > LARGEST;
  const sum = isTooLarge ? Infinity : finiteNumber(numbers.at(-1), `the sum ${whose}`);
  return { label, size, mean, offset, extent, sum };
}
