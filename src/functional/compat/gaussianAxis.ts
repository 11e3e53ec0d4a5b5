import { isTypedArray } from '../../inputs/isTypedArray.ts';
import { inputError } from '../../inputs/metricInputError.ts';
import { requireFinite } from '../../inputs/requireFinite.ts';
import { isTensorLike } from '../../inputs/tensorLike.ts';
import type { JointAxis } from '../information/soft/jointAxis.ts';
import { centerJointAxis } from './centerJointAxis.ts';
import { requireAboveZero } from './requireAboveZero.ts';

/** Bin centers, in any order. */
export type BinCenters = readonly number[] | Float32Array | Float64Array;

/**
 * Returns an axis with a Gaussian kernel around each center.
 *
 * @throws {@link MetricInputError} if the centers or the bandwidth are invalid.
 */
export function gaussianAxis(bins: BinCenters, bandwidth: number, name: string): JointAxis {
  const isList = Array.isArray(bins) || isTypedArray(bins);
  if (!isList || isTensorLike(bins) || bins.length === 0) {
    throw inputError('bins', 'a non-empty array of bin centers', bins);
  }
  requireFinite('bins', bins, [bins.length], undefined);
  requireAboveZero(name, bandwidth);
  return centerJointAxis({ centers: bins, bandwidth, kernel: 'gaussian' });
}
