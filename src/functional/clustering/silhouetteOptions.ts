import { labelOptionChecks, type LabelOptions } from '../../inputs/labelOptions.ts';
import { countCheck, nameCheck, seedCheck } from '../../inputs/optionChecks.ts';
import { optionSchema, type OptionChecks, type OptionSchema } from '../../inputs/options.ts';

/** How far two samples are apart. */
export type SilhouetteDistance =
  'euclidean' | 'sqeuclidean' | 'manhattan' | 'cosine' | 'chebyshev' | 'precomputed';

/** Options of the silhouettes. */
export interface SilhouetteOptions extends LabelOptions {
  /**
   * The distance: `'euclidean'` when left out. `'sqeuclidean'` and `'cosine'` take O(N K d), all others
   * O(N² d). For `'precomputed'`, the data are the distances themselves, `[N, N]`: symmetric and 0 on the diagonal,
   * up to the rounding of float32.
   */
  readonly metric?: SilhouetteDistance | undefined;
}

/** Options of the mean silhouette. */
export interface SilhouetteScoreOptions extends SilhouetteOptions {
  /** Number of samples to draw at random and score against each other. Default: all samples. */
  readonly sampleSize?: number | undefined;
  /** The seed of that choice, a whole number; 0 when left out. */
  readonly seed?: number | undefined;
}

const METRICS = [
  'euclidean',
  'sqeuclidean',
  'manhattan',
  'cosine',
  'chebyshev',
  'precomputed',
] as const;

/** The checks of {@link SilhouetteOptions}. */
export function silhouetteChecks(): OptionChecks<SilhouetteOptions> {
  return {
    ...labelOptionChecks(),
    metric: nameCheck(METRICS),
  };
}

/** The check of {@link SilhouetteOptions}. */
export const silhouetteOptions: OptionSchema<SilhouetteOptions> =
  /* @__PURE__ */ optionSchema<SilhouetteOptions>(silhouetteChecks);

/** The check of {@link SilhouetteScoreOptions}. */
export const silhouetteScoreOptions: OptionSchema<SilhouetteScoreOptions> =
  /* @__PURE__ */ optionSchema<SilhouetteScoreOptions>(() => ({
    ...silhouetteChecks(),
    sampleSize: countCheck(2),
    seed: seedCheck(),
  }));
