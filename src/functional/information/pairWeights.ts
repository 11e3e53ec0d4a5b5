import * as tf from '@tensorflow/tfjs-core';
import * as z from 'zod/mini';
import { MetricInputError } from '../../inputs/metricInputError.ts';
import type { OptionChecks } from '../../inputs/options.ts';
import { checkSampleWeight } from '../../inputs/sampleWeight.ts';
import { toTensor, type ContinuousValues } from './toTensor.ts';

/** How much each value or pair of values counts. */
export interface PairWeightOptions {
  /**
   * A weight for each, 0 or above, of the shape of the values or of one row of them. They count as
   * shares: twice all weights gives the same score. No gradient flows into them.
   */
  readonly sampleWeight?: ContinuousValues | undefined;
  /** True where a value counts; what the others are does not matter, they may be NaN. */
  readonly mask?: ContinuousValues | readonly boolean[] | readonly (readonly boolean[])[] | undefined; // prettier-ignore
}

/** The checks of {@link PairWeightOptions}, as far as they go without the values. */
export function pairWeightChecks(): OptionChecks<PairWeightOptions> {
  return { sampleWeight: z.any(), mask: z.any() };
}

/**
 * One weight for each value, of the values' shape; undefined when all count alike.
 *
 * @throws {@link MetricInputError} when the shape of the weights is another.
 */
export function pairWeights(
  { sampleWeight, mask }: PairWeightOptions,
  shape: readonly number[],
): tf.Tensor | undefined {
  const parts = [
    ...(sampleWeight == null ? [] : [weightTensor(sampleWeight, 'sampleWeight', shape)]),
    ...(mask == null ? [] : [tf.notEqual(weightTensor(mask, 'mask', shape), 0)]),
  ].map((part) => tf.cast(part, 'float32'));
  if (parts.length === 0) return undefined;
  const product = parts.length === 2 ? tf.mul(parts[0]!, parts[1]!) : parts[0]!;
  return tf.broadcastTo(product, [...shape]);
}

function weightTensor(given: unknown, name: string, shape: readonly number[]): tf.Tensor {
  const tensor = toTensor(given, name);
  const tail = shape.slice(shape.length - tensor.shape.length);
  const fits = tensor.rank >= 1 && tail.length === tensor.rank && tail.every((size, i) => size === tensor.shape[i]); // prettier-ignore
  if (fits) return tensor;
  // As [N] for values of the shape [N, 1].
  if (String(squeezed(tensor.shape)) === String(squeezed(shape)))
    return tf.reshape(tensor, [...shape]);
  throw new MetricInputError(
    `${name} has the shape [${tensor.shape.join(', ')}] and the values [${shape.join(', ')}]: ` +
      'expected one for each value, or for each of a row',
  );
}

function squeezed(shape: readonly number[]): readonly number[] {
  return shape.filter((size) => size !== 1);
}

/** @throws {@link MetricInputError} when a weight is below 0 or not finite. */
export function weightsOnHost(weights: tf.Tensor): Float64Array {
  return checkSampleWeight(weights.dataSync());
}
