import * as tf from '@tensorflow/tfjs-core';
import { RandomSource } from '../../numeric/random/randomSource.ts';
import { shuffle } from '../../numeric/random/shuffle.ts';
import { yieldToEventLoop } from '../../numeric/yieldToEventLoop.ts';
import { CriticTraining } from '../criticTraining.ts';
import type { LearnedCritic } from '../critic.ts';
import { pairsAt, type SamplePairs } from '../pairSource.ts';
import { allPairsBound } from './allPairsBound.ts';
import type { FittedCritic } from './fittedCritic.ts';
import type { FitRows } from './gaussianFit.ts';

/** Settings for the training of a network. */
export interface NetworkTraining {
  readonly batchSize: number;
  readonly learningRate: number;
  /** Largest number of steps. */
  readonly maxSteps: number;
  readonly seed: number;
}

/** Number of evaluations without a better value after which training stops. */
const PATIENCE = 8;

/**
 * Trains a critic by the Donsker–Varadhan bound and keeps the weights of the largest bound on the samples `stop`, which
 * is evaluated after every pass over the training samples, but at least 10 and at most 50 steps apart.
 *
 * @param samples - all samples of both variables; the rows refer to them.
 */
export async function networkFit(
  critic: LearnedCritic,
  samples: SamplePairs,
  { train, stop }: FitRows,
  { batchSize, learningRate, maxSteps, seed }: NetworkTraining,
): Promise<FittedCritic> {
  const size = Math.min(batchSize, Math.floor(train.length / 2));
  const interval = Math.min(50, Math.max(10, Math.ceil(train.length / size)));
  const random = RandomSource.of(seed);
  const order = shuffle(train.slice(), random);
  const training = new CriticTraining({ bound: 'dv' }, critic, undefined, { variables: [], learningRate });
  const fitted = (doubts: readonly string[]): FittedCritic => ({
    kind: 'network',
    scores: (rows) => scoresOf(critic, samples, rows),
    doubts,
  });
  let kept: tf.Tensor[] = [];
  try {
    let [best, waited, step, next] = [-Infinity, 0, 0, 0];
    while (true) {
      const { value } = await allPairsBound(fitted([]), stop);
      waited = value > best ? 0 : waited + 1;
      if (waited === 0) {
        best = value;
        tf.dispose(kept);
        kept = critic.variables.map((variable) => tf.keep(variable.clone()));
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
    critic.variables.forEach((variable, k) => {
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

async function scoresOf(critic: LearnedCritic, samples: SamplePairs, rows: Int32Array): Promise<ArrayLike<number>> {
  const scores = tf.tidy(() => critic(...pairsAt(samples, rows)));
  const values = await scores.data();
  scores.dispose();
  return values;
}
