import * as tf from '@tensorflow/tfjs-core';
import { RandomSource } from '../../numeric/random/randomSource.ts';
import { shuffle } from '../../numeric/random/shuffle.ts';
import { yieldToEventLoop } from '../../numeric/yieldToEventLoop.ts';
import { MetricInputError } from '../../inputs/metricInputError.ts';
import { MetricStateError } from '../../state/metricStateError.ts';
import { describeGiven } from '../../functional/information/soft/isNumericTensor.ts';
import { CriticTraining, requireGiven } from '../criticTraining.ts';
import type { LearnedCritic } from '../critic.ts';
import { separableCritic, type SeparableCritic, type SeparableCriticOptions } from '../separableCritic.ts';
import { variablesIn } from '../variablesIn.ts';
import { pairsAt, type SamplePairs } from '../pairSource.ts';
import { allPairsBound } from './allPairsBound.ts';
import type { EstimateOptions } from './estimateOptions.ts';
import type { FittedCritic } from './fittedCritic.ts';
import type { FitRows } from './gaussianFit.ts';

/** Settings for the training of a network. */
export interface NetworkTraining {
  /** Name of the function in messages. */
  readonly owner: string;
  readonly batchSize: number;
  readonly learningRate: number;
  /** Largest number of steps. */
  readonly maxSteps: number;
  readonly seed: number;
}

/** Returns the settings of a call, with the default of each. */
export function networkTraining(
  owner: string,
  { batchSize = 256, learningRate = 2e-3, maxSteps = 5000, seed = 0 }: Omit<EstimateOptions, 'onProgress'>,
): NetworkTraining {
  return { owner, batchSize, learningRate, maxSteps, seed };
}

/** Creates the default critic. */
export function defaultCritic(
  xSize: number,
  ySize: number,
  options: Pick<SeparableCriticOptions, 'embedding' | 'seed'>,
): SeparableCritic {
  return separableCritic(xSize, ySize, { ...options, hidden: [128, 128] });
}

/** Number of evaluations without a better value after which training stops. */
const PATIENCE = 8;

/** Name of the critic in messages. */
const CRITIC = 'option "critic"';
const REMEDY = 'lower "learningRate"';

/**
 * Trains a critic by the Donsker–Varadhan bound and keeps the weights of the largest bound on the samples `stop`, which
 * is evaluated after every pass over the training samples, but at least 10 and at most 50 steps apart.
 *
 * @param critic - what the option `critic` returned.
 * @param samples - all samples of both variables; the rows refer to them.
 * @throws {@link MetricInputError} if the critic cannot be trained; {@link MetricStateError} if its scores are not
 * finite.
 */
export async function networkFit(
  critic: unknown,
  samples: SamplePairs,
  { train, stop, groups }: FitRows,
  { owner, batchSize, learningRate, maxSteps, seed }: NetworkTraining,
): Promise<FittedCritic> {
  requireLearned(owner, critic);
  const variables = variablesIn(`${owner}: ${CRITIC}`, critic.variables);
  const size = Math.min(batchSize, Math.floor(train.length / 2));
  const interval = Math.min(50, Math.max(10, Math.ceil(train.length / size)));
  const random = RandomSource.of(seed);
  const order = shuffle(train.slice(), random);
  const training = new CriticTraining({ bound: 'dv' }, critic, undefined, {
    owner,
    remedy: REMEDY,
    variables: [],
    learningRate,
  });
  const fitted = (doubts: readonly string[]): FittedCritic => ({
    kind: 'network',
    scores: (rows) => scoresOf(owner, critic, samples, rows),
    doubts,
  });
  let kept: tf.Tensor[] = [];
  try {
    let [best, waited, step, next] = [-Infinity, 0, 0, 0];
    while (true) {
      const { value } = await allPairsBound(fitted([]), stop, groups);
      waited = value > best ? 0 : waited + 1;
      if (waited === 0) {
        best = value;
        tf.dispose(kept);
        kept = variables.map((variable) => tf.keep(variable.clone()));
      }
      if (waited === PATIENCE || step >= maxSteps) break;
      for (const end = Math.min(step + interval, maxSteps); step < end; step++, next += size) {
        if (next + size > order.length) {
          shuffle(order, random);
          next = 0;
        }
        const batch = pairsAt(samples, order.subarray(next, next + size));
        try {
          await training.step(batch);
        } finally {
          tf.dispose([...batch]);
        }
        await yieldToEventLoop();
      }
    }
    variables.forEach((variable, k) => {
      variable.assign(kept[k]!);
    });
    return fitted(
      waited < PATIENCE
        ? [`training ended after ${step} steps, before the value on other samples stopped growing; raise "maxSteps"`]
        : [],
    );
  } finally {
    tf.dispose(kept);
    training.dispose();
  }
}

/** @throws {@link MetricInputError} unless a value is a critic that can be trained. */
function requireLearned(owner: string, critic: unknown): asserts critic is LearnedCritic {
  if (typeof critic !== 'function' || !isDisposable(critic)) {
    throw new MetricInputError(
      `${owner}: ${CRITIC}: expected it to return a critic with "variables" and "dispose", such as that of separableCritic, got ` +
        describeGiven(critic),
    );
  }
  const variables = variablesIn(`${owner}: ${CRITIC}`, (critic as Partial<LearnedCritic>).variables);
  if (variables.some(({ trainable }) => trainable)) return;
  throw new MetricInputError(
    `${owner}: ${CRITIC}: expected a critic with trainable variables, got ${variables.length === 0 ? 'none' : 'only frozen ones'}; ` +
      'set the option "maxSteps" to 0 to train no critic',
  );
}

/** Returns whether a value has a method `dispose`. */
export function isDisposable(value: unknown): value is Pick<LearnedCritic, 'dispose'> {
  return typeof (value as Partial<LearnedCritic> | undefined | null)?.dispose === 'function';
}

async function scoresOf(
  owner: string,
  critic: LearnedCritic,
  samples: SamplePairs,
  rows: Int32Array,
): Promise<ArrayLike<number>> {
  const scores = tf.tidy(() => {
    const given: unknown = critic(...pairsAt(samples, rows));
    requireGiven(`${owner}: ${CRITIC}`, given, [[rows.length, rows.length]]);
    return given;
  });
  const values = await scores.data();
  scores.dispose();
  const invalid = values.find((value) => !Number.isFinite(value));
  if (invalid === undefined) return values;
  throw new MetricStateError(`${owner}: expected finite critic scores, got ${invalid}; ${REMEDY}`);
}
