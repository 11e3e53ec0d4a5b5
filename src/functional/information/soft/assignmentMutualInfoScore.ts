import * as tf from '@tensorflow/tfjs-core';
import { areLabels, checkAssignments, type Probabilities } from '../../../inputs/assignments.ts';
import { isTensorLike } from '../../../inputs/tensorLike.ts';
import type { Labels } from '../../../inputs/labels.ts';
import { MetricInputError } from '../../../inputs/metricInputError.ts';
import { countCheck } from '../../../inputs/options/optionCheck.ts';
import { defineOptions } from '../../../inputs/options/defineOptions.ts';
import { inBase } from '../discrete/informationOptions.ts';
import { assignmentOptions, type AssignmentMutualInfoOptions } from './assignmentOptions.ts';
import { isHostBackend } from './isHostBackend.ts';
import { pairWeightOptions, pairWeights, type PairWeightOptions } from './pairWeights.ts';
import { assignmentCounter } from './assignmentCounter.ts';
import { computeStatistic, type JointCounter } from './jointCounter.ts';
import { mutualInfoStatistic } from './mutualInfoStatistic.ts';

/** Options for {@link assignmentMutualInfoScore}. */
export interface AssignmentCallOptions extends AssignmentMutualInfoOptions, PairWeightOptions {
  /**
   * Number of classes. Required if one argument is a tensor of labels 0, 1, 2, … on WebGL or WebGPU, where tensors are
   * not read synchronously.
   */
  readonly classCount?: number | undefined;
}

const callOptions = /* @__PURE__ */ defineOptions<AssignmentCallOptions>('assignmentMutualInfoScore', () => ({
  ...assignmentOptions.checks(),
  ...pairWeightOptions.checks(),
  classCount: countCheck(),
}));

/**
 * Mutual information of two soft clusterings of the same samples, differentiable in both. Use it to train a network
 * that outputs cluster probabilities without labels (invariant information clustering), or to compare its output with
 * labels.
 *
 * I = Σᵢⱼ Pᵢⱼ ln(Pᵢⱼ / (Pᵢ Qⱼ)), with Pᵢⱼ = (1/N) Σₙ pₙᵢ qₙⱼ for samples n and clusters i of p and j of q, Pᵢ = Σⱼ Pᵢⱼ
 * and Qⱼ = Σᵢ Pᵢⱼ. If all probabilities are 0 or 1, it is the mutual information of the labels.
 *
 * @param p - probabilities of K clusters, `[N, K]`, each row summing to 1; or labels, `[N]`.
 * @param q - probabilities of L clusters, `[N, L]`; or labels, `[N]`, if p are probabilities.
 * @returns a scalar in nats (or the unit of `base`), from 0 to ln min(K, L). NaN with gradient 0 if there are no
 * samples or all weights are 0.
 * @throws {@link MetricInputError} if shapes do not match, an option is invalid, or a row does not consist of
 * probabilities. Values are not checked on WebGL and WebGPU.
 * @see X. Ji, J. F. Henriques and A. Vedaldi, Invariant Information Clustering, ICCV 2019.
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { assignmentMutualInfoScore } from 'tfjs-metrics/information';
 *
 * const p = tf.tensor2d([
 *   [0.9, 0.1],
 *   [0.8, 0.2],
 *   [0.1, 0.9],
 * ]);
 * const q = tf.tensor2d([
 *   [0.7, 0.3],
 *   [0.9, 0.1],
 *   [0.2, 0.8],
 * ]);
 * assignmentMutualInfoScore(p, q).arraySync(); // 0.0822
 * assignmentMutualInfoScore(['cat', 'cat', 'dog'], q, { base: 2 }).arraySync();
 * // => 0.249
 * ```
 */
export function assignmentMutualInfoScore(
  p: Probabilities | Labels,
  q: Probabilities | Labels,
  options?: AssignmentCallOptions,
): tf.Scalar {
  return signedAssignmentMutualInfo('assignmentMutualInfoScore', 1, [p, q], options);
}

/** Returns the mutual information of soft assignments times `sign`. */
export function signedAssignmentMutualInfo(
  owner: string,
  sign: 1 | -1,
  [p, q]: readonly [p: Probabilities | Labels, q: Probabilities | Labels],
  options: AssignmentCallOptions | undefined,
): tf.Scalar {
  const { base, symmetric = false, classCount, ...each } = callOptions(options, owner);
  if (areLabels(p) && areLabels(q)) {
    throw new MetricInputError(
      `${owner}: expected probabilities for p or q, got labels for both; use mutualInfoScore for labels`,
    );
  }
  return tf.tidy(() => {
    const pair = {
      p: assignmentTensor(p, 'p', classCount),
      q: assignmentTensor(q, 'q', classCount),
    };
    requireFit(owner, pair, symmetric);
    const weights = pairWeights(each, [pair.p.shape[0]]);
    const statistic = mutualInfoStatistic(inBase(sign, base), false);
    const counterOf = ([ofP, ofQ]: tf.Tensor[]): JointCounter<unknown> =>
      assignmentCounter({ p: ofP as tf.Tensor2D, q: ofQ as tf.Tensor2D, weights, symmetric });
    return computeStatistic([pair.p, pair.q], [], statistic, counterOf) as tf.Scalar;
  });
}

function requireFit(owner: string, { p, q }: { p: tf.Tensor2D; q: tf.Tensor2D }, symmetric: boolean): void {
  if (p.shape[0] !== q.shape[0]) {
    throw new MetricInputError(`p, q: expected the same number of samples, got ${p.shape[0]} and ${q.shape[0]}`);
  }
  if (symmetric && p.shape[1] !== q.shape[1]) {
    throw new MetricInputError(
      `${owner}: option "symmetric": expected as many clusters in p as in q, got ${p.shape[1]} and ${q.shape[1]}`,
    );
  }
}

/**
 * Returns assignments as a tensor of probabilities, `[N, K]`. A tensor of probabilities is returned unchanged.
 *
 * @throws {@link MetricInputError} if the assignments are invalid, or are labels on a device and `classCount` is
 * undefined.
 */
function assignmentTensor(given: unknown, name: string, classCount: number | undefined): tf.Tensor2D {
  if (!isTensorLike(given)) return hostTensor(given, name);
  if (areLabels(given)) return labelTensor(given as tf.Tensor1D, name, classCount);
  if (given.shape.length === 2) return given as tf.Tensor2D;
  throw new MetricInputError(
    `${name}: expected probabilities of shape [N, K] or labels of shape [N], got shape [${given.shape.join(', ')}]`,
  );
}

function hostTensor(given: unknown, name: string): tf.Tensor2D {
  const { data, n, labels } = checkAssignments(given, name);
  return tf.tensor2d(Float32Array.from(data), [n, labels.length]);
}

function labelTensor(labels: tf.Tensor1D, name: string, classCount: number | undefined): tf.Tensor2D {
  if (isHostBackend()) return hostTensor(labels, name);
  if (classCount !== undefined) {
    return tf.oneHot(tf.cast(labels, 'int32'), classCount, 1, 0, 'float32') as tf.Tensor2D;
  }
  throw new MetricInputError(
    `${name}: expected labels that can be read synchronously, got a tensor on ${tf.getBackend()}; ` +
      'set the option "classCount", or pass the labels as an array',
  );
}
