import * as tf from '@tensorflow/tfjs-core';
import { describeValue } from '../../inputs/describeValue.ts';
import { requireFinite } from '../../inputs/requireFinite.ts';
import { MetricInputError } from '../../inputs/metricInputError.ts';
import { isTensorLike } from '../../inputs/tensorLike.ts';
import { isTypedArray } from '../../inputs/isTypedArray.ts';
import { centerJointAxis } from './centerJointAxis.ts';
import type { JointAxis } from '../information/soft/jointAxis.ts';
import { toTensor } from '../information/soft/toTensor.ts';

/** What Kornia adds to a sum before it divides by it. */
export const EPSILON = 1e-10;

/** Centers of bins, ascending or not. */
export type BinCenters = readonly number[] | Float32Array | Float64Array;

/** @throws {@link MetricInputError} when a number is not above 0, or not from 0 up with `orZero`. */
export function requireAboveZero(name: string, value: unknown, orZero = false): number {
  const isGood = typeof value === 'number' && value < Infinity && (value > 0 || (orZero && value === 0));
  if (isGood) return value;
  throw new MetricInputError(
    `${name} is ${describeValue(value)}: expected a finite number ${orZero ? '0 or above' : 'above 0'}`,
  );
}

/** @throws {@link MetricInputError} when the tensor has another number of dimensions. */
export function requireRank(values: unknown, name: string, shapes: Readonly<Record<number, string>>): tf.Tensor {
  const tensor = toTensor(values, name);
  if (Object.hasOwn(shapes, tensor.rank)) return tensor;
  throw new MetricInputError(
    `${name}: expected the shape ${Object.values(shapes).join(' or ')}, got [${tensor.shape.join(', ')}]`,
  );
}

/**
 * A gaussian around each of these centers.
 *
 * @throws {@link MetricInputError} when the centers or the bandwidth are none.
 */
export function gaussianAxis(bins: BinCenters, bandwidth: number, name: string): JointAxis {
  const isList = Array.isArray(bins) || isTypedArray(bins);
  if (!isList || isTensorLike(bins) || bins.length === 0) {
    throw new MetricInputError(`bins: expected a list of centers, got ${describeValue(bins)}`);
  }
  requireFinite('bins', bins, [bins.length], undefined);
  requireAboveZero(name, bandwidth);
  return centerJointAxis({ centers: bins, bandwidth, kernel: 'gaussian' });
}
