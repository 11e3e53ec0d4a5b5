import * as z from 'zod/mini';
import { describeValue } from '../inputs/describeValue.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';
import { nameCheck, seedCheck, shareCheck } from '../inputs/optionChecks.ts';
import { optionSchema, readOptions, type OptionSchema } from '../inputs/options.ts';
import { RandomSource } from '../random/randomSource.ts';
import { resampleCounts } from '../random/resampleCounts.ts';
import { requireWholeCounts } from './tableArguments.ts';

/** A table of counts that a bootstrap can draw others like: a `ContingencyTable`, a `MultiwayTable`. */
export interface CountedTable<Self> {
  /** The cells, with the count of each. */
  readonly cells: {
    /** The count of each cell. */
    readonly count: Float64Array;
  };
  /** The same table with other counts. */
  withCounts(counts: Float64Array): Self;
}

/** How {@link bootstrapInterval} makes an interval of draws; see there. */
export type BootstrapMethod = 'basic' | 'percentile';

/** Options of {@link bootstrapInterval}. */
export interface BootstrapOptions {
  /** How many tables to draw; 1000 when left out. */
  readonly draws?: number | undefined;
  /** How often such intervals shall hold the true value, between 0 and 1; 0.95 when left out. */
  readonly confidence?: number | undefined;
  /** The seed of the draws, a whole number; 0 when left out. */
  readonly seed?: number | undefined;
  /** `'basic'` when left out. */
  readonly method?: BootstrapMethod | undefined;
}

/** How sure a score is. */
export interface BootstrapInterval {
  /** The score of the table. */
  readonly value: number;
  /** Where the interval begins. */
  readonly lower: number;
  /** Where the interval ends. */
  readonly upper: number;
  /** The standard deviation of the score over the draws. */
  readonly standardError: number;
  /** How much too high the score is on average, as far as the draws tell. */
  readonly bias: number;
}

const MOST_DRAWS = 10 ** 6;
const isDraws = (value: unknown): boolean =>
  Number.isInteger(value) && (value as number) > 1 && (value as number) <= MOST_DRAWS;

const bootstrapOptions: OptionSchema<BootstrapOptions> =
  /* @__PURE__ */ optionSchema<BootstrapOptions>(bootstrapOptionChecks);

/** The checks of {@link BootstrapOptions}, one by one. */
export function bootstrapOptionChecks(): Record<keyof BootstrapOptions, z.ZodMiniType> {
  return {
    draws: z.custom(isDraws, { error: `a whole number, 2 to ${MOST_DRAWS}` }),
    confidence: shareCheck(),
    seed: seedCheck(),
    method: nameCheck(['basic', 'percentile']),
  };
}

/** Counts times this stand for endlessly many samples of the same shares. */
export const ENDLESS: number = 2 ** 20;

/**
 * How sure a score of a table is: an interval for what it would be of endlessly many samples, by the
 * bootstrap.
 *
 * Tables of as many samples are drawn from the counts (multinomial; no samples are needed, and a draw costs
 * no more for 10^12 of them), and scored. With s the score of the table, s\* of the draws, and s∞ of the
 * table as if it were endless, the interval of `'basic'` is from s − (q\* − s∞) to s − (q₁\* − s∞), q₁\* and q\* the
 * quantiles of s\* that leave (1 − confidence)/2 below and above. For s\* is to s∞ as s to the truth, a
 * score that is too high for few samples, as mutual information is, is corrected for that: the interval may lie
 * below it altogether. `'percentile'` goes from q₁\* to q\* and corrects nothing.
 *
 * @param scores - a score, or several under their names, which are read from the same draws.
 * @param table - whole counts.
 * @returns the score with its interval, standard error and bias; NaN for those without samples. For several
 * scores, that of each under its name.
 * @throws {@link MetricInputError} when an option is not as described, or a count is no whole number: a part of
 * a sample can't be drawn.
 * @see A. C. Davison and D. V. Hinkley, Bootstrap Methods and their Application, chapters 2 and 5.
 *
 * @example
 * ```ts
 * import { adjustedRandScore, bootstrapInterval, ContingencyTable, MultiwayTable, purityScore } from 'tfjs-metrics';
 *
 * const table = ContingencyTable.fromMatrix([[45, 5], [12, 38]]);
 * bootstrapInterval(adjustedRandScore, table); // { value: 0.43, lower: 0.2292, upper: 0.6230, standardError: 0.0993, bias: -0.0007 }
 * const { purityScore: purity } = bootstrapInterval({ adjustedRandScore, purityScore }, table, { seed: 1 });
 * purity.standardError; // 0.0371
 *
 * // The difference of two clusterings of the same samples.
 * const both = MultiwayTable.of([[0, 0, 1, 1, 1], [0, 0, 0, 1, 1], ['a', 'a', 'a', 'b', 'b']]);
 * const gain = (drawn: MultiwayTable) => purityScore(drawn.pair(1, 2)) - purityScore(drawn.pair(0, 2));
 * bootstrapInterval(gain, both).value; // 0.2
 * ```
 */
export function bootstrapInterval<Table extends CountedTable<Table>>(
  scores: (table: Table) => number,
  table: Table,
  options?: BootstrapOptions,
): BootstrapInterval;
/** The same of several scores, which are read from the same draws. */
export function bootstrapInterval<Table extends CountedTable<Table>, Name extends string>(
  scores: Readonly<Record<Name, (table: Table) => number>>,
  table: Table,
  options?: BootstrapOptions,
): Record<Name, BootstrapInterval>;
export function bootstrapInterval<Table extends CountedTable<Table>>(
  scores: ((table: Table) => number) | Readonly<Record<string, (table: Table) => number>>,
  table: Table,
  options?: BootstrapOptions,
): BootstrapInterval | Record<string, BootstrapInterval> {
  if (typeof scores === 'function') return intervals({ score: scores }, table, options)['score']!;
  return intervals(scores, table, options);
}

function intervals<Table extends CountedTable<Table>>(
  scores: Readonly<Record<string, (table: Table) => number>>,
  table: Table,
  options: BootstrapOptions | undefined,
): Record<string, BootstrapInterval> {
  const {
    draws = 1000,
    seed = 0,
    ...rest
  } = readOptions('bootstrapInterval', bootstrapOptions, options);
  requireScores(scores);
  if (typeof table?.withCounts !== 'function') {
    throw new MetricInputError(
      `bootstrapInterval: expected a ContingencyTable or a MultiwayTable, got ${describeValue(table)}`,
    );
  }
  const { count } = table.cells;
  requireWholeCounts('bootstrapInterval', 'a part of a sample can not be drawn', count);
  const drawn = Object.entries(scores).map(([name, score]) => {
    return { name, score, values: new Float64Array(count.length === 0 ? 0 : draws) };
  });
  const next = resampleCounts(count, RandomSource.of(seed));
  for (let draw = 0; draw < draws && count.length > 0; draw++) {
    const likeIt = table.withCounts(next());
    for (const { score, values } of drawn) values[draw] = score(likeIt);
  }
  const endless = table.withCounts(count.map((samples) => samples * ENDLESS));
  return Object.fromEntries(
    drawn.map(({ name, score, values }) => [
      name,
      intervalOf(score(table), score(endless), values, rest),
    ]),
  );
}

function requireScores(scores: unknown): void {
  const all: unknown[] = typeof scores === 'object' && scores !== null ? Object.values(scores) : [];
  if (all.length > 0 && all.every((score) => typeof score === 'function')) return;
  throw new MetricInputError(
    `bootstrapInterval: expected a function that scores a table, or several under their names, got ${describeValue(scores)}`,
  );
}

/** The interval that draws of a score make, and what else they tell; see {@link bootstrapInterval}. */
export function intervalOf(
  value: number,
  endless: number,
  draws: Float64Array,
  { confidence = 0.95, method = 'basic' }: BootstrapOptions,
): BootstrapInterval {
  // Differences from the first, so that draws that are all alike have no variance at all.
  const first = draws[0] ?? NaN;
  const mean = first + draws.reduce((sum, draw) => sum + (draw - first), 0) / draws.length;
  const squares = draws.reduce((sum, draw) => sum + (draw - mean) ** 2, 0);
  const isKnown = draws.length > 0 && Number.isFinite(squares);
  const sorted = isKnown ? draws.sort() : Float64Array.of(NaN);
  const low = quantile(sorted, (1 - confidence) / 2);
  const high = quantile(sorted, (1 + confidence) / 2);
  const [lower, upper] =
    method === 'percentile' ? [low, high] : [value - (high - endless), value - (low - endless)];
  const standardError = isKnown ? Math.sqrt(squares / (draws.length - 1)) : NaN;
  return { value, lower, upper, standardError, bias: isKnown ? mean - endless : NaN };
}

/**
 * The value below which a share of sorted values lies: that at share · (n + 1), between two of them by
 * proportion, which leaves as much outside as is meant also when draws are few.
 */
function quantile(sorted: Float64Array, share: number): number {
  const place = Math.min(Math.max(share * (sorted.length + 1) - 1, 0), sorted.length - 1);
  const below = Math.floor(place);
  const from = sorted[below]!;
  return from + (place - below) * (sorted[Math.min(below + 1, sorted.length - 1)]! - from);
}
