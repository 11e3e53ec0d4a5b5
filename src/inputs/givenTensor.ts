import type * as tf from '@tensorflow/tfjs-core';
import { describeValue } from './describeValue.ts';
import { isTensorLike } from './tensorLike.ts';

/** Whether a value is a tensor of numbers that is still there, to be computed with. */
export function isNumericTensor(value: unknown): value is tf.Tensor {
  return isTensorLike(value) && value.dtype !== 'string' && !isDisposed(value);
}

/** What came instead of the tensor that was expected. */
export function describeGiven(value: unknown): string {
  if (!isTensorLike(value)) return describeValue(value);
  const shape = `[${value.shape.join(', ')}]`;
  if (isDisposed(value)) return `${shape}, disposed of`;
  return value.dtype === 'string' ? `${shape} of strings` : shape;
}

function isDisposed(tensor: object): boolean {
  return (tensor as { isDisposed?: boolean }).isDisposed === true;
}
