import type * as tf from '@tensorflow/tfjs-core';
import { describeValue } from './describeValue.ts';
import { isTensorLike } from './tensorLike.ts';

/** What tensors hold that are not of real numbers. */
const OTHERS: Readonly<Record<string, string>> = {
  string: 'strings',
  complex64: 'complex numbers',
};

/** Whether a value is a tensor of real numbers that is still there, to be computed with. */
export function isNumericTensor(value: unknown): value is tf.Tensor {
  return isTensorLike(value) && !(value.dtype in OTHERS) && !isDisposed(value);
}

/** What came instead of the tensor that was expected. */
export function describeGiven(value: unknown): string {
  if (!isTensorLike(value)) return describeValue(value);
  const shape = `[${value.shape.join(', ')}]`;
  if (isDisposed(value)) return `${shape}, disposed of`;
  const others = OTHERS[value.dtype];
  return others === undefined ? shape : `${shape} of ${others}`;
}

function isDisposed(tensor: object): boolean {
  return (tensor as { isDisposed?: boolean }).isDisposed === true;
}
