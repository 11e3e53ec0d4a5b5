import type * as tf from '@tensorflow/tfjs-core';
import { describeGiven, isNumericTensor } from '../soft/isNumericTensor.ts';
import { MetricInputError } from '../../../inputs/metricInputError.ts';

/**
 * Returns the number K of samples of a square tensor of scores.
 *
 * @throws {@link MetricInputError} if the tensor is not square or has fewer than `least` rows.
 */
export function requireSquare(owner: string, name: string, scores: tf.Tensor, least = 2): number {
  const shape = shapeOf(scores);
  const size = shape?.[0] ?? 0;
  if (shape?.length === 2 && size === shape[1] && size >= least) return size;
  throw new MetricInputError(
    `${owner}: ${name}: expected a tensor of shape [K, K], K ≥ ${least}, got ${describeGiven(scores)}`,
  );
}

/** @throws {@link MetricInputError} unless a tensor has shape `[K]` or `[K, 1]`. */
export function requireColumn(owner: string, name: string, values: tf.Tensor, size: number): void {
  const shape = String(shapeOf(values));
  if (shape === String([size]) || shape === String([size, 1])) return;
  throw new MetricInputError(
    `${owner}: ${name}: expected a tensor of shape [${size}] or [${size}, 1], got ${describeGiven(values)}`,
  );
}

/**
 * Returns the length of a 1-D tensor.
 *
 * @throws {@link MetricInputError} if the tensor is not 1-D, is empty, or its length is not `size`.
 */
export function requireVector(owner: string, name: string, values: tf.Tensor1D, size?: number): number {
  const shape = shapeOf(values);
  if (shape?.length === 1 && shape[0]! > 0 && (size === undefined || shape[0] === size)) return shape[0]!;
  throw new MetricInputError(
    `${owner}: ${name}: expected a tensor of shape ${size === undefined ? '[K], K ≥ 1' : `[${size}]`}, got ` +
      describeGiven(values),
  );
}

function shapeOf(value: unknown): readonly number[] | undefined {
  return isNumericTensor(value) ? value.shape : undefined;
}
