import { softHistogramOptions, type SoftHistogramOptions } from '../../../numeric/binning/softHistogramOptions.ts';
import { oneOfCheck } from '../../../inputs/optionCheck.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/defineOptions.ts';
import { averageMethodCheck, type AverageMethod } from '../discrete/averageOptions.ts';
import { baseCheck } from '../discrete/informationOptions.ts';

const BIAS_CORRECTIONS: readonly BiasCorrection[] = ['none', 'millerMadow'];

/** Whether the bias of a finite sample is taken out. */
export type BiasCorrection = 'none' | 'millerMadow';

/** What every score of a joint soft histogram has. */
export interface SoftScoreOptions extends SoftHistogramOptions {
  /**
   * `'millerMadow'` takes out what a finite sample of independent values seems to share, by a soft
   * form of Miller and Madow's correction; results may then be slightly below 0. `'none'` when left
   * out.
   */
  readonly biasCorrection?: BiasCorrection | undefined;
}

/** Options of the mutual information of continuous values. */
export interface SoftMutualInfoOptions extends SoftScoreOptions {
  /** Base of the logarithm: e (nats) when left out, 2 for bits, 10 for hartleys. */
  readonly base?: number | undefined;
}

/** Options of the normalized mutual information of continuous values. */
export interface SoftNormalizedMutualInfoOptions extends SoftScoreOptions {
  /** The mean of both entropies to normalize by: `'arithmetic'` when left out. */
  readonly averageMethod?: AverageMethod | undefined;
}

const softScoreOptions = /* @__PURE__ */ defineOptions<SoftScoreOptions>('SoftScoreOptions', () => ({
  ...softHistogramOptions.checks(),
  biasCorrection: oneOfCheck(BIAS_CORRECTIONS),
}));

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
