import {
  dataRangeCheck,
  softAxesOf,
  softHistogramOptions,
  type DataRangeOption,
  type SoftHistogramOptions,
} from '../../../numeric/binning/softHistogramOptions.ts';
import { booleanCheck } from '../../../inputs/optionCheck.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/defineOptions.ts';
import type { JointAxis } from './jointAxis.ts';
import { dataJointAxis, softJointAxis } from './softJointAxis.ts';

/** Options of a joint soft histogram of values that are all at hand. */
export interface SoftJointOptions extends Omit<SoftHistogramOptions, 'range'>, DataRangeOption {
  /**
   * Whether each example, along the first axis, is scored apart, with a range of its own for `range: 'data'`.
   * Default: false, all values are taken together, whatever their shape.
   */
  readonly perExample?: boolean | undefined;
}

/** Reads {@link SoftJointOptions}. */
export const softJointOptions: OptionsReader<SoftJointOptions> = /* @__PURE__ */ defineOptions(
  'SoftJointOptions',
  () => ({ ...softHistogramOptions.checks(), ...dataRangeCheck(), perExample: booleanCheck() }),
);

/**
 * Returns the two axes that options describe.
 *
 * @throws {@link MetricInputError} if options do not fit together.
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
