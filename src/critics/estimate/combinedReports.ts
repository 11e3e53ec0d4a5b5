import { ksgMutualInfo } from '../../functional/information/neighbors/ksgMutualInfo.ts';
import { inputRows } from '../../inputs/inputRows.ts';
import { flatSamples, type CheckedSamples, type Samples } from '../../inputs/samples.ts';
import { dot } from '../../numeric/linear/orthonormalColumns.ts';
import { mean } from '../../numeric/mean.ts';
import { meanAndVariance } from '../../numeric/meanAndVariance.ts';
import { normalQuantile } from '../../numeric/special/normalQuantile.ts';
import { sum } from '../../numeric/sum.ts';
import { estimateVerdict } from './estimateVerdict.ts';
import { gaussianEstimate, type GaussianEstimate } from './gaussianEstimate.ts';
import type { Folds } from './foldRows.ts';
import type { MutualInfoEstimate } from './mutualInfoEstimate.ts';
import { repeatedShare } from './repeatedShare.ts';
import type { FoldReport } from './reportFold.ts';

/** Largest number of columns, and of samples, for the nearest-neighbor estimate. */
const NEIGHBOR_COLUMNS = 3;
const NEIGHBOR_SAMPLES = 5000;
/**
 * Fraction of the variance in the components for the estimate of normal variables. Ranks of linear combinations leave
 * many components with little variance, which would only add noise.
 */
const VARIANCE = 0.99;

/** All samples. */
interface AllSamples {
  /** Principal components of both variables. */
  readonly columns: readonly [x: readonly Float64Array[], y: readonly Float64Array[]];
  /** Samples as they were given. */
  readonly blocks: readonly [x: CheckedSamples, y: CheckedSamples];
  readonly folds: Folds;
  readonly confidence: number;
}

/** Returns the estimate, its interval and the verdict from the reports of all folds. */
export function combinedReports(reports: readonly FoldReport[], samples: AllSamples): MutualInfoEstimate {
  const { rows, groups, groupCount } = samples.folds;
  const n = groups.length;
  const pointwise = new Float64Array(n);
  const influence = new Float64Array(groupCount);
  rows.forEach((ofFold, k) => {
    const { bound } = reports[k]!;
    ofFold.forEach((row, i) => {
      pointwise[row] = bound.pointwise[i]!;
      influence[groups[row]!]! += bound.influence[i]!;
    });
  });
  const mutualInfo = mean(pointwise);
  const values = reports.map(({ bound }) => bound.value);
  // Training differs from fold to fold too, which the influence of the samples does not show.
  const standardError = Math.max(Math.sqrt(dot(influence, influence)) / n, standardErrorOf(values));
  const growths = reports.flatMap(({ growth }) => growth ?? []);
  const [x, y] = samples.columns.map((columns) => largestComponents(columns, groupCount)) as [
    Float64Array[],
    Float64Array[],
  ];
  const gaussian = gaussianEstimate(x, y);
  const checks = {
    critics: reports.map(({ critic }) => critic.kind),
    training: mean(reports.map(({ trained }) => trained)),
    growth: mean(growths),
    ceiling: Math.log(Math.min(...reports.map(({ bound }) => bound.size))),
    gaussian: gaussian.value,
    neighbors: neighborEstimate(samples),
    repeated: repeatedShare(samples.columns, groups),
  };
  const z = normalQuantile((1 + samples.confidence) / 2);
  const margin = z * standardError;
  const largest = Math.max(mutualInfo, checks.training);
  const gaussianHigh = gaussianLimit(gaussian, { n: groupCount, p: x.length, q: y.length, z });
  const high = reports.some(({ bound }) => bound.isUnlimited) ? Infinity : Math.max(largest + margin, gaussianHigh);
  // The standard error of the nearest-neighbor estimate is about 1 / √N.
  const neighborsHigh = largest + z * Math.hypot(standardError, 1 / Math.sqrt(Math.min(groupCount, NEIGHBOR_SAMPLES)));
  const doubts = reports.flatMap(({ critic }) => critic.doubts);
  return {
    mutualInfo,
    interval: [mutualInfo - margin, high],
    standardError,
    verdict: estimateVerdict({ mutualInfo, high, neighborsHigh, doubts }, checks),
    checks,
    pointwise,
  };
}

function standardErrorOf(values: readonly number[]): number {
  return Math.sqrt(meanAndVariance(values).variance / values.length);
}

/** Returns the components that hold nearly all of the variance, which are fewer than a third of the groups. */
function largestComponents(columns: readonly Float64Array[], groupCount: number): Float64Array[] {
  const variances = columns.map((column) => dot(column, column));
  const needed = VARIANCE * sum(variances);
  let held = 0;
  const few = columns.filter((_, k) => {
    const isNeeded = held < needed;
    held += variances[k]!;
    return isNeeded;
  });
  return few.slice(0, Math.floor(groupCount / 3));
}

/** Numbers of samples and of columns, and quantile of the normal distribution. */
interface GaussianSizes {
  readonly n: number;
  readonly p: number;
  readonly q: number;
  readonly z: number;
}

/**
 * Returns the upper confidence limit of the mutual information of normal variables.
 *
 * For N samples of p and q columns, the variance of the estimate is about Σ ρₖ² / N + p q / (2 N²), with Σ ρₖ² at most
 * min(2 I, p, q), and that of ranks. The limit is the largest I from which the estimate differs by z standard deviations, as in Wilson's
 * interval, so it holds for I near 0 too.
 */
function gaussianLimit({ value, rankVariance }: GaussianEstimate, { n, z, p, q }: GaussianSizes): number {
  // The covariance of p + q columns is estimated from fewer degrees of freedom.
  const noise = (p * q) / (2 * (n - (p + q) / 2) ** 2);
  const spread = Math.min(2 * Math.max(0, value), p, q) / n + rankVariance;
  return value + z ** 2 / n + z * Math.sqrt(spread + z ** 2 / n ** 2 + noise);
}

/** Returns the estimate of nearest neighbors of ranks for a few columns, from one sample of each group. */
function neighborEstimate({ blocks, folds }: AllSamples): number | undefined {
  if (blocks.some(({ d }) => d > NEIGHBOR_COLUMNS)) return undefined;
  const firsts = new Map<number, number>();
  for (const row of folds.rows.flatMap((rows) => Array.from(rows))) {
    const group = folds.groups[row]!;
    if (!firsts.has(group)) firsts.set(group, row);
  }
  const { choose } = inputRows(blocks.map(flatSamples));
  const kept = Int32Array.from(firsts.values()).subarray(0, NEIGHBOR_SAMPLES);
  const [x, y] = choose(kept) as [Samples, Samples];
  return ksgMutualInfo(x, y, { standardize: 'rank' });
}
