import { nominalOptions, type NominalOptions } from '../../inputs/options/nominalOptions.ts';
import { defineOptions, type OptionsReader } from '../../inputs/options/defineOptions.ts';
import { booleanCheck } from '../../inputs/options/optionCheck.ts';

/** Options for measures of association with bias correction. */
export interface AssociationOptions extends NominalOptions {
  /**
   * Whether to correct the bias for independent labels (W. Bergsma, 2013). Requires whole-number weights. Default:
   * true.
   */
  readonly biasCorrection?: boolean | undefined;
  /**
   * Whether to move the cells of a 2 × 2 table half a sample towards their expected counts (F. Yates, 1934). Larger
   * tables are not affected. Requires whole-number weights. Default: false.
   */
  readonly yatesCorrection?: boolean | undefined;
}

/** Reads {@link AssociationOptions}. */
export const associationOptions: OptionsReader<AssociationOptions> = /* @__PURE__ */ defineOptions(
  'AssociationOptions',
  () => ({
    ...nominalOptions.checks(),
    biasCorrection: booleanCheck(),
    yatesCorrection: booleanCheck(),
  }),
  ({ biasCorrection = true, yatesCorrection = false }) => {
    if (!biasCorrection && !yatesCorrection) return undefined;
    const name = biasCorrection ? 'biasCorrection' : 'yatesCorrection';
    return `${name} counts samples (set it to false to use fractional weights)`;
  },
);
