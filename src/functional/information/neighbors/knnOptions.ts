import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import { countCheck, oneOfCheck } from '../../../inputs/options/optionCheck.ts';
import { baseCheck } from '../discrete/informationOptions.ts';

/** Options for nearest-neighbor estimators. */
export interface KnnOptions {
  /** Number of neighbors, less than the number of samples. Default: 3. */
  readonly k?: number | undefined;
  /** Base of the logarithm: 2 for bits, 10 for hartleys. Default: e (nats). */
  readonly base?: number | undefined;
}

/** Options for nearest-neighbor estimators of entropies and divergences. */
export interface KnnEntropyOptions extends KnnOptions {
  /**
   * Distance between samples: the largest difference of coordinates (`'chebyshev'`) or `'euclidean'`. Default:
   * `'chebyshev'`.
   */
  readonly metric?: 'chebyshev' | 'euclidean' | undefined;
}

/**
 * Standardization of columns: to mean 0 and standard deviation 1 (`'std'`), to the normal scores Φ⁻¹(r/(N + 1)) of
 * their ranks r, with mean ranks for ties (`'rank'`), or none (`false`).
 */
export type Standardization = 'std' | 'rank' | false;

/** Options for nearest-neighbor estimators of mutual information. */
export interface KnnInformationOptions extends KnnOptions {
  /**
   * Standardization of columns before the estimate. Mutual information does not depend on scale, but its estimate
   * does: use `'std'` if units differ, and `'rank'` for heavy tails. Default: false.
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
