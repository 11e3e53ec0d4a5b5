import { softHistogramOptions, type SoftHistogramOptions } from '../../../state/tables/softHistogramOptions.ts';
import { oneOfCheck } from '../../../inputs/options/optionCheck.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import { averageMethodCheck, type AverageMethod } from '../discrete/averageOptions.ts';
import { baseCheck } from '../discrete/informationOptions.ts';

const BIAS_CORRECTIONS: readonly BiasCorrection[] = ['none', 'millerMadow'];

/** Correction of the bias of small samples. */
export type BiasCorrection = 'none' | 'millerMadow';

/** Common options for the scores of a joint soft histogram. */
export interface SoftScoreOptions extends SoftHistogramOptions {
  /**
   * Bias correction. `'millerMadow'` subtracts an estimate of the mean score of independent values, which is above 0
   * for small samples. The estimate is a soft form of the Miller–Madow correction. Corrected results can be slightly
   * negative. Default: `'none'`.
   */
  readonly biasCorrection?: BiasCorrection | undefined;
}

/** Options for the mutual information of continuous values. */
export interface SoftMutualInfoOptions extends SoftScoreOptions {
  /** Base of the logarithm: 2 for bits, 10 for hartleys. Default: e (nats). */
  readonly base?: number | undefined;
}

/** Options for the normalized mutual information of continuous values. */
export interface SoftNormalizedMutualInfoOptions extends SoftScoreOptions {
  /** Mean of the two entropies in the denominator. Default: `'arithmetic'`. */
  readonly averageMethod?: AverageMethod | undefined;
}

/** Reads {@link SoftScoreOptions}. */
export const softScoreOptions: OptionsReader<SoftScoreOptions> = /* @__PURE__ */ defineOptions(
  'SoftScoreOptions',
  () => ({
    ...softHistogramOptions.checks(),
    biasCorrection: oneOfCheck(BIAS_CORRECTIONS),
  }),
);

/** Reads {@link SoftMutualInfoOptions}. */
export const softMutualInfoOptions: OptionsReader<SoftMutualInfoOptions> = /* @__PURE__ */ defineOptions(
  'SoftMutualInfoOptions',
  () => ({ ...softScoreOptions.checks(), base: baseCheck() }),
);

/** Reads {@link SoftNormalizedMutualInfoOptions}. */
export const softNormalizedMutualInfoOptions: OptionsReader<SoftNormalizedMutualInfoOptions> =
  /* @__PURE__ */ defineOptions('SoftNormalizedMutualInfoOptions', () => ({
    ...softScoreOptions.checks(),
    averageMethod: averageMethodCheck(),
  }));
