import type { Scalar, Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import type { FloatValues, HistogramAxis } from '../../../numeric/binning/histogramAxis.ts';
import type { JointCounts } from '../../../numeric/binning/jointCounts.ts';
import type { CountSlopes } from '../../../numeric/binning/jointGradient.ts';
import type { HistogramRange } from '../../../numeric/binning/softHistogramOptions.ts';

/** How values on a device spread over all bins of an axis, a row for each value. */
export interface DeviceSpread {
  readonly weights: Tensor2D;
  /** The derivatives of the weights; made when asked for. */
  slopes(): Tensor2D;
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

/** How an axis follows from the values of a row that have a weight other than 0. */
export interface AxisFit {
  host(values: FloatValues, from: number, to: number, weights: Float64Array | undefined): HistogramAxis;
  device(values: Tensor1D, weights: Tensor1D | undefined): JointAxis['device'];
}

/** Sums as {@link JointSums}, on a device. */
export interface DeviceSums {
  readonly cells: Tensor2D;
  readonly x: Tensor1D;
  readonly y: Tensor1D;
  readonly all: Scalar;
}

/** Counts as {@link JointCounts}, on a device. */
export interface DeviceCounts {
  readonly sums: DeviceSums;
  readonly squares: DeviceSums | undefined;
}

/** Derivatives by sums: those by the cells, and by the sums of rows and columns where there are any. */
export interface DeviceSlopes {
  readonly cells: Tensor2D;
  readonly x?: Tensor1D | undefined;
  readonly y?: Tensor1D | undefined;
  /** Never asked for: the sum of all is the same wherever the values are. */
  readonly all?: Scalar | undefined;
}

/** Derivatives as {@link CountSlopes}, on a device. */
export interface DeviceCountSlopes {
  readonly sums: DeviceSlopes;
  readonly squares?: DeviceSlopes | undefined;
}

/** What is read from a joint histogram, and how it changes with each count. */
export interface JointReading {
  /** The shape of what is read. */
  readonly shape: readonly number[];
  /** Whether sums of squares are needed. */
  readonly withSquares: boolean;
  /** In float64, where tensors can be read at once. */
  readonly host: {
    value(counts: JointCounts): ArrayLike<number>;
    /** The derivatives of what is read, times those by what is read. */
    slopes(counts: JointCounts, upstream: ArrayLike<number>): CountSlopes;
  };
  /** In float32, by operations of the backend. */
  readonly device: {
    value(counts: DeviceCounts): Tensor;
    slopes(counts: DeviceCounts, upstream: Tensor): DeviceCountSlopes;
  };
}
