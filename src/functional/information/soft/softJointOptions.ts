import {
  dataRangeCheck,
  softAxesOf,
  softHistogramOptions,
  type DataRangeOption,
  type SoftHistogramOptions,
} from '../../../state/tables/softHistogramOptions.ts';
import { booleanCheck } from '../../../inputs/options/optionCheck.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import type { JointAxis } from './jointAxis.ts';
import { dataJointAxis, softJointAxis } from './softJointAxis.ts';

/** Options for a joint soft histogram of values passed in one call. */
export interface SoftJointOptions extends Omit<SoftHistogramOptions, 'range'>, DataRangeOption {
  /**
   * Whether to compute a separate result for each example along the first axis, with its own range for `range: 'data'`.
   * Default: false, one result for all values.
   */
  readonly perExample?: boolean | undefined;
}

/** Reads {@link SoftJointOptions}. */
export const softJointOptions: OptionsReader<SoftJointOptions> = /* @__PURE__ */ defineOptions(
  'SoftJointOptions',
  () => ({ ...softHistogramOptions.checks(), ...dataRangeCheck(), perExample: booleanCheck() }),
);

/**
 * Returns the two axes described by options.
 *
 * @throws {@link MetricInputError} if options contradict each other.
 */
export function softJointAxes(
  owner: string,
  { bins, range, kernel, bandwidth, edge }: SoftJointOptions,
): readonly [x: JointAxis, y: JointAxis] {
  const options = { bins, kernel, bandwidth, edge };
  if (range === 'data') {
    const [ofX, ofY] = softAxesOf(owner, options);
    return [dataJointAxis(ofX), dataJointAxis(ofY)];
  }
  const [ofX, ofY] = softAxesOf(owner, { ...options, range });
  return [softJointAxis(ofX), softJointAxis(ofY)];
}
