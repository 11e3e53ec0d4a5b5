import { labelOptions, type LabelOptions } from '../../../inputs/options/labelOptions.ts';
import { defineOptions, type OptionsReader } from '../../../inputs/options/defineOptions.ts';
import { countCheck, seedCheck } from '../../../inputs/options/optionCheck.ts';
import { DISTANCES, type NamedDistance } from '../../../numeric/neighbors/distance.ts';
import { distanceCheck, orderCheck, type DistanceFunction } from './distanceCheck.ts';

/** Name of the distance between two samples, or `'precomputed'` if the data are a distance matrix. */
export type SilhouetteDistance = NamedDistance | 'precomputed';

/** Options for silhouettes. */
export interface SilhouetteOptions extends LabelOptions {
  /**
   * Distance: a name, or a function of two samples. `'minkowski'` is the Minkowski distance of order `p`.
   * `'sqeuclidean'` and `'cosine'` take O(N K d) time for K clusters, all others O(N² d). With `'precomputed'`, the
   * data are a distance matrix, `[N, N]`, which must be symmetric with a zero diagonal, up to float32 rounding.
   * Default: `'euclidean'`.
   */
  readonly metric?: SilhouetteDistance | DistanceFunction | undefined;
  /** Order of the Minkowski distance, from 1 to Infinity. Default: 2. */
  readonly p?: number | undefined;
}

/** Options for the mean silhouette. */
export interface SilhouetteScoreOptions extends SilhouetteOptions {
  /** Number of samples in the random subset that the score is computed for. Default: all samples. */
  readonly sampleSize?: number | undefined;
  /** Seed of the random subset, a whole number. Default: 0. */
  readonly seed?: number | undefined;
}

/** Names of the distances of silhouettes. */
export const SILHOUETTE_DISTANCES: readonly string[] = [...DISTANCES, 'precomputed'];

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
