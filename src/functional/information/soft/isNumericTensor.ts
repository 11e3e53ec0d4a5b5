import * as tf from '@tensorflow/tfjs-core';
import { describeValue } from '../../../inputs/describeValue.ts';
import { unrealContents } from '../../../inputs/tensorLike.ts';

/** Whether a value is a tensor of real numbers that is still there, to be computed with. */
export function isNumericTensor(value: unknown): value is tf.Tensor {
  return value instanceof tf.Tensor && !value.isDisposed && unrealContents(value) === undefined;
}

/** What came instead of the tensor that was expected. */
export function describeGiven(value: unknown): string {
  if (!(value instanceof tf.Tensor)) return describeValue(value);
  const shape = `[${value.shape.join(', ')}]`;
  if (value.isDisposed) return `${shape}, disposed of`;
  const contents = unrealContents(value);
  return contents === undefined ? shape : `${shape} of ${contents}`;
}
