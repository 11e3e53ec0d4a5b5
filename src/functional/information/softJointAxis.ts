import { softAxis, type SoftAxisOptions } from '../../binning/softAxis.ts';
import { deviceAxis } from './deviceAxis.ts';
import type { JointAxis } from './jointReading.ts';

/** A {@link softAxis} in both its forms. */
export function softJointAxis(options: SoftAxisOptions): JointAxis {
  return { host: softAxis(options), device: deviceAxis(options) };
}
