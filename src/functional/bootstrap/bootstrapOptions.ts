import { defineOptions, type OptionsReader } from '../../inputs/options/defineOptions.ts';
import { optionCheck, seedCheck, shareCheck, oneOfCheck } from '../../inputs/options/optionCheck.ts';

/** A table of counts that a bootstrap can draw from: a `ContingencyTable` or a `MultiwayTable`. */
export interface CountedTable<Self> {
  /** The cells, with the count of each. */
  readonly cells: {
    /** The count of each cell. */
    readonly count: Float64Array;
  };
  /** Returns the same table with other counts. */
  withCounts(counts: Float64Array): Self;
}

/** Method for the confidence interval; see {@link bootstrapInterval}. */
export type BootstrapMethod = 'testInversion' | 'basic' | 'percentile';

/** Options for the bootstrap. */
export interface BootstrapOptions {
  /** Number of tables to draw, 2 to 1,000,000. Default: 1000. */
  readonly draws?: number | undefined;
  /** Confidence level, between 0 and 1. Default: 0.95. */
  readonly confidence?: number | undefined;
  /** Seed of the draws, a whole number. Default: 0. */
  readonly seed?: number | undefined;
  /** Method for the confidence interval. Default: `'testInversion'`. */
  readonly method?: BootstrapMethod | undefined;
}

/** A score and its uncertainty. */
export interface BootstrapInterval {
  /** The score. */
  readonly value: number;
  /** Lower end of the confidence interval. */
  readonly lower: number;
  /** Upper end of the confidence interval. */
  readonly upper: number;
  /** Standard error of the score: its standard deviation over the draws, unless the function defines another. */
  readonly standardError: number;
  /** Estimated bias: mean error of the score. It is above 0 if the score is too high on average. */
  readonly bias: number;
  /** Number of draws that were ignored because their score is undefined. */
  readonly undefinedDraws: number;
}

const MAX_DRAWS = 10 ** 6;
const isDraws = (value: unknown): boolean =>
  Number.isInteger(value) && (value as number) > 1 && (value as number) <= MAX_DRAWS;

/** Reads {@link BootstrapOptions}. */
export const bootstrapOptions: OptionsReader<BootstrapOptions> = /* @__PURE__ */ defineOptions(
  'BootstrapOptions',
  () => ({
    draws: optionCheck(isDraws, `a whole number, 2 to ${MAX_DRAWS}`),
    confidence: shareCheck(),
    seed: seedCheck(),
    method: oneOfCheck(['testInversion', 'basic', 'percentile']),
  }),
);
