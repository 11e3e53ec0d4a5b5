import * as tf from '@tensorflow/tfjs-core';
import {
  boundOfScores,
  type BoundSettings,
  type CriticBound,
  type NamedBound,
} from '../functional/information/bounds/boundOfScores.ts';
import { isMasked } from '../functional/information/bounds/expSums.ts';
import { mineLowerBound } from '../functional/information/bounds/mineLowerBound.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';
import { MetricStateError } from '../state/metricStateError.ts';
import type { Critic, LogBaseline, TrainedVariable } from './critic.ts';
import { requireGiven } from './requireGiven.ts';
import type { SamplePairs } from './pairSource.ts';
import { variablesIn } from './variablesIn.ts';

/** A bound that critics are trained by: `'mine'` is `'dv'` with another gradient. */
export interface TrainedBound extends BoundSettings {
  /** Which bound. */
  readonly bound: CriticBound | 'mine';
}

/** The bound that is told: `'mine'` has the values of `'dv'`. */
export function valuedBound(trained: TrainedBound): NamedBound {
  return { ...trained, bound: trained.bound === 'mine' ? 'dv' : trained.bound };
}

/** A critic, and where it takes one a baseline, on their way up a bound. */
export class CriticTraining {
  readonly #bound: TrainedBound;
  readonly #critic: Critic;
  readonly #baseline: LogBaseline | undefined;
  readonly #variables: tf.Variable[];
  readonly #frozen: number;
  readonly #optimizer: tf.Optimizer;
  #logMeanExp: number | undefined;

  constructor(
    bound: TrainedBound,
    critic: Critic,
    baseline: LogBaseline | undefined,
    { variables, learningRate }: { variables: readonly TrainedVariable[]; learningRate: number },
  ) {
    this.#bound = bound;
    this.#critic = critic;
    this.#baseline = baseline;
    const lists = { critic: critic.variables, baseline: baseline?.variables, variables };
    const all = Object.entries(lists).flatMap(([option, list]) => variablesIn(option, list ?? []));
    const given = [...new Set(all)];
    this.#variables = given.filter(({ trainable }) => trainable);
    this.#frozen = given.length - this.#variables.length;
    this.#optimizer = tf.train.adam(learningRate, 0.9, 0.999, epsilonOfAdam());
  }

  /** One step of the optimizer; the bound of the batch before it. */
  async step(batch: SamplePairs): Promise<number> {
    if (this.#variables.length === 0) {
      // What is wrong with the critic itself is told first.
      await this.evaluate(batch);
      throw new MetricInputError(
        'estimateMutualInfo: expected variables to train, of the critic, of the baseline or in the option "variables", ' +
          `got ${this.#frozen === 0 ? 'none' : `${this.#frozen}, none of them trainable`}; a critic that stays as it ` +
          'is takes "steps": 0',
      );
    }
    return this.#read(this.#climb(batch));
  }

  /** The bound of a batch, with nothing learned from it. */
  async evaluate(batch: SamplePairs): Promise<number> {
    return this.#read(tf.tidy(() => tf.stack(this.#evaluate(batch, false))));
  }

  /** Frees what the optimizer remembers. */
  dispose(): void {
    this.#optimizer.dispose();
  }

  #climb(batch: SamplePairs): tf.Tensor {
    let readings: tf.Tensor | undefined;
    try {
      tf.tidy(() => {
        const { grads } = tf.variableGrads(() => {
          const evaluated = this.#evaluate(batch);
          // Read together, in one go: the device is waited for only once.
          readings = tf.keep(tf.stack(evaluated));
          return tf.neg(evaluated[0]!);
        }, this.#variables);
        this.#optimizer.applyGradients(grads);
      });
      return readings!;
    } catch (error) {
      readings?.dispose();
      // What operations saved for their gradients the engine frees only where all goes well.
      for (const { saved } of tf.engine().state.activeTape ?? []) tf.dispose(saved ?? []);
      throw error;
    }
  }

  /** The bound, the mean of the scores, and where there is one the running mean of the next step. */
  #evaluate([x, y]: SamplePairs, isTraining = true): tf.Scalar[] {
    const scores = this.#critic(x, y);
    const [size] = x.shape;
    requireGiven('critic', scores, [[size, size]]);
    const meanScore = meanOfUnmasked(scores);
    if (isTraining && this.#bound.bound === 'mine') {
      const { bound, logMeanExp } = mineLowerBound(scores, { logMeanExp: this.#logMeanExp });
      return [bound, meanScore, logMeanExp];
    }
    const logBaseline = this.#baseline?.(y);
    if (this.#baseline) requireGiven('baseline', logBaseline, [[size], [size, 1]]);
    return [boundOfScores(valuedBound(this.#bound), scores, logBaseline), meanScore];
  }

  async #read(readings: tf.Tensor): Promise<number> {
    const [bound, meanScore, logMeanExp] = await readings.data();
    readings.dispose();
    // A bound may clip what is infinite; the mean of all scores does not.
    if (!Number.isFinite(bound) || !Number.isFinite(meanScore)) {
      throw new MetricStateError(
        `estimateMutualInfo: the scores of the critic are not finite any more (bound ${bound}, mean score ${meanScore}): see that ` +
          'the samples are finite, take a smaller "learningRate", "standardize" the samples, or take the bound ' +
          '"infoNce" or "smile"',
      );
    }
    this.#logMeanExp = logMeanExp ?? this.#logMeanExp;
    return bound!;
  }
}

/** Mean of the scores with 0 in place of those that are masked, which are −∞. */
function meanOfUnmasked(scores: tf.Tensor2D): tf.Scalar {
  return tf.mean(tf.where(isMasked(scores), tf.zerosLike(scores), scores));
}

/**
 * What keeps Adam from dividing by 0. Left to tfjs it is 1e-4 on WebGL also where that computes in float32, and
 * training would go another way than on other backends.
 */
function epsilonOfAdam(): number {
  const isHalf = tf.getBackend() === 'webgl' && !tf.env().getBool('WEBGL_RENDER_FLOAT32_ENABLED');
  return isHalf ? 1e-4 : 1e-7;
}
