import type { JointAxis } from './jointReading.ts';
import { softJointAxis } from './softJointAxis.ts';

/** All values in one bin: what the other side of a histogram of single values is. */
export function oneBin(): JointAxis {
  return softJointAxis({ bins: 1, range: [0, 1], kernel: 'box', bandwidth: 1, edge: 'fold' });
}
