import { labelOptionChecks, type LabelOptions } from '../../../inputs/labelOptions.ts';
import { aboveCheck } from '../../../inputs/optionCheck.ts';
import { optionSchema, type OptionCheck, type OptionChecks, type OptionSchema } from '../../../inputs/options.ts';

/** Options of quantities of information. */
export interface InformationOptions extends LabelOptions {
  /** Base of the logarithm: e (nats) when left out, 2 for bits, 10 for hartleys. */
  readonly base?: number | undefined;
}

/** The checks of {@link InformationOptions}, one by one. */
export function informationOptionChecks(): OptionChecks<InformationOptions> {
  return {
    ...labelOptionChecks(),
    base: baseCheck(),
  };
}

/** The check of {@link InformationOptions}. */
export const informationOptions: OptionSchema<InformationOptions> =
  /* @__PURE__ */ optionSchema<InformationOptions>(informationOptionChecks);

/** The check of the base of a logarithm. */
export function baseCheck(): OptionCheck {
  return aboveCheck(1);
}

/** Nats in the unit of `base`. */
export function inBase(nats: number, base: number | undefined): number {
  return base === undefined ? nats : nats / Math.log(base);
}
