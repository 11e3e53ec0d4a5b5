import * as tf from '@tensorflow/tfjs-core';
import { describeValue } from '../../../inputs/describeValue.ts';
import { isTensorLike, unrealContents } from '../../../inputs/tensorLike.ts';

/** Returns whether a value is a tensor of real numbers that is not disposed. */
export function isNumericTensor(value: unknown): value is tf.Tensor {
  return value instanceof tf.Tensor && !value.isDisposed && unrealContents(value) === undefined;
}

/** Describes a value in an error message, with the shape of a tensor. */
export function describeGiven(value: unknown): string {
  if (!isTensorLike(value)) return describeValue(value);
  const shape = `[${value.shape.join(', ')}]`;
  if (value instanceof tf.Tensor && value.isDisposed) return `${shape} (disposed)`;
  const contents = unrealContents(value);
  return contents === undefined ? shape : `${shape} of ${contents}`;
}
