import * as tf from '@tensorflow/tfjs-core';
import { MetricInputError } from '../../../inputs/metricInputError.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import { anyCheck } from '../../../inputs/options/optionCheck.ts';
import { checkWeightValues } from '../../../inputs/sampleWeight.ts';
import { toTensor, type ContinuousValues } from './toTensor.ts';

/** Options for the weights of values or pairs of values. */
export interface PairWeightOptions {
  /**
   * Non-negative weights with the shape of the values or of one row, or one number for all. Scores depend only on the
   * ratios of the weights. Scores have no gradient with respect to the weights.
   */
  readonly sampleWeight?: ContinuousValues | number | undefined;
  /** True for values to include. Excluded values may be NaN. Default: all values. */
  readonly mask?: ContinuousValues | readonly boolean[] | readonly (readonly boolean[])[] | undefined;
}

/** Reads {@link PairWeightOptions}. Weights and masks are checked with the values. */
export const pairWeightOptions: OptionsReader<PairWeightOptions> = /* @__PURE__ */ defineOptions(
  'PairWeightOptions',
  () => ({ sampleWeight: anyCheck(), mask: anyCheck() }),
);

/**
 * Returns one weight per value, with the shape of the values, or undefined if all weights are 1.
 *
 * @param maskName - name of the mask in errors.
 * @throws {@link MetricInputError} if the shape of the weights does not match.
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
  // For example [N] for values of shape [N, 1].
  if (String(squeezed(tensor.shape)) === String(squeezed(shape))) return tf.reshape(tensor, [...shape]);
  throw new MetricInputError(
    `${name}: expected the shape [${shape.join(', ')}] of the values, the shape of one row, or one weight for all, ` +
      `got shape [${tensor.shape.join(', ')}]`,
  );
}

function squeezed(shape: readonly number[]): readonly number[] {
  return shape.filter((size) => size !== 1);
}

/** @throws {@link MetricInputError} if a weight is negative or not finite. */
export function weightsOnHost(weights: tf.Tensor): Float64Array {
  return checkWeightValues(weights.dataSync());
}
