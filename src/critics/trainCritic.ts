import * as tf from '@tensorflow/tfjs-core';
import { ceilingOf, takesBaseline } from '../functional/information/bounds/boundOfScores.ts';
import { yieldToEventLoop } from '../numeric/yieldToEventLoop.ts';
import { ValueMoments } from '../state/moments/valueMoments.ts';
import type { Critic, Learned, LogBaseline } from './critic.ts';
import { CriticTraining, reportedBound, type TrainedBound } from './criticTraining.ts';
import { drawnPairs } from './drawnPairs.ts';
import { readTrainCriticOptions, requireFitting, type TrainCriticOptions } from './trainCriticOptions.ts';
import { heldOutPairs } from './heldOutPairs.ts';
import { learnedLogBaseline } from './learnedLogBaseline.ts';
import { namedCritics } from './namedCritics.ts';
import type { PairSource } from './pairSource.ts';
import { SmoothedCurve } from './smoothedCurve.ts';

/** Result of {@link trainCritic}. */
export interface CriticEstimate {
  /**
   * Mean of the bound over the evaluation batches, in nats. It can be negative by chance, or if the critic is
   * undertrained or overfits.
   */
  readonly mutualInfo: number;
  /** Standard error of `mutualInfo`, in nats. It measures the variation between batches, not the bias of the bound. */
  readonly standardError: number;
  /**
   * Running mean of the bound on training batches at the end of training, in nats; NaN if there were no steps. It
   * exceeds `mutualInfo` if the critic overfits.
   */
  readonly smoothed: number;
  /** Bound of each step's batch, in nats. */
  readonly curve: Float64Array;
  /** Running mean of `curve`, in nats. */
  readonly smoothedCurve: Float64Array;
  /**
   * Value at which the bound saturates for batch size K, in nats: ln K for InfoNCE, which cannot exceed it; about
   * ln(K/α) for the interpolated bound with `alpha` α; Infinity for other bounds.
   */
  readonly ceiling: number;
  /** True if the estimate exceeds 80 % of `ceiling`; the mutual information may then be much larger. */
  readonly isSaturated: boolean;
}

/** Fraction of the ceiling above which an estimate counts as saturated. */
const SATURATED = 0.8;

/**
 * Estimates the mutual information of two variables of any dimension by training a critic to maximize a variational
 * bound.
 *
 * For every critic f, the bound of its scores f(xᵢ, yⱼ) over the whole distribution is at most I(X; Y). Adam changes
 * the variables of the critic to maximize the bound of batches. The result is the bound of the trained critic on
 * batches that it was not trained on: new ones from `sample`, or the held-out part of `x` and `y`. `'smile'` is an
 * estimate that can exceed I(X; Y), not a bound. The guide on variational bounds compares the bounds.
 *
 * With `x` and `y`, memory holds the samples in float32, and in float64 while they are read. With `sample`, it holds
 * two batches, and more while the column scales are computed. In both cases, the result holds two numbers per step.
 * Each step reads one small tensor asynchronously and yields to the event loop. All intermediate tensors, variables and
 * optimizer state are freed, also after an error.
 *
 * @param options - samples, bound, critic and training options.
 * @returns the estimate in nats, its standard error and the training curve.
 * @throws {@link MetricInputError} if an option or a sample is invalid, an option has no effect with this bound or
 * these samples, or there are no variables to train; {@link MetricStateError} if the scores are not finite at some
 * step, or if the critic is disposed during training.
 * @see B. Poole et al., ICML 2019, arXiv 1905.06922.
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { trainCritic } from 'tfjs-metrics/critics';
 *
 * // y is x plus noise: ln 2 = 0.69 nats.
 * const sample = (size: number): [tf.Tensor2D, tf.Tensor2D] => {
 *   const x = tf.randomNormal<tf.Rank.R2>([size, 1]);
 *   return [x, tf.tidy(() => tf.add(x, tf.randomNormal([size, 1], 0, 0.577)))];
 * };
 * const estimate = await trainCritic({
 *   sample,
 *   bound: 'infoNce',
 *   steps: 20,
 *   evaluationBatches: 10,
 * });
 * estimate.curve.length; // 20
 * estimate.isSaturated; // false
 * ```
 */
export async function trainCritic(options: TrainCriticOptions): Promise<CriticEstimate> {
  const checked = readTrainCriticOptions(options);
  const bound = boundIn(checked);
  const reported = reportedBound(bound);
  requireFitting(checked, reported);
  await tf.ready();
  const source = await openSource(checked);
  const disposables: Pick<Learned, 'dispose'>[] = [source];
  try {
    const critic = criticFor(checked, source, disposables);
    const baseline = takesBaseline(reported.bound) ? baselineFor(checked, source, disposables) : undefined;
    const { variables = [], learningRate = 5e-4 } = checked;
    const training = new CriticTraining(bound, critic, baseline, {
      owner: 'trainCritic',
      remedy: REMEDY,
      variables,
      learningRate,
    });
    disposables.push(training);
    const curves = await train(training, source, checked);
    const { mean, standardError } = await evaluate(training, source);
    const ceiling = ceilingOf(reported, checked.batchSize ?? BATCH);
    const isSaturated = mean > SATURATED * ceiling;
    return { mutualInfo: mean, standardError, ...curves, ceiling, isSaturated };
  } finally {
    for (const part of disposables) part.dispose();
  }
}

const BATCH = 64;

/** Options that can prevent scores that are not finite. */
const REMEDY =
  'check that the samples are finite, lower "learningRate", set "standardize" to true, or use the bound "infoNce" ' +
  'or "smile"';

function boundIn({ bound = 'infoNce', alpha, clip, contrast }: TrainCriticOptions): TrainedBound {
  return { bound, alpha, clip, contrast };
}

function openSource({
  sample,
  x,
  y,
  batchSize = BATCH,
  evaluationBatches = 100,
  standardize = true,
  validationSplit = 0.2,
  steps,
  seed = 0,
}: TrainCriticOptions): Promise<PairSource> {
  if (sample) return drawnPairs(sample, { batchSize, evaluationBatches, standardize });
  // Without training, all samples are used for evaluation.
  const split = steps === 0 ? 1 : validationSplit;
  return heldOutPairs(x!, y!, { batchSize, validationSplit: split, standardize, seed });
}

function criticFor(
  { critic = 'separable', seed = 0 }: TrainCriticOptions,
  { sizes }: PairSource,
  disposables: Pick<Learned, 'dispose'>[],
): Critic {
  if (typeof critic === 'function') return critic;
  const created = namedCritics[critic](...sizes, { seed });
  disposables.push(created);
  return created;
}

/** Makes the initial weights of the baseline differ from the critic's. XOR, unlike a sum, stays a safe integer. */
const BASELINE_SEED = 100;

function baselineFor(
  { baseline, seed = 0 }: TrainCriticOptions,
  { sizes }: PairSource,
  disposables: Pick<Learned, 'dispose'>[],
): LogBaseline {
  if (baseline) return baseline;
  const created = learnedLogBaseline(sizes[1], { seed: seed ^ BASELINE_SEED });
  disposables.push(created);
  return created;
}

async function train(
  training: CriticTraining,
  source: PairSource,
  { steps = 1000, smoothing = 200, onStep }: TrainCriticOptions,
): Promise<Pick<CriticEstimate, 'smoothed' | 'curve' | 'smoothedCurve'>> {
  const [curve, smoothedCurve]: [number[], number[]] = [[], []];
  const average = new SmoothedCurve(smoothing);
  let step = 0;
  while (step < steps) {
    const batch = await source.forTraining();
    const value = await training.step(batch).finally(() => {
      for (const tensor of batch) tensor.dispose();
    });
    const smoothed = average.add(value);
    curve.push(value);
    smoothedCurve.push(smoothed);
    step++;
    if ((await onStep?.({ step, steps, value, smoothed })) === 'stop') break;
    await yieldToEventLoop();
  }
  return {
    smoothed: smoothedCurve.at(-1) ?? NaN,
    curve: Float64Array.from(curve),
    smoothedCurve: Float64Array.from(smoothedCurve),
  };
}

async function evaluate(training: CriticTraining, source: PairSource): Promise<ValueMoments> {
  const values = new ValueMoments();
  for (const next of source.forEvaluation()) {
    const batch = await next;
    const value = await training.evaluate(batch).finally(() => {
      for (const tensor of batch) tensor.dispose();
    });
    values.add(value);
    await yieldToEventLoop();
  }
  return values;
}
