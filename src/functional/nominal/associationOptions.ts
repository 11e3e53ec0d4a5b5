import { nominalOptions, type NominalOptions } from '../../inputs/nominalOptions.ts';
import { defineOptions, type OptionsReader } from '../../inputs/defineOptions.ts';
import { booleanCheck } from '../../inputs/optionCheck.ts';

/** Options of measures of association that can be corrected for chance. */
export interface AssociationOptions extends NominalOptions {
  /**
   * Whether to take off what independent labels reach by chance (W. Bergsma, 2013); true when left
   * out. It counts samples, so weights must then be whole numbers.
   */
  readonly biasCorrection?: boolean | undefined;
  /**
   * Whether to bring the cells of a 2 × 2 table half a sample nearer to what is expected (F. Yates,
   * 1934); false when left out. Larger tables are not changed by it.
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
    return `${name} counts samples (set it to false for other weights)`;
  },
);
