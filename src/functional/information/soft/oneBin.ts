import type { JointAxis } from './jointAxis.ts';
import { softJointAxis } from './softJointAxis.ts';

/** Returns an axis with one bin that contains all values, for histograms of one variable. */
export function oneBin(): JointAxis {
  const range = [0, 1] as const;
  const { host, device } = softJointAxis({ bins: 1, range, kernel: 'box', bandwidth: 1, edge: 'fold' });
  return { host, device };
}
