import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import type { FloatValues, HistogramAxis } from '../../../numeric/binning/histogramAxis.ts';
import type { HistogramRange } from '../../../numeric/binning/softHistogramOptions.ts';

/** Weights of values on a device in all bins of an axis, a row for each value. */
export interface DeviceSpread {
  readonly weights: Tensor2D;
  /** Returns the derivatives of the weights. */
  derivatives(): Tensor2D;
}

/** One side of a joint histogram, in its form for arrays and in its form for devices. */
export interface JointAxis {
  readonly host: HistogramAxis;
  /** Spreads values of the shape `[n, 1]` over the bins: `[n, bins]`. */
  device(values: Tensor2D): DeviceSpread;
  /** Range of the bins outside of which values count as at its ends. Default: none. */
  readonly range?: HistogramRange;
  /** Makes the axis of one row of values. Default: the axis is the same for all rows. */
  readonly fit?: AxisFit;
}

/** The two sides of a joint histogram. */
export type JointAxes = readonly [x: JointAxis, y: JointAxis];

/** How an axis follows from the values of a row that have a weight other than 0. */
export interface AxisFit {
  host(values: FloatValues, from: number, to: number, weights: Float64Array | undefined): HistogramAxis;
  device(values: Tensor1D, weights: Tensor1D | undefined): JointAxis['device'];
}
