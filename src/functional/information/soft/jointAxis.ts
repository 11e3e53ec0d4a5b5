import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import type { FloatValues, HistogramAxis } from '../../../numeric/binning/histogramAxis.ts';
import type { HistogramRange } from '../../../state/tables/softHistogramOptions.ts';

/** Kernel weights of values on a device in all bins of an axis, one row per value. */
export interface DeviceSpread {
  readonly weights: Tensor2D;
  /** Returns the derivatives of the weights. */
  derivatives(): Tensor2D;
}

/** One side of a joint histogram, for arrays on the host and for tensors on a device. */
export interface JointAxis {
  readonly host: HistogramAxis;
  /** Spreads values `[n, 1]` over the bins, `[n, bins]`. */
  device(values: Tensor2D): DeviceSpread;
  /** Range to which values are clamped. Default: none. */
  readonly range?: HistogramRange;
  /** Computes the axis from one row of values. Default: the same axis for all rows. */
  readonly fit?: AxisFit;
}

/** The two sides of a joint histogram. */
export type JointAxes = readonly [x: JointAxis, y: JointAxis];

/** Computes an axis from the values of a row with positive weight. */
export interface AxisFit {
  host(values: FloatValues, from: number, to: number, weights: Float64Array | undefined): HistogramAxis;
  device(values: Tensor1D, weights: Tensor1D | undefined): JointAxis['device'];
}
