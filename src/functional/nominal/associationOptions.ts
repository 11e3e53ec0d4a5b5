import { nominalOptions, type NominalOptions } from '../../inputs/options/nominalOptions.ts';
import { defineOptions, type OptionsReader } from '../../inputs/options/defineOptions.ts';
import { booleanCheck } from '../../inputs/options/optionCheck.ts';

/** Options for measures of association with bias correction. */
export interface AssociationOptions extends NominalOptions {
  /**
   * Whether to correct the bias of small samples: without a correction, the score of independent labels is above 0 on
   * average (W. Bergsma, 2013). Requires whole-number weights. Default: true.
   */
  readonly biasCorrection?: boolean | undefined;
  /**
   * Whether to apply Yates's continuity correction to 2 × 2 tables: each count moves by up to ½ towards its expected
   * count (F. Yates, 1934). Larger tables do not change. Requires whole-number weights. Default: false.
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
