import type * as tf from '@tensorflow/tfjs-core';
import type { LayerVariable } from '@tensorflow/tfjs-layers';

/** What can be trained: a variable, or a weight of a layer, as in `model.trainableWeights`. */
export type TrainedVariable = tf.Variable | LayerVariable;

/**
 * A function of two samples that is large where they belong together: of K samples x and K samples y it gives
 * the scores f(xᵢ, yⱼ), `[K, K]`, that bounds on mutual information are made of.
 *
 * Any function does; one that is to be trained names its `variables`.
 */
export interface Critic {
  /** The scores of all pairs. */
  (x: tf.Tensor2D, y: tf.Tensor2D): tf.Tensor2D;
  /** What is trained; nothing when left out. */
  readonly variables?: readonly TrainedVariable[] | undefined;
}

/** A function a(y) of K samples y, `[K]`, the logarithm of an unnormalised baseline. */
export interface LogBaseline {
  /** The value of each sample. */
  (y: tf.Tensor2D): tf.Tensor;
  /** What is trained; nothing when left out. */
  readonly variables?: readonly TrainedVariable[] | undefined;
}

/** What belongs to a function made of networks. */
export interface Learned {
  /** What is trained, as optimizers take it. */
  readonly variables: tf.Variable[];
  /** Frees the variables; to be called when the function is not needed any more. */
  dispose(): void;
}

/** A critic made of networks, which holds memory until it is disposed of. */
export type LearnedCritic = Critic & Learned;

/** A baseline made of a network, which holds memory until it is disposed of. */
export type LearnedLogBaseline = LogBaseline & Learned;
