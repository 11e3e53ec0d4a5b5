import { defineOptions, type OptionsReader } from '../../../inputs/defineOptions.ts';
import { countCheck, oneOfCheck } from '../../../inputs/optionCheck.ts';
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

/** Reads {@link KnnOptions}. */
export const knnOptions: OptionsReader<KnnOptions> = /* @__PURE__ */ defineOptions('KnnOptions', () => ({
  k: countCheck(),
  base: baseCheck(),
}));

/** Reads {@link KnnInformationOptions}. */
export const knnInformationOptions: OptionsReader<KnnInformationOptions> = /* @__PURE__ */ defineOptions(
  'KnnInformationOptions',
  () => ({
    ...knnOptions.checks(),
    standardize: oneOfCheck(['std', 'rank', false], '"std", "rank" or false'),
  }),
);

/** Reads {@link KnnEntropyOptions}. */
export const knnEntropyOptions: OptionsReader<KnnEntropyOptions> = /* @__PURE__ */ defineOptions(
  'KnnEntropyOptions',
  () => ({
    ...knnOptions.checks(),
    metric: oneOfCheck(['chebyshev', 'euclidean']),
  }),
);
