import type * as tf from '@tensorflow/tfjs-core';
import { MetricInputError } from '../../inputs/metricInputError.ts';
import { toTensor } from '../information/soft/toTensor.ts';

/** @throws {@link MetricInputError} if the tensor has another number of dimensions. */
export function requireRank(values: unknown, name: string, shapes: Readonly<Record<number, string>>): tf.Tensor {
  const tensor = toTensor(values, name);
  if (Object.hasOwn(shapes, tensor.rank)) return tensor;
  throw new MetricInputError(
    `${name}: expected shape ${Object.values(shapes).join(' or ')}, got shape [${tensor.shape.join(', ')}]`,
  );
}
