import * as tf from '@tensorflow/tfjs-core';
import type { HistogramAxis } from '../../numeric/binning/histogramAxis.ts';
import type { JointAxis } from '../information/soft/jointAxis.ts';

/** Returns an axis that clamps values to [low, high] and gives clamped values no gradient. */
export function clampedJointAxis(axis: JointAxis, low: number, high: number): JointAxis {
  return {
    host: clampedAxis(axis.host, low, high),
    device: (values) => {
      const { weights, derivatives } = axis.device(tf.clipByValue(values, low, high));
      const isInside = (): tf.Tensor => tf.logicalAnd(tf.greaterEqual(values, low), tf.lessEqual(values, high));
      return { weights, derivatives: () => tf.mul(derivatives(), tf.cast(isInside(), 'float32')) };
    },
  };
}

function clampedAxis({ bins, taps, spread }: HistogramAxis, low: number, high: number): HistogramAxis {
  return {
    bins,
    taps,
    spread(values, from, count, room) {
      const clamped = Float64Array.from(values.subarray(from, from + count), (value) =>
        Math.max(low, Math.min(high, value)),
      );
      spread(clamped, 0, count, room);
      for (let k = 0; k < count; k++) {
        if (clamped[k] !== values[from + k]) room.derivatives?.fill(0, k * taps, (k + 1) * taps);
      }
    },
  };
}
