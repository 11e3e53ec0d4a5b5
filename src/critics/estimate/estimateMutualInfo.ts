import { indices } from '../../numeric/indices.ts';
import * as tf from '@tensorflow/tfjs-core';
import { ksgMutualInfo } from '../../functional/information/neighbors/ksgMutualInfo.ts';
import { countOf } from '../../inputs/countOf.ts';
import { checkLabels } from '../../inputs/labels.ts';
import { checkSampleBlocks } from '../../inputs/checkSampleBlocks.ts';
import { MetricInputError } from '../../inputs/metricInputError.ts';
import type { CheckedSamples } from '../../inputs/samples.ts';
import { toHost } from '../../inputs/toHost.ts';
import { mean } from '../../numeric/mean.ts';
import { normalQuantile } from '../../numeric/special/normalQuantile.ts';
import { separableCritic } from '../separableCritic.ts';
import type { MakeCritic } from '../critic.ts';
import { readEstimateOptions, type EstimateOptions } from './estimateOptions.ts';
import { foldRows } from './foldRows.ts';
import type { MutualInfoEstimate } from './mutualInfoEstimate.ts';
import { principalColumns, rowsOf } from './principalColumns.ts';
import { reportFold, type FoldReport } from './reportFold.ts';
import { estimateVerdict } from './estimateVerdict.ts';

/** Smallest number of samples, and of groups, for each fold. */
const FEWEST_SAMPLES = 20;
/** Largest number of columns, and of samples, for the nearest-neighbor estimate. */
const NEIGHBOR_COLUMNS = 3;
const NEIGHBOR_SAMPLES = 5000;

/**
 * Estimates the mutual information of two variables with any number of columns, with a confidence interval and a verdict
 * that says whether to trust it.
 *
 * The samples are divided into folds. For each fold, critics f(x, y) are fitted to all other folds except one. That one
 * is used to choose between the critics and to end training, and the fold itself only to evaluate the chosen critic. So no
 * sample is scored by a critic that was fitted to it or chosen by it. The critics are that of normal variables, which needs no training, and a network; if neither helps,
 * the variables count as independent. The estimate is the Donsker–Varadhan bound over all pairs of a fold,
 * Î = mean f(xᵢ, yᵢ) − ln mean exp f(xᵢ, yⱼ), i ≠ j, averaged over the folds.
 *
 * Columns are replaced by their normal scores, and more than 64 columns by 64 principal components. The range is
 * (−∞, ∞), and usually 0 to about ln(N / `folds`). Time grows with the number of samples and of training steps; memory
 * holds the samples and up to 1024 × 1024 scores.
 *
 * The verdict is `'doubtful'` if the critics overfit, the estimate grows with the number of samples, is close to its
 * ceiling, differs from that of nearest neighbors, or samples are repeated. If the network cannot learn a dependence from
 * the given samples, the estimate is too low, and the verdict can still be `'reliable'`.
 *
 * @param options - samples, groups, folds and training options.
 * @returns the estimate in nats, its interval and standard error, the verdict, and a value for each sample.
 * @throws {@link MetricInputError} if an option or a sample is invalid, there are fewer than 20 samples or groups for
 * each fold, or all columns of a variable are constant; {@link MetricStateError} if training gives scores that are not
 * finite.
 * @see M. D. Donsker and S. R. S. Varadhan, Communications on Pure and Applied Mathematics 36 (1983); M. I. Belghazi et
 * al., ICML 2018, arXiv 1801.04062.
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { estimateMutualInfo } from 'tfjs-metrics/critics';
 *
 * // y is 2 of 8 columns of x plus noise: ln 2 = 0.69 nats.
 * const x = tf.randomNormal([800, 8], 0, 1, 'float32', 1);
 * const noise = tf.randomNormal([800, 2], 0, 1, 'float32', 2);
 * const y = tf.add(tf.slice(x, [0, 0], [800, 2]), noise);
 * const { mutualInfo, verdict } = await estimateMutualInfo({ x, y, maxSteps: 0 });
 * mutualInfo.toFixed(1); // '0.7'
 * verdict.status; // 'reliable'
 * ```
 */
export async function estimateMutualInfo(options: EstimateOptions): Promise<MutualInfoEstimate> {
  const { x, y, folds: count = 5, confidence = 0.95, seed = 0, onProgress, ...others } = readEstimateOptions(options);
  await tf.ready();
  const [ofX, ofY, labels] = await toHost([x, y, others.groups] as const);
  const blocks = checkSampleBlocks([ofX, ofY], ['x', 'y']) as [CheckedSamples, CheckedSamples];
  const groups = readGroups(labels, blocks[0].n);
  requireEnough(groups, count);
  const folds = foldRows(groups, count, seed);
  const columns = [await varyingColumns('x', blocks[0], seed), await varyingColumns('y', blocks[1], seed)] as const;
  const samples = [rowsOf(columns[0]), rowsOf(columns[1])] as const;
  try {
    const { critic: makeCritic = smallSeparableCritic, batchSize = 256, learningRate = 2e-3, maxSteps = 5000 } = others;
    const training = { batchSize, learningRate, maxSteps, seed };
    const reports: FoldReport[] = [];
    for (let fold = 0; fold < count; fold++) {
      const report = await reportFold({ columns, samples, folds, makeCritic, training }, fold);
      reports.push(report);
      await onProgress?.({ done: fold + 1, folds: count, value: report.bound.value });
    }
    return combine(reports, {
      folds,
      confidence,
      repeated: repeatedShare(columns, groups),
      neighbors: neighborEstimate(blocks),
    });
  } finally {
    tf.dispose([...samples]);
  }
}

const smallSeparableCritic: MakeCritic = (xSize, ySize, { seed }) =>
  separableCritic(xSize, ySize, { hidden: [128, 128], seed });

/** Returns the group of each sample. */
function readGroups(labels: unknown, n: number): ArrayLike<number | string> {
  if (labels === undefined) return indices(n);
  const { values } = checkLabels(labels, 'estimateMutualInfo: option "groups"');
  if (values.length === n) return values;
  throw new MetricInputError(
    `estimateMutualInfo: option "groups": expected one label for each of ${countOf(n, 'sample')}, got ${values.length}`,
  );
}

function requireEnough(groups: ArrayLike<number | string>, folds: number): void {
  const distinct = new Set(Array.from(groups)).size;
  const needed = FEWEST_SAMPLES * folds;
  if (distinct >= needed) return;
  throw new MetricInputError(
    `estimateMutualInfo: expected at least ${needed} samples for ${folds} folds, got ${distinct}` +
      (distinct < groups.length ? ' groups; pass more groups' : '; pass more samples, one per row'),
  );
}

async function varyingColumns(name: string, block: CheckedSamples, seed: number): Promise<Float64Array[]> {
  const columns = await principalColumns(block, seed);
  if (columns.length > 0) return columns;
  throw new MetricInputError(
    `estimateMutualInfo: ${name}: expected a column that varies, got ${countOf(block.d, 'constant column')}`,
  );
}

/** Returns the fraction of samples that repeat one of another group. */
function repeatedShare(columns: readonly (readonly Float64Array[])[], groups: ArrayLike<number | string>): number {
  // Equal samples have equal components, and the first ones are equal by chance only for discrete variables.
  const [x, y] = columns.map(([first]) => first!);
  const seen = new Map<string, number | string>();
  let repeated = 0;
  for (let i = 0; i < groups.length; i++) {
    const key = `${x![i]} ${y![i]}`;
    const group = groups[i]!;
    if (seen.has(key) && seen.get(key) !== group) repeated++;
    else seen.set(key, group);
  }
  return repeated / groups.length;
}

/** Returns the estimate of nearest neighbors of ranks for a few columns. */
function neighborEstimate([x, y]: readonly [CheckedSamples, CheckedSamples]): number | undefined {
  if (Math.max(x.d, y.d) > NEIGHBOR_COLUMNS) return undefined;
  const [first, second] = [x, y].map(({ data, n, d }) => {
    const kept = Math.min(n, NEIGHBOR_SAMPLES);
    return { data: data.subarray(0, kept * d), shape: [kept, d] as const };
  });
  return ksgMutualInfo(first!, second!, { standardize: 'rank' });
}

/** Folds, and properties of all samples. */
interface Combined {
  readonly folds: readonly Int32Array[];
  readonly confidence: number;
  readonly repeated: number;
  readonly neighbors: number | undefined;
}

function combine(
  reports: readonly FoldReport[],
  { folds, confidence, repeated, neighbors }: Combined,
): MutualInfoEstimate {
  const n = folds.reduce((sum, { length }) => sum + length, 0);
  const pointwise = new Float64Array(n);
  let squares = 0;
  folds.forEach((rows, k) => {
    const { bound } = reports[k]!;
    rows.forEach((row, i) => {
      pointwise[row] = bound.pointwise[i]!;
      squares += bound.influence[i]! ** 2;
    });
  });
  const mutualInfo = mean(pointwise);
  const values = reports.map(({ bound }) => bound.value);
  // Training differs from fold to fold too, which the influence of the samples does not show.
  const standardError = Math.max(Math.sqrt(squares) / n, standardErrorOf(values));
  const growths = reports.flatMap(({ growth }) => growth ?? []);
  const checks = {
    critics: reports.map(({ critic }) => critic.kind),
    training: mean(reports.map(({ trained }) => trained)),
    growth: mean(growths),
    ceiling: Math.log(Math.min(...reports.map(({ bound }) => bound.size))),
    neighbors,
    repeated,
  };
  const margin = normalQuantile((1 + confidence) / 2) * standardError;
  const high = Math.max(mutualInfo, checks.training) + margin;
  const doubts = reports.flatMap(({ critic }) => critic.doubts);
  return {
    mutualInfo,
    interval: [mutualInfo - margin, high],
    standardError,
    verdict: estimateVerdict(mutualInfo, high, checks, doubts),
    checks,
    pointwise,
  };
}

function standardErrorOf(values: readonly number[]): number {
  const average = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - average) ** 2, 0);
  return Math.sqrt(squares / (values.length * (values.length - 1)));
}
