import { softAxis, type SoftAxisOptions } from '../../../numeric/binning/softAxis.ts';
import { observedRange } from '../../../inputs/checkValuesInRange.ts';
import { deviceAxis } from './deviceAxis.ts';
import { deviceRange } from './deviceRange.ts';
import type { AxisFit, JointAxis } from './jointAxis.ts';
import * as tf from '@tensorflow/tfjs-core';

/** Returns a {@link softAxis} for the host and for devices. */
export function softJointAxis(options: SoftAxisOptions): JointAxis {
  return { host: softAxis(options), device: deviceAxis(options), range: options.range };
}

/**
 * Returns a {@link softAxis} whose range is that of the values in each row. If all values are equal, they are in the
 * first bin.
 */
export function dataJointAxis(options: Omit<SoftAxisOptions, 'range'>): JointAxis {
  const unit = { ...options, range: [0, 1] as const };
  const device = deviceAxis(unit);
  const fit: AxisFit = {
    host: (values, from, to, weights) => {
      const [low, high] = observedRange(values, from, to, weights);
      return softAxis({ ...options, range: [low, high > low ? high : low + 1] });
    },
    device: (values, weights) => {
      const { low, width } = deviceRange(values, weights);
      return (column) => {
        const { weights: spread, derivatives } = device(tf.div(tf.sub(column, low), width));
        return { weights: spread, derivatives: () => tf.div(derivatives(), width) };
      };
    },
  };
  return { host: softAxis(unit), device, fit };
}
