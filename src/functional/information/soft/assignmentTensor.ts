import * as tf from '@tensorflow/tfjs-core';
import { areLabels, checkAssignments } from '../../../inputs/assignments.ts';
import { MetricInputError } from '../../../inputs/metricInputError.ts';
import { isTensorLike } from '../../../inputs/tensorLike.ts';
import { isHostBackend } from './isHostBackend.ts';

/**
 * Assignments as a tensor of probabilities, `[N, K]`; a tensor of them is handed on as it is.
 *
 * @throws {@link MetricInputError} when they are none, or are labels that can't be looked at.
 */
export function assignmentTensor(given: unknown, name: string, classCount: number | undefined): tf.Tensor2D {
  if (!isTensorLike(given)) return hostTensor(given, name);
  if (areLabels(given)) return labelTensor(given as tf.Tensor1D, name, classCount);
  if (given.shape.length === 2) return given as tf.Tensor2D;
  throw new MetricInputError(
    `${name}: expected probabilities of the shape [N, K] or labels [N], got [${given.shape.join(', ')}]`,
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
    `${name}: labels in a tensor on ${tf.getBackend()} can't be looked at; give the option classCount, ` +
      'or the labels as an array',
  );
}
