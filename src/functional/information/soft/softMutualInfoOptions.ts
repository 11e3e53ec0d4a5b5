import { softHistogramOptionChecks, type SoftHistogramOptions } from '../../../numeric/binning/softHistogramOptions.ts';
import { oneOfCheck } from '../../../inputs/optionCheck.ts';
import { optionSchema, type OptionChecks, type OptionSchema } from '../../../inputs/options.ts';
import { averageMethodCheck, type AverageMethod } from '../discrete/averageOptions.ts';
import { baseCheck } from '../discrete/informationOptions.ts';

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

/** Options of the normalised mutual information of continuous values. */
export interface SoftNormalizedMutualInfoOptions extends SoftScoreOptions {
  /** The mean of both entropies to normalise by: `'arithmetic'` when left out. */
  readonly averageMethod?: AverageMethod | undefined;
}

function scoreChecks(): OptionChecks<SoftScoreOptions> {
  const known: BiasCorrection[] = ['none', 'millerMadow'];
  return {
    ...softHistogramOptionChecks(),
    biasCorrection: oneOfCheck(known),
  };
}

/** The checks of {@link SoftMutualInfoOptions}. */
export function softMutualInfoChecks(): OptionChecks<SoftMutualInfoOptions> {
  return { ...scoreChecks(), base: baseCheck() };
}

/** The checks of {@link SoftNormalizedMutualInfoOptions}. */
export function softNormalizedMutualInfoChecks(): OptionChecks<SoftNormalizedMutualInfoOptions> {
  return { ...scoreChecks(), averageMethod: averageMethodCheck() };
}

/** The check of {@link SoftMutualInfoOptions} alone. */
export const softMutualInfoOptions: OptionSchema<SoftMutualInfoOptions> =
  /* @__PURE__ */ optionSchema<SoftMutualInfoOptions>(softMutualInfoChecks);

/** The check of {@link SoftNormalizedMutualInfoOptions} alone. */
export const softNormalizedMutualInfoOptions: OptionSchema<SoftNormalizedMutualInfoOptions> =
  /* @__PURE__ */ optionSchema<SoftNormalizedMutualInfoOptions>(softNormalizedMutualInfoChecks);
