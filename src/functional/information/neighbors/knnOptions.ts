import * as z from 'zod/mini';
import { countCheck, oneOfCheck } from '../../../inputs/optionCheck.ts';
import { optionSchema, type OptionChecks, type OptionSchema } from '../../../inputs/options.ts';
import { baseCheck } from '../discrete/informationOptions.ts';

/** Options of all estimators that look at nearest neighbours. */
export interface KnnOptions {
  /** How many neighbours are looked at, below the number of samples; 3 when left out. */
  readonly k?: number | undefined;
  /** Base of the logarithm: e (nats) when left out, 2 for bits, 10 for hartleys. */
  readonly base?: number | undefined;
}

/** Options of entropies and divergences from nearest neighbours. */
export interface KnnEntropyOptions extends KnnOptions {
  /**
   * Distance between samples: the greatest difference of coordinates (`'chebyshev'`) or the straight line
   * (`'euclidean'`). Default: `'chebyshev'`.
   */
  readonly metric?: 'chebyshev' | 'euclidean' | undefined;
}

/**
 * How columns are brought to a common scale: each to mean 0 and standard deviation 1 (`'std'`), each to the normal
 * scores Φ⁻¹(r/(N + 1)) of its ranks r, equal values to their mean rank (`'rank'`), or not at all.
 */
export type Standardization = 'std' | 'rank' | false;

/** Options of mutual information from nearest neighbours. */
export interface KnnInformationOptions extends KnnOptions {
  /**
   * Brings columns to a common scale first; false when left out. Mutual information does not depend on
   * the scale, but its estimate does: use `'std'` where units differ, and `'rank'` for heavy tails.
   */
  readonly standardize?: Standardization | undefined;
}

/** The checks of {@link KnnOptions}. */
export function knnChecks(): OptionChecks<KnnOptions> {
  return { k: countCheck(), base: baseCheck() };
}

/** The checks of {@link KnnInformationOptions}. */
export function knnInformationChecks(): OptionChecks<KnnInformationOptions> {
  const error = '"std", "rank" or false';
  return {
    ...knnChecks(),
    standardize: z.union([z.enum(['std', 'rank']), z.literal(false)], { error }),
  };
}

/** The check of {@link KnnOptions}. */
export const knnOptions: OptionSchema<KnnOptions> = /* @__PURE__ */ optionSchema<KnnOptions>(knnChecks);

/** The check of {@link KnnInformationOptions}. */
export const knnInformationOptions: OptionSchema<KnnInformationOptions> =
  /* @__PURE__ */ optionSchema<KnnInformationOptions>(knnInformationChecks);

/** The check of {@link KnnEntropyOptions}. */
export const knnEntropyOptions: OptionSchema<KnnEntropyOptions> = /* @__PURE__ */ optionSchema<KnnEntropyOptions>(
  () => ({
    ...knnChecks(),
    metric: oneOfCheck(['chebyshev', 'euclidean']),
  }),
);
