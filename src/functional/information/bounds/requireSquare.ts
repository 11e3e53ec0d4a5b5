import type * as tf from '@tensorflow/tfjs-core';
import { describeGiven } from '../soft/isNumericTensor.ts';
import { MetricInputError } from '../../../inputs/metricInputError.ts';
import { asTensorLike, unrealContents, type TensorData } from '../../../inputs/tensorLike.ts';

/**
 * Returns the number K of samples of a square tensor of scores.
 *
 * @throws {@link MetricInputError} if the tensor is not square or has fewer than `least` rows.
 */
export function requireSquare(owner: string, name: string, scores: tf.Tensor | TensorData, least = 2): number {
  const isSquare = ([size = 0, width, ...rest]: readonly number[]): boolean =>
    size === width && size >= least && rest.length === 0;
  return requireShape(`${owner}: ${name}`, scores, `[K, K], K ≥ ${least}`, isSquare);
}

/** @throws {@link MetricInputError} unless a tensor has shape `[K]` or `[K, 1]`. */
export function requireColumn(owner: string, name: string, values: tf.Tensor | TensorData, size: number): void {
  const isColumn = (shape: readonly number[]): boolean => [`${size}`, `${size},1`].includes(String(shape));
  requireShape(`${owner}: ${name}`, values, `[${size}] or [${size}, 1]`, isColumn);
}

/**
 * Returns the length of a 1-D tensor.
 *
 * @throws {@link MetricInputError} if the tensor is not 1-D, is empty, or its length is not `size`.
 */
export function requireVector(owner: string, name: string, values: tf.Tensor | TensorData, size?: number): number {
  const expected = size === undefined ? '[K], K ≥ 1' : `[${size}]`;
  const isVector = (shape: readonly number[]): boolean =>
    shape.length === 1 && shape[0]! > 0 && (size === undefined || shape[0] === size);
  return requireShape(`${owner}: ${name}`, values, expected, isVector);
}

/** Returns the first size of a tensor of real numbers whose shape fits. */
function requireShape(
  where: string,
  value: unknown,
  expected: string,
  fits: (shape: readonly number[]) => boolean,
): number {
  const tensor = asTensorLike(value, where);
  if (tensor && !isDisposed(tensor) && unrealContents(tensor) === undefined && fits(tensor.shape)) {
    return tensor.shape[0]!;
  }
  throw new MetricInputError(`${where}: expected a tensor of shape ${expected}, got ${describeGiven(tensor ?? value)}`);
}

function isDisposed(tensor: object): boolean {
  return (tensor as Partial<tf.Tensor>).isDisposed === true;
}
