import { labelOptions, type LabelOptions } from '../../inputs/labelOptions.ts';
import { defineOptions, type OptionsReader } from '../../inputs/defineOptions.ts';
import { countCheck, seedCheck } from '../../inputs/optionCheck.ts';
import { distanceCheck, DISTANCES, orderCheck, type DistanceFunction, type NamedDistance } from './distanceCheck.ts';

/** Name of the distance of two samples; `'precomputed'` if the data are distances. */
export type SilhouetteDistance = NamedDistance | 'precomputed';

/** Options of the silhouettes. */
export interface SilhouetteOptions extends LabelOptions {
  /**
   * The distance: a name, or a function of two samples. Default: `'euclidean'`. `'minkowski'` has the order `p`. `'sqeuclidean'` and `'cosine'` take O(N K d), all others
   * O(N² d). For `'precomputed'`, the data are the distances themselves, `[N, N]`: symmetric and 0 on the diagonal,
   * up to the rounding of float32.
   */
  readonly metric?: SilhouetteDistance | DistanceFunction | undefined;
  /** Order of the Minkowski distance, from 1 to Infinity. Default: 2. */
  readonly p?: number | undefined;
}

/** Options of the mean silhouette. */
export interface SilhouetteScoreOptions extends SilhouetteOptions {
  /** Number of samples to draw at random and score against each other. Default: all samples. */
  readonly sampleSize?: number | undefined;
  /** The seed of that choice, a whole number; 0 when left out. */
  readonly seed?: number | undefined;
}

/** Names of the distances of silhouettes. */
export const SILHOUETTE_DISTANCES: readonly SilhouetteDistance[] = [...DISTANCES, 'precomputed'];

/** Reads {@link SilhouetteOptions}. */
export const silhouetteOptions: OptionsReader<SilhouetteOptions> = /* @__PURE__ */ defineOptions(
  'SilhouetteOptions',
  () => ({
    ...labelOptions.checks(),
    metric: distanceCheck(SILHOUETTE_DISTANCES),
    p: orderCheck(),
  }),
);

/** Reads {@link SilhouetteScoreOptions}. */
export const silhouetteScoreOptions: OptionsReader<SilhouetteScoreOptions> = /* @__PURE__ */ defineOptions(
  'SilhouetteScoreOptions',
  () => ({
    ...silhouetteOptions.checks(),
    sampleSize: countCheck(2),
    seed: seedCheck(),
  }),
);
