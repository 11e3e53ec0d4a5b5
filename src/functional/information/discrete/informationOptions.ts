import { labelOptions, type LabelOptions } from '../../../inputs/options/labelOptions.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import { type OptionCheck, aboveCheck } from '../../../inputs/options/optionCheck.ts';

/** Options for information measures. */
export interface InformationOptions extends LabelOptions {
  /** Base of the logarithm: 2 for bits, 10 for hartleys. Default: e (nats). */
  readonly base?: number | undefined;
}

/** Reads {@link InformationOptions}. */
export const informationOptions: OptionsReader<InformationOptions> = /* @__PURE__ */ defineOptions(
  'InformationOptions',
  () => ({
    ...labelOptions.checks(),
    base: baseCheck(),
  }),
);

/** Returns the check of the base of a logarithm. */
export function baseCheck(): OptionCheck {
  return aboveCheck(1);
}

/** Converts nats to the unit of `base`. */
export function inBase(nats: number, base: number | undefined): number {
  return base === undefined ? nats : nats / Math.log(base);
}
