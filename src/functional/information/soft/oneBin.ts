import type { JointAxis } from './jointAxis.ts';
import { softJointAxis } from './softJointAxis.ts';

/** The other axis of a histogram of single values: one bin, which all values are in. */
export function oneBin(): JointAxis {
  const range = [0, 1] as const;
  const { host, device } = softJointAxis({ bins: 1, range, kernel: 'box', bandwidth: 1, edge: 'fold' });
  return { host, device };
}
