import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import { countCheck, oneOfCheck } from '../../../inputs/options/optionCheck.ts';
import { baseCheck } from '../discrete/informationOptions.ts';

/** Options for nearest-neighbor estimators. */
export interface KnnOptions {
  /** Number of nearest neighbors of each sample, less than the number of samples. Default: 3. */
  readonly k?: number | undefined;
  /** Base of the logarithm: 2 for bits, 10 for hartleys. Default: e (nats). */
  readonly base?: number | undefined;
}

/** Options for nearest-neighbor estimators of entropies and divergences. */
export interface KnnEntropyOptions extends KnnOptions {
  /**
   * Distance between samples: the largest absolute difference of their coordinates (`'chebyshev'`), or the Euclidean
   * distance (`'euclidean'`). Default: `'chebyshev'`.
   */
  readonly metric?: 'chebyshev' | 'euclidean' | undefined;
}

/** Options for nearest-neighbor estimators of mutual information. */
export interface KnnInformationOptions extends KnnOptions {
  /**
   * Standardization of columns before the estimate: to mean 0 and standard deviation 1 (`'std'`), or to normal scores
   * (`'rank'`). The normal score of a value with rank r of N is Φ⁻¹(r/(N + 1)), with Φ⁻¹ the quantile function of the
   * normal distribution; tied values share their mean rank. Mutual information does not depend on the scale of the
   * values, but its estimate does: use `'std'` if columns have different units, and `'rank'` for heavy-tailed
   * distributions. Default: false.
   */
  readonly standardize?: 'std' | 'rank' | false | undefined;
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
