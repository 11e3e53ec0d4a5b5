import * as tf from '@tensorflow/tfjs-core';
import {
  boundOfScores,
  type BoundSettings,
  type CriticBound,
} from '../functional/information/bounds/boundOfScores.ts';
import { mineLowerBound } from '../functional/information/bounds/mineLowerBound.ts';
import { MetricStateError } from '../state/metricStateError.ts';
import type { Critic, LogBaseline } from './critic.ts';
import type { SamplePairs } from './pairSource.ts';

/** A bound that critics are trained by: `'mine'` is `'dv'` with another gradient. */
export interface TrainedBound extends BoundSettings {
  /** Which bound. */
  readonly bound: CriticBound | 'mine';
}

/** A critic, and where it takes one a baseline, on their way up a bound. */
export class CriticTraining {
  readonly #bound: TrainedBound;
  readonly #critic: Critic;
  readonly #baseline: LogBaseline | undefined;
  readonly #variables: tf.Variable[];
  readonly #optimizer: tf.Optimizer;
  #logMeanExp: number | undefined;

  constructor(
    bound: TrainedBound,
    critic: Critic,
    baseline: LogBaseline | undefined,
    { variables, learningRate }: { variables: readonly tf.Variable[]; learningRate: number },
  ) {
    this.#bound = bound;
    this.#critic = critic;
    this.#baseline = baseline;
    const all = [...(critic.variables ?? []), ...(baseline?.variables ?? []), ...variables];
    this.#variables = [...new Set(all)];
    this.#optimizer = tf.train.adam(learningRate);
  }

  /** One step of the optimizer; the bound of the batch before it. */
  async step(batch: SamplePairs): Promise<number> {
    if (this.#variables.length === 0) return this.evaluate(batch);
    // Read together, in one go: the device is waited for only once.
    let readings: tf.Tensor | undefined;
    const { value, grads } = tf.variableGrads(() => {
      const { bound, ...rest } = this.#evaluate(batch);
      readings = tf.keep(tf.stack([bound, ...Object.values(rest)]));
      return tf.neg(bound);
    }, this.#variables);
    this.#optimizer.applyGradients(grads);
    tf.dispose([value, grads]);
    return this.#read(readings!);
  }

  /** The bound of a batch, with nothing learned from it. */
  async evaluate(batch: SamplePairs): Promise<number> {
    return this.#read(tf.tidy(() => tf.stack(Object.values(this.#evaluate(batch, false)))));
  }

  /** Frees what the optimizer remembers. */
  dispose(): void {
    this.#optimizer.dispose();
  }

  #evaluate(
    [x, y]: SamplePairs,
    isTraining = true,
  ): { bound: tf.Scalar; meanScore: tf.Tensor; logMeanExp?: tf.Scalar } {
    const scores = this.#critic(x, y);
    const meanScore = tf.mean(scores);
    const { bound, ...settings } = this.#bound;
    if (bound !== 'mine') {
      const logBaseline = this.#baseline?.(y);
      return { bound: boundOfScores({ bound, ...settings }, scores, logBaseline), meanScore };
    }
    if (!isTraining) return { bound: boundOfScores({ bound: 'dv' }, scores), meanScore };
    const mine = mineLowerBound(scores, { logMeanExp: this.#logMeanExp });
    return { bound: mine.bound, meanScore, logMeanExp: mine.logMeanExp };
  }

  async #read(readings: tf.Tensor): Promise<number> {
    const [bound, meanScore, logMeanExp] = await readings.data();
    readings.dispose();
    // A bound may clip what is infinite; the mean of all scores does not.
    if (!Number.isFinite(bound) || !Number.isFinite(meanScore)) {
      throw new MetricStateError(
        `the scores of the critic are not finite any more (bound ${bound}, mean score ${meanScore}): take a ` +
          'smaller "learningRate", "standardize" the samples, or take the bound "infoNce" or "smile"',
      );
    }
    this.#logMeanExp = logMeanExp ?? this.#logMeanExp;
    return bound!;
  }
}
