import * as tf from '@tensorflow/tfjs-core';
import {
  boundOfScores,
  type BoundSettings,
  type CriticBound,
  type NamedBound,
} from '../functional/information/bounds/boundOfScores.ts';
import { mineLowerBound } from '../functional/information/bounds/mineLowerBound.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';
import { MetricStateError } from '../state/metricStateError.ts';
import { Adam } from './adam.ts';
import type { Critic, LogBaseline, TrainedVariable } from './critic.ts';
import type { SamplePairs } from './pairSource.ts';
import { variablesIn } from './variablesIn.ts';
import { describeGiven, isNumericTensor } from '../functional/information/soft/isNumericTensor.ts';

/** Bound that a critic is trained with. `'mine'` has the value of `'dv'` and a bias-corrected gradient. */
export interface TrainedBound extends BoundSettings {
  /** Name of the bound. */
  readonly bound: CriticBound | 'mine';
}

/** Returns the bound whose value is reported: `'dv'` for `'mine'`. */
export function reportedBound(trained: TrainedBound): NamedBound {
  return { ...trained, bound: trained.bound === 'mine' ? 'dv' : trained.bound };
}

/** Settings of {@link CriticTraining}. */
interface TrainingSettings {
  /** Name of the function in messages. */
  readonly owner: string;
  /** Options that can prevent scores that are not finite, for the error message. */
  readonly remedy: string;
  /** Variables to train besides those of critic and baseline. */
  readonly variables: readonly TrainedVariable[];
  readonly learningRate: number;
}

/** Trains a critic, and the log-baseline of bounds that take one, by gradient ascent on a bound. */
export class CriticTraining {
  readonly #owner: string;
  readonly #remedy: string;
  readonly #bound: TrainedBound;
  readonly #critic: Critic;
  readonly #baseline: LogBaseline | undefined;
  readonly #variables: tf.Variable[];
  readonly #frozen: number;
  readonly #optimizer: Adam;
  #logMeanExp: number | undefined;

  constructor(
    bound: TrainedBound,
    critic: Critic,
    baseline: LogBaseline | undefined,
    { owner, remedy, variables, learningRate }: TrainingSettings,
  ) {
    this.#owner = owner;
    this.#remedy = remedy;
    this.#bound = bound;
    this.#critic = critic;
    this.#baseline = baseline;
    const lists = { critic: critic.variables, baseline: baseline?.variables, variables };
    const all = Object.entries(lists).flatMap(([option, list]) =>
      variablesIn(`${owner}: option "${option}"`, list ?? []),
    );
    const given = [...new Set(all)];
    this.#variables = given.filter(({ trainable }) => trainable);
    this.#frozen = given.length - this.#variables.length;
    this.#optimizer = new Adam(this.#variables, learningRate);
  }

  /** Takes one optimizer step and returns the bound of the batch before that step. */
  async step(batch: SamplePairs): Promise<number> {
    if (this.#variables.length === 0) {
      // Errors of the critic itself take precedence.
      await this.evaluate(batch);
      throw new MetricInputError(
        `${this.#owner}: expected trainable variables in the critic, the baseline or the option "variables", got ` +
          `${this.#frozen === 0 ? 'none' : `only frozen ones (${this.#frozen})`}; set the option "steps" to 0 to evaluate a ` +
          'fixed critic',
      );
    }
    return this.#readBound(this.#ascend(batch));
  }

  /** Returns the bound of a batch without training on it. */
  async evaluate(batch: SamplePairs): Promise<number> {
    return this.#readBound(tf.tidy(() => tf.stack(this.#evaluate(batch, false))));
  }

  /** Frees the state of the optimizer. */
  dispose(): void {
    this.#optimizer.dispose();
  }

  #ascend(batch: SamplePairs): tf.Tensor {
    let values: tf.Tensor | undefined;
    try {
      tf.tidy(() => {
        const { grads } = tf.variableGrads(() => {
          const evaluated = this.#evaluate(batch);
          // Stacked into one tensor, so that the device is waited for only once.
          values = tf.keep(tf.stack(evaluated));
          return tf.neg(evaluated[0]!);
        }, this.#variables);
        this.#optimizer.applyGradients(grads);
      });
      return values!;
    } catch (error) {
      values?.dispose();
      // The engine frees the tensors saved for gradients only if no operation throws.
      for (const { saved } of tf.engine().state.activeTape ?? []) tf.dispose(saved ?? []);
      throw error;
    }
  }

  /** Returns the bound, the mean score, and for MINE the running mean of the next step. */
  #evaluate([x, y]: SamplePairs, isTraining = true): tf.Scalar[] {
    const scores = this.#critic(x, y);
    const [size] = x.shape;
    requireGiven(`${this.#owner}: option "critic"`, scores, [[size, size]]);
    const meanScore = tf.mean(scores) as tf.Scalar;
    if (isTraining && this.#bound.bound === 'mine') {
      const { bound, logMeanExp } = mineLowerBound(scores, { logMeanExp: this.#logMeanExp });
      return [bound, meanScore, logMeanExp];
    }
    const logBaseline = this.#baseline?.(y);
    if (this.#baseline) requireGiven(`${this.#owner}: option "baseline"`, logBaseline, [[size], [size, 1]]);
    return [boundOfScores(reportedBound(this.#bound), scores, logBaseline), meanScore];
  }

  async #readBound(values: tf.Tensor): Promise<number> {
    const [bound, meanScore, logMeanExp] = await values.data();
    values.dispose();
    // A bound may clip infinite scores; their mean does not. Masked scores make the mean −∞.
    if (!(Number.isFinite(bound) && meanScore! < Infinity)) {
      throw new MetricStateError(
        `${this.#owner}: expected finite critic scores, got bound ${bound} and mean score ${meanScore}; ${this.#remedy}`,
      );
    }
    this.#logMeanExp = logMeanExp ?? this.#logMeanExp;
    return bound!;
  }
}

/** @throws {@link MetricInputError} unless a function given as an option returned a tensor of one of these shapes. */
export function requireGiven(
  where: string,
  value: unknown,
  shapes: readonly (readonly number[])[],
): asserts value is tf.Tensor {
  if (isNumericTensor(value) && shapes.some((shape) => String(value.shape) === String(shape))) return;
  const expected = shapes.map((shape) => `[${shape.join(', ')}]`).join(' or ');
  throw new MetricInputError(
    `${where}: expected it to return a tensor of shape ${expected}, got ${describeGiven(value)}`,
  );
}
