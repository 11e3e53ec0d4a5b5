import * as tf from '@tensorflow/tfjs-core';
import { describeValue } from '../../inputs/describeValue.ts';
import { requireFinite } from '../../inputs/requireFinite.ts';
import { MetricInputError } from '../../inputs/metricInputError.ts';
import { isTensorLike } from '../../inputs/tensorLike.ts';
import { isTypedArray } from '../../inputs/isTypedArray.ts';
import { centerJointAxis } from './centerJointAxis.ts';
import type { JointAxis } from '../information/soft/jointAxis.ts';
import { toTensor } from '../information/soft/toTensor.ts';

/** Constant that Kornia adds to a sum in a denominator. */
export const EPSILON = 1e-10;

/** Bin centers, in any order. */
export type BinCenters = readonly number[] | Float32Array | Float64Array;

/** @throws {@link MetricInputError} if a value is not a finite number above 0, or at least 0 with `orZero`. */
export function requireAboveZero(name: string, value: unknown, orZero = false): number {
  const isGood = typeof value === 'number' && value < Infinity && (value > 0 || (orZero && value === 0));
  if (isGood) return value;
  throw new MetricInputError(
    `${name}: expected a finite number ${orZero ? '≥ 0' : '> 0'}, got ${describeValue(value)}`,
  );
}

/** @throws {@link MetricInputError} if the tensor has another number of dimensions. */
export function requireRank(values: unknown, name: string, shapes: Readonly<Record<number, string>>): tf.Tensor {
  const tensor = toTensor(values, name);
  if (Object.hasOwn(shapes, tensor.rank)) return tensor;
  throw new MetricInputError(
    `${name}: expected shape ${Object.values(shapes).join(' or ')}, got shape [${tensor.shape.join(', ')}]`,
  );
}

/**
 * Returns an axis with a Gaussian kernel around each center.
 *
 * @throws {@link MetricInputError} if the centers or the bandwidth are invalid.
 */
export function gaussianAxis(bins: BinCenters, bandwidth: number, name: string): JointAxis {
  const isList = Array.isArray(bins) || isTypedArray(bins);
  if (!isList || isTensorLike(bins) || bins.length === 0) {
    throw new MetricInputError(`bins: expected a non-empty array of bin centers, got ${describeValue(bins)}`);
  }
  requireFinite('bins', bins, [bins.length], undefined);
  requireAboveZero(name, bandwidth);
  return centerJointAxis({ centers: bins, bandwidth, kernel: 'gaussian' });
}
