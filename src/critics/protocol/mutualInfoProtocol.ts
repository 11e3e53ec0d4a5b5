import { checkSampleBlocks } from '../../inputs/checkSampleBlocks.ts';
import type { Labels } from '../../inputs/labels.ts';
import { inputRows } from '../../inputs/inputRows.ts';
import { flatSamples, type CheckedSamples, type Samples } from '../../inputs/samples.ts';
import { toHost } from '../../inputs/toHost.ts';
import { hashOfNumbers } from '../../numeric/hashOfNumbers.ts';
import { indices } from '../../numeric/indices.ts';
import { mean } from '../../numeric/mean.ts';
import { chiSquaredSurvival } from '../../numeric/special/chiSquaredSurvival.ts';
import { normalQuantile } from '../../numeric/special/normalQuantile.ts';
import { estimateMutualInfo, readGroups } from '../estimate/estimateMutualInfo.ts';
import { networkTraining, type NetworkTraining } from '../estimate/networkFit.ts';
import type { EstimateOptions } from '../estimate/estimateOptions.ts';
import { verdictFrom } from '../estimate/estimateVerdict.ts';
import { nats } from '../estimate/nats.ts';
import type { EstimateVerdict } from '../estimate/mutualInfoEstimate.ts';
import { dividedRows } from './dividedRows.ts';
import { fittedLine, type FittedLine, type MeasuredPoint } from './fittedLine.ts';
import { readProtocolOptions, type ProtocolOptions, type ProtocolRun } from './protocolOptions.ts';

/** Smallest standard error of a point, in nats. */
const SMALLEST_ERROR = 1e-3;
/** Difference, in nats, up to which a check passes in any case. */
const SMALL = 0.1;
/** Fraction of the estimate by which the extrapolation may differ from the estimate of all samples. */
const EXTRAPOLATED = 0.2;
/** Smallest probability of the deviations from the line. */
const UNLIKELY = 0.01;

/** Result of {@link mutualInfoProtocol}. */
export interface MutualInfoProtocol {
  /** Estimate for infinitely many samples, in nats: the line at 1/N = 0. */
  readonly mutualInfo: number;
  /** Confidence interval, in nats. It includes the interval of the estimate from all samples. */
  readonly interval: readonly [low: number, high: number];
  /** Standard error of `mutualInfo`, in nats. */
  readonly standardError: number;
  /** Verdict on the estimate and its interval, with the reasons to doubt them. */
  readonly verdict: EstimateVerdict;
  /** Number of latent dimensions that was chosen. */
  readonly dimensions: number;
  /** Slope of the line: the estimate of p parts is about `mutualInfo + slope · p`. */
  readonly slope: number;
  /** All runs, which can be passed to a later call. */
  readonly runs: readonly ProtocolRun[];
}

/**
 * Estimates mutual information from two sweeps: over the number of latent dimensions, and over the number of samples.
 *
 * First, {@link estimateMutualInfo} estimates with 1, 2, 4, … latent dimensions. The smallest number whose estimate is
 * within a standard error of the largest is chosen. Then the samples are divided into p = 2, …, `parts` parts at random,
 * and up to three parts of each size are estimated. The bias of an estimate is about proportional to 1/N, so the line
 * Î(p) = I + slope · p is fitted to the means, weighted by their standard errors, and I is the result.
 *
 * The verdict is `'doubtful'` if the estimate still grows at the largest number of dimensions, the means do not follow a
 * line, the line ends far from the estimate of all samples, or that estimate is doubtful itself. The time is that of
 * `dimensions.length` estimates from all samples and at most `parts − 1` more.
 *
 * @param options - samples, groups, both sweeps, and the options of {@link estimateMutualInfo}.
 * @returns the estimate in nats, its interval, the verdict and all runs.
 * @throws {@link MetricInputError} if an option or a sample is invalid, there are too few samples or groups for the
 * folds of two parts, a group is larger than a fold of such a part, a variable is constant in it, or for the reasons of
 * {@link estimateMutualInfo}.
 * @see E. Abdelaleem, K. M. Martini, I. Nemenman, arXiv 2506.00330.
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { mutualInfoProtocol } from 'tfjs-metrics/critics';
 *
 * // y is 2 of 8 columns of x plus noise: ln 2 = 0.69 nats.
 * const x = tf.randomNormal([800, 8], 0, 1, 'float32', 1);
 * const noise = tf.randomNormal([800, 2], 0, 1, 'float32', 2);
 * const y = tf.add(tf.slice(x, [0, 0], [800, 2]), noise);
 * const protocol = await mutualInfoProtocol({ x, y, maxSteps: 0 });
 * protocol.mutualInfo.toFixed(1); // '0.7'
 * protocol.dimensions; // 2
 * ```
 */
export async function mutualInfoProtocol(options: ProtocolOptions): Promise<MutualInfoProtocol> {
  const { x, y, dimensions: tried = [1, 2, 4, 8, 16], parts = 4, ...given } = readProtocolOptions(options);
  const { runs: known = [], onProgress, groups: labels, ...others } = given;
  const { seed = 0, folds = 5, confidence = 0.95 } = others;
  const [ofX, ofY, ofGroups] = await toHost([x, y, labels] as const);
  const blocks = checkSampleBlocks([ofX, ofY], ['x', 'y']) as [CheckedSamples, CheckedSamples];
  const groups = readGroups('mutualInfoProtocol', ofGroups, blocks[0].n);
  const divided = dividedRows(groups, blocks, { folds, seed, parts });
  const { choose } = inputRows([...blocks.map(flatSamples), groups]);
  const settings = { folds, confidence, ...networkTraining('mutualInfoProtocol', others) };
  const source = sourceOf(blocks, groups, settings);
  const total = divided.reduce((sum, { length }) => sum + length, tried.length);
  const runs: ProtocolRun[] = [];

  /** Estimates from some samples, unless an earlier call did. */
  const run = async (dimensions: number, rows: Int32Array, division: Division): Promise<ProtocolRun> => {
    const key = { dimensions, ...division, source };
    const estimate = (): ReturnType<typeof estimated> => {
      const [partX, partY, partGroups] = choose(rows) as [Samples, Samples, Labels];
      return estimated({ ...others, x: partX, y: partY, groups: partGroups, dimensions });
    };
    const before = known.find((each) => isSame(each, key));
    const done = before ?? { ...key, samples: rows.length, ...(await estimate()) };
    const [low, high] = done.interval as [number, number | null];
    const complete = { ...done, interval: [low, high ?? Infinity] as const };
    runs.push(complete);
    await onProgress?.(complete, { done: runs.length, total });
    return complete;
  };

  const sweep: ProtocolRun[] = [];
  const all = indices(blocks[0].n);
  for (const dimensions of tried) sweep.push(await run(dimensions, all, { parts: 1, part: 0 }));
  const whole = smallestSufficient(sweep);
  const points = [pointOf([whole])];
  for (const [k, ofSize] of divided.entries()) {
    const ofParts: ProtocolRun[] = [];
    for (const [part, rows] of ofSize.entries()) {
      ofParts.push(await run(whole.dimensions, rows, { parts: k + 2, part }));
    }
    points.push(pointOf(ofParts));
  }
  const line = fittedLine(points);
  const margin = normalQuantile((1 + confidence) / 2) * line.error;
  const reasons = [...doubtsOf(sweep, whole, line, points.length), ...whole.reasons];
  return {
    mutualInfo: line.intercept,
    interval: [
      Math.min(line.intercept - margin, whole.interval[0]),
      Math.max(line.intercept + margin, whole.interval[1]),
    ],
    standardError: line.error,
    verdict: verdictFrom(reasons),
    dimensions: whole.dimensions,
    slope: line.slope,
    runs,
  };
}

type Division = Pick<ProtocolRun, 'parts' | 'part'>;

function isSame(run: ProtocolRun, key: Division & Pick<ProtocolRun, 'dimensions' | 'source'>): boolean {
  return (['dimensions', 'parts', 'part', 'source'] as const).every((name) => run[name] === key[name]);
}

/** Returns a hash of all samples and of the settings of the estimates. */
function sourceOf(
  blocks: readonly CheckedSamples[],
  groups: ArrayLike<number | string>,
  settings: NetworkTraining & Pick<EstimateOptions, 'folds' | 'confidence'>,
): number {
  const text = JSON.stringify([settings, Array.from(groups)]);
  const codes = Uint16Array.from({ length: text.length }, (_, k) => text.charCodeAt(k));
  return hashOfNumbers([...blocks.flatMap(({ data, d }) => [d, hashOfNumbers(data)]), hashOfNumbers(codes)]);
}

async function estimated(
  options: EstimateOptions,
): Promise<Pick<ProtocolRun, 'mutualInfo' | 'standardError' | 'interval' | 'reasons'>> {
  const { mutualInfo, standardError, interval, verdict } = await estimateMutualInfo(options);
  return { mutualInfo, standardError, interval, reasons: verdict.reasons };
}

/** Returns the run with the fewest dimensions whose estimate is within a standard error of the largest. */
function smallestSufficient(sweep: readonly ProtocolRun[]): ProtocolRun {
  const best = sweep.reduce((most, run) => (run.mutualInfo > most.mutualInfo ? run : most));
  return sweep.find(({ mutualInfo }) => mutualInfo >= best.mutualInfo - best.standardError) ?? best;
}

/** Returns the mean of the estimates of one size. */
function pointOf(runs: readonly ProtocolRun[]): MeasuredPoint {
  const squares = runs.map(({ standardError }) => standardError ** 2);
  return {
    x: runs[0]!.parts,
    y: mean(runs.map(({ mutualInfo }) => mutualInfo)),
    // Without a lower limit, folds in which the variables count as independent would have infinite weight.
    error: Math.max(SMALLEST_ERROR, Math.sqrt(mean(squares) / runs.length)),
  };
}

function doubtsOf(
  sweep: readonly ProtocolRun[],
  whole: ProtocolRun,
  { intercept, chiSquared }: FittedLine,
  points: number,
): string[] {
  const reasons: string[] = [];
  const before = sweep.at(-2);
  const rise = before === undefined ? 0 : whole.mutualInfo - before.mutualInfo;
  if (whole === sweep.at(-1) && rise > SMALL) {
    reasons.push(
      `the estimate still grows with the latent dimensions, by ${nats(rise)} from ${before!.dimensions} to ` +
        `${whole.dimensions}; add larger numbers to "dimensions"`,
    );
  }
  if (points > 2 && chiSquaredSurvival(chiSquared, points - 2) < UNLIKELY) {
    reasons.push('the estimates do not follow a line in 1/N, so the value for N → ∞ is uncertain; pass more samples');
  }
  const change = intercept - whole.mutualInfo;
  if (Math.abs(change) > Math.max(SMALL, EXTRAPOLATED * Math.abs(intercept))) {
    reasons.push(
      `the estimate changes with the number of samples: ${nats(whole.mutualInfo)} from all of them, ${nats(intercept)} for N → ∞`,
    );
  }
  return reasons;
}
