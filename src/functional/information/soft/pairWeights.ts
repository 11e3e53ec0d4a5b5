import * as tf from '@tensorflow/tfjs-core';
import * as z from 'zod/mini';
import { MetricInputError } from '../../../inputs/metricInputError.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/defineOptions.ts';
import { checkWeightValues } from '../../../inputs/sampleWeight.ts';
import { toTensor, type ContinuousValues } from './toTensor.ts';

/** How much each value or pair of values counts. */
export interface PairWeightOptions {
  /**
   * A weight for each value, 0 or above, of the shape of the values or of one row of them, or one number for
   * all. Only their ratios matter. No gradient flows into them.
   */
  readonly sampleWeight?: ContinuousValues | number | undefined;
  /** True where a value counts; what the others are does not matter, they may be NaN. */
  readonly mask?: ContinuousValues | readonly boolean[] | readonly (readonly boolean[])[] | undefined;
}

/** Reads {@link PairWeightOptions}; weights and masks are checked together with the values. */
export const pairWeightOptions: OptionsReader<PairWeightOptions> = /* @__PURE__ */ defineOptions(
  'PairWeightOptions',
  () => ({ sampleWeight: z.any(), mask: z.any() }),
);

/**
 * Returns one weight for each value, of the values' shape; undefined if all count once.
 *
 * @param maskName - name of the mask in errors.
 * @throws {@link MetricInputError} if the shape of the weights does not fit.
 */
export function pairWeights(
  { sampleWeight, mask }: PairWeightOptions,
  shape: readonly number[],
  maskName = 'mask',
): tf.Tensor | undefined {
  const parts = [
    ...(sampleWeight == null ? [] : [weightTensor(sampleWeight, 'sampleWeight', shape)]),
    ...(mask == null ? [] : [tf.notEqual(weightTensor(mask, maskName, shape), 0)]),
  ].map((part) => tf.cast(part, 'float32'));
  if (parts.length === 0) return undefined;
  const product = parts.length === 2 ? tf.mul(parts[0]!, parts[1]!) : parts[0]!;
  return tf.broadcastTo(product, [...shape]);
}

function weightTensor(given: unknown, name: string, shape: readonly number[]): tf.Tensor {
  const tensor = typeof given === 'number' ? tf.scalar(given) : toTensor(given, name);
  if (tensor.size === 1 && name === 'sampleWeight') return tf.reshape(tensor, []);
  const tail = shape.slice(shape.length - tensor.shape.length);
  const fits = tensor.rank >= 1 && tail.length === tensor.rank && tail.every((size, i) => size === tensor.shape[i]);
  if (fits) return tensor;
  // As [N] for values of the shape [N, 1].
  if (String(squeezed(tensor.shape)) === String(squeezed(shape))) return tf.reshape(tensor, [...shape]);
  throw new MetricInputError(
    `${name} has the shape [${tensor.shape.join(', ')}] and the values [${shape.join(', ')}]: ` +
      'expected one for each value, for each of a row, or one for all',
  );
}

function squeezed(shape: readonly number[]): readonly number[] {
  return shape.filter((size) => size !== 1);
}

/** @throws {@link MetricInputError} if a weight is negative or not finite. */
export function weightsOnHost(weights: tf.Tensor): Float64Array {
  return checkWeightValues(weights.dataSync());
}
