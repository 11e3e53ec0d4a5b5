import type * as tf from '@tensorflow/tfjs-core';
import type { LayerVariable } from '@tensorflow/tfjs-layers';

/** Trainable variable: a `tf.Variable` or a layer weight, as in `model.trainableWeights`. */
export type TrainedVariable = tf.Variable | LayerVariable;

/**
 * Function that scores how well two samples belong together. For K samples x and K samples y it returns the scores
 * f(xᵢ, yⱼ), `[K, K]`, from which bounds on mutual information are computed.
 *
 * Any function can be a critic. A trainable critic lists its `variables`.
 */
export interface Critic {
  /** Returns the scores of all pairs. */
  (x: tf.Tensor2D, y: tf.Tensor2D): tf.Tensor2D;
  /** Variables to train. Default: none. */
  readonly variables?: readonly TrainedVariable[] | undefined;
}

/** Function a(y), `[K]` for K samples y: the logarithm of an unnormalized baseline. */
export interface LogBaseline {
  /** Returns the log-baseline of each sample. */
  (y: tf.Tensor2D): tf.Tensor;
  /** Variables to train. Default: none. */
  readonly variables?: readonly TrainedVariable[] | undefined;
}

/** Variables and disposal of a function with trainable parameters. */
export interface Learned {
  /** Variables to train, for an optimizer. */
  readonly variables: tf.Variable[];
  /** Frees the variables. Call it when the function is no longer needed. */
  dispose(): void;
}

/** Critic with trainable parameters, which hold memory until `dispose()` is called. */
export interface LearnedCritic extends Critic, Learned {
  /** Variables to train, for an optimizer. */
  readonly variables: tf.Variable[];
}

/** Log-baseline with trainable parameters, which hold memory until `dispose()` is called. */
export interface LearnedLogBaseline extends LogBaseline, Learned {
  /** Variables to train, for an optimizer. */
  readonly variables: tf.Variable[];
}

/** Settings with which a critic is created. */
export interface CriticSettings {
  /** Seed of the initial weights. */
  readonly seed: number;
}

/** Creates a trainable critic of samples of `xSize` and `ySize` values, such as `separableCritic`. */
export type MakeCritic = (xSize: number, ySize: number, settings: CriticSettings) => LearnedCritic;
