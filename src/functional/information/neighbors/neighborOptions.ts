import * as z from 'zod/mini';
import { countCheck, nameCheck } from '../../../inputs/optionChecks.ts';
import { optionSchema, type OptionChecks, type OptionSchema } from '../../../inputs/options.ts';
import { baseCheck } from '../discrete/informationOptions.ts';

/** Options of all estimators that look at nearest neighbours. */
export interface NeighborOptions {
  /** How many neighbours are looked at, below the number of samples; 3 when left out. */
  readonly k?: number | undefined;
  /** Base of the logarithm: e (nats) when left out, 2 for bits, 10 for hartleys. */
  readonly base?: number | undefined;
}

/** Options of entropies and divergences from nearest neighbours. */
export interface NeighborEntropyOptions extends NeighborOptions {
  /**
   * How distances are measured: by the greatest difference of coordinates (`'max'`, when left out) or
   * along the straight line (`'euclidean'`).
   */
  readonly norm?: 'max' | 'euclidean' | undefined;
}

/**
 * How columns are brought to a common scale: each to mean 0 and standard deviation 1 (`'std'`), each to the normal
 * scores Φ⁻¹(r/(N + 1)) of its ranks r, equal values to their mean rank (`'rank'`), or not at all.
 */
export type Standardization = 'std' | 'rank' | false;

/** Options of mutual information from nearest neighbours. */
export interface NeighborInformationOptions extends NeighborOptions {
  /**
   * Brings columns to a common scale first; false when left out. Mutual information does not depend on
   * the scale, but its estimate does: use `'std'` where units differ, and `'rank'` for heavy tails.
   */
  readonly standardize?: Standardization | undefined;
}

/** The checks of {@link NeighborOptions}. */
export function neighborChecks(): OptionChecks<NeighborOptions> {
  return { k: countCheck(), base: baseCheck() };
}

/** The checks of {@link NeighborInformationOptions}. */
export function neighborInformationChecks(): OptionChecks<NeighborInformationOptions> {
  const error = '"std", "rank" or false';
  return {
    ...neighborChecks(),
    standardize: z.union([z.enum(['std', 'rank']), z.literal(false)], { error }),
  };
}

/** The check of {@link NeighborOptions}. */
export const neighborOptions: OptionSchema<NeighborOptions> =
  /* @__PURE__ */ optionSchema<NeighborOptions>(neighborChecks);

/** The check of {@link NeighborInformationOptions}. */
export const neighborInformationOptions: OptionSchema<NeighborInformationOptions> =
  /* @__PURE__ */ optionSchema<NeighborInformationOptions>(neighborInformationChecks);

/** The check of {@link NeighborEntropyOptions}. */
export const neighborEntropyOptions: OptionSchema<NeighborEntropyOptions> =
  /* @__PURE__ */ optionSchema<NeighborEntropyOptions>(() => ({
    ...neighborChecks(),
    norm: nameCheck(['max', 'euclidean']),
  }));
