import * as tf from '@tensorflow/tfjs-core';
import { ceilingOf, takesBaseline, type BoundSettings } from '../functional/information/bounds/boundOfScores.ts';
import type { Samples } from '../inputs/samples.ts';
import { yieldToEventLoop } from '../numeric/yieldToEventLoop.ts';
import { ValueMoments } from '../state/moments/valueMoments.ts';
import type { Critic, Learned, LogBaseline, TrainedVariable } from './critic.ts';
import { CriticTraining, valuedBound, type TrainedBound } from './criticTraining.ts';
import { drawnPairs, type DrawSamples } from './drawnPairs.ts';
import { readEstimateOptions, requireFitting } from './readEstimateOptions.ts';
import { heldOutPairs } from './heldOutPairs.ts';
import { learnedLogBaseline } from './learnedLogBaseline.ts';
import { namedCritics, type CriticName } from './namedCritics.ts';
import type { PairSource } from './pairSource.ts';
import { SmoothedCurve } from './smoothedCurve.ts';

/** How far an estimate has come. */
export interface EstimateStep {
  /** Which step it was, from 1. */
  readonly step: number;
  /** How many there will be. */
  readonly steps: number;
  /** The bound of this step's batch, in nats. */
  readonly value: number;
  /** The running mean of it, in nats. */
  readonly smoothed: number;
}

/** Options of {@link estimateMutualInfo}: either `sample`, or `x` and `y`. */
export interface EstimateOptions extends BoundSettings {
  /** Which bound the critic is trained by; `'infoNce'` when left out. */
  readonly bound?: TrainedBound['bound'] | undefined;
  /**
   * The critic: a kind that is made for this estimate (`'separable'` when left out), or a function of your own, which
   * gets the samples standardised unless `standardize` is `false`.
   */
  readonly critic?: CriticName | Critic | undefined;
  /** For the bounds `'tuba'` and `'interpolated'`: the log-baseline; a network when left out. */
  readonly baseline?: LogBaseline | undefined;
  /** What is trained besides the variables of critic and baseline, such as `trainableWeights` of an encoder. */
  readonly variables?: readonly TrainedVariable[] | undefined;
  /**
   * Draws new samples at every step, for each evaluation batch, and where the samples are standardised 1024 or more
   * before, which tell the scales; the tensors that it gives are freed.
   */
  readonly sample?: DrawSamples | undefined;
  /** The samples of one variable, as many as there are. */
  readonly x?: Samples | undefined;
  /** The samples of the other variable, in the same order. */
  readonly y?: Samples | undefined;
  /** K, how many samples a batch has; 64 when left out. */
  readonly batchSize?: number | undefined;
  /** How many steps the critic is trained for; 1000 when left out, 0 for a critic that stays as it is. */
  readonly steps?: number | undefined;
  /** The learning rate of Adam; 0.0005 when left out. */
  readonly learningRate?: number | undefined;
  /** What the first weights, the split and the order of the samples come from; 0 when left out. */
  readonly seed?: number | undefined;
  /** Whether each column is brought to mean 0 and variance 1, which mutual information doesn't feel; `true` when left out. */
  readonly standardize?: boolean | undefined;
  /** The share of `x` and `y` that is held out of training; 0.2 when left out. */
  readonly validationSplit?: number | undefined;
  /** How many batches of `sample` the trained critic is evaluated on; 100 when left out. */
  readonly evaluationBatches?: number | undefined;
  /** The span of the running mean, in steps; 200 when left out. */
  readonly smoothing?: number | undefined;
  /** Called after every step and waited for; training ends early when it gives `'stop'`. */
  readonly onStep?: ((progress: EstimateStep) => unknown) | undefined;
}

/** What {@link estimateMutualInfo} finds. */
export interface MutualInfoEstimate {
  /**
   * The mean of the bound over the evaluation batches, in nats; below 0 by chance, or where the critic is not trained
   * yet or over-fits.
   */
  readonly mutualInfo: number;
  /** The standard error of that mean, in nats: how much it varies, not how far from the truth the bound is. */
  readonly standardError: number;
  /**
   * The running mean of the bound at the end of training, in nats; above `mutualInfo` where the critic over-fits; NaN for
   * no steps.
   */
  readonly smoothed: number;
  /** The bound of the batch of each step, in nats. */
  readonly curve: Float64Array;
  /** The running mean of the curve. */
  readonly smoothedCurve: Float64Array;
  /**
   * Where the bound saturates at this batch size, in nats: at ln K for InfoNCE, which it can't exceed; at about
   * ln(K/α) for the interpolated bound; Infinity for others.
   */
  readonly ceiling: number;
  /** Whether the estimate is above four fifths of its ceiling, so that there may be far more than it says. */
  readonly isSaturated: boolean;
}

/** An estimate above this share of its ceiling is taken for saturated. */
const SATURATED = 0.8;

/**
 * Mutual information of two variables of any dimension, by training a critic to tell samples that belong
 * together from others: a variational bound at its optimum.
 *
 * I(X; Y) ≥ max over f of the bound of f(xᵢ, yⱼ), trained by Adam. What is reported is the bound of the trained
 * critic on batches that it has not seen: new ones from `sample`, or the part of `x` and `y` that is held out.
 * Which bound to take, and what each promises, says the guide of variational bounds; `'smile'` is no bound.
 *
 * Memory: the samples in float32, or with `sample` two batches, after those that tell the scales. Tensors are read
 * without blocking, one small one a step, and the event loop gets its turn. All that is made here is freed, also
 * when an error ends the training.
 *
 * @param options - samples, bound, critic, and how it is trained.
 * @returns the estimate in nats, its standard error, and the curve of training.
 * @throws {@link MetricInputError} when an option or a sample is not as described, an option has no effect for the
 * bound or the samples, or nothing is to be trained; {@link MetricStateError} at the step whose scores are not finite
 * any more, or whose critic has been disposed of.
 * @see B. Poole et al., ICML 2019, arXiv 1905.06922.
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { estimateMutualInfo } from 'tfjs-metrics/critics';
 *
 * // y is x and noise: ln 2 = 0.69 nats.
 * const sample = (size: number): [tf.Tensor2D, tf.Tensor2D] => {
 *   const x = tf.randomNormal<tf.Rank.R2>([size, 1]);
 *   return [x, tf.tidy(() => tf.add(x, tf.randomNormal([size, 1], 0, 0.577)))];
 * };
 * const estimate = await estimateMutualInfo({ sample, bound: 'infoNce', steps: 20, evaluationBatches: 10 });
 * estimate.curve.length; // 20
 * estimate.isSaturated; // false
 * ```
 */
export async function estimateMutualInfo(options: EstimateOptions): Promise<MutualInfoEstimate> {
  const checked = readEstimateOptions(options);
  const bound = boundIn(checked);
  const valued = valuedBound(bound);
  requireFitting(checked, valued);
  await tf.ready();
  const source = await openSource(checked);
  const made: Pick<Learned, 'dispose'>[] = [source];
  try {
    const critic = criticFor(checked, source, made);
    const baseline = takesBaseline(valued.bound) ? baselineFor(checked, source, made) : undefined;
    const { variables = [], learningRate = 5e-4 } = checked;
    const training = new CriticTraining(bound, critic, baseline, { variables, learningRate });
    made.push(training);
    const curves = await train(training, source, checked);
    const { mean, standardError } = await evaluate(training, source);
    const ceiling = ceilingOf(valued, checked.batchSize ?? BATCH);
    const isSaturated = mean > SATURATED * ceiling;
    return { mutualInfo: mean, standardError, ...curves, ceiling, isSaturated };
  } finally {
    for (const part of made) part.dispose();
  }
}

const BATCH = 64;

function boundIn({ bound = 'infoNce', alpha, clip, contrast }: EstimateOptions): TrainedBound {
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
}: EstimateOptions): Promise<PairSource> {
  if (sample) return drawnPairs(sample, { batchSize, evaluationBatches, standardize });
  // What nothing is trained on is all held out.
  const split = steps === 0 ? 1 : validationSplit;
  return heldOutPairs(x!, y!, { batchSize, validationSplit: split, standardize, seed });
}

function criticFor(
  { critic = 'separable', seed = 0 }: EstimateOptions,
  { sizes }: PairSource,
  made: Pick<Learned, 'dispose'>[],
): Critic {
  if (typeof critic === 'function') return critic;
  const created = namedCritics[critic](...sizes, { seed });
  made.push(created);
  return created;
}

/** Sets its weights apart from the critic's; a seed stays one. */
const BASELINE_SEED = 100;

function baselineFor(
  { baseline, seed = 0 }: EstimateOptions,
  { sizes }: PairSource,
  made: Pick<Learned, 'dispose'>[],
): LogBaseline {
  if (baseline) return baseline;
  const created = learnedLogBaseline(sizes[1], { seed: seed ^ BASELINE_SEED });
  made.push(created);
  return created;
}

async function train(
  training: CriticTraining,
  source: PairSource,
  { steps = 1000, smoothing = 200, onStep }: EstimateOptions,
): Promise<Pick<MutualInfoEstimate, 'smoothed' | 'curve' | 'smoothedCurve'>> {
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
