import type { BootstrapInterval, BootstrapMethod } from './bootstrapOptions.ts';
import { quantile } from './quantile.ts';
import { requireDefined } from './requireDefined.ts';
import type { ScoreRange } from './scoreRange.ts';

/** Scores of tables that were drawn from one population. */
export interface ScoredPopulation {
  /** The score of the population itself. */
  readonly truth: number;
  /** The scores of the draws; NaN if undefined. */
  readonly scores: Float64Array;
}

/** What {@link intervalOfDraws} needs to know beside the draws. */
export interface IntervalOptions {
  /** What to name in errors. */
  readonly owner: string;
  readonly confidence: number;
  readonly method: BootstrapMethod;
  readonly range: ScoreRange;
}

/** Errors of a score in one population: their quantiles and mean. */
interface ErrorQuantiles {
  readonly truth: number;
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/** Steps between two populations in which the ends of the interval are looked for. */
const STEPS = 32;

/**
 * Makes the interval of a score from its draws; see {@link bootstrapInterval}.
 *
 * @param value - the observed score.
 * @param populations - by ascending association; those of `'basic'` and `'percentile'` are one.
 * @throws {@link MetricStateError} if the value is defined but more than a tenth of the draws are not.
 */
export function intervalOfDraws(
  value: number,
  populations: readonly ScoredPopulation[],
  { owner, confidence, method, range }: IntervalOptions,
): BootstrapInterval {
  const drawn = populations.reduce((sum, { scores }) => sum + scores.length, 0);
  const defined = populations.map(({ truth, scores }) => ({
    truth,
    sorted: scores.filter((score) => !Number.isNaN(score)).sort(),
  }));
  const undefinedDraws = drawn - defined.reduce((sum, { sorted }) => sum + sorted.length, 0);
  requireDefined(owner, value, undefinedDraws, drawn);
  const usable = defined.filter(({ truth, sorted }) => Number.isFinite(truth) && sorted.length > 1 && isFinite(sorted));
  const unknown = { lower: NaN, upper: NaN, standardError: NaN, bias: NaN };
  if (!Number.isFinite(value) || usable.length === 0) return { value, ...unknown, undefinedDraws };

  // The population with the most draws is that of the table itself.
  const centre = usable.reduce((a, b) => (b.sorted.length > a.sorted.length ? b : a));
  const { mean, deviation } = moments(centre.sorted);
  const tail = (1 - confidence) / 2;
  const errors = usable.map(({ truth, sorted }): ErrorQuantiles => {
    const ends = [quantile(sorted, tail) - truth, quantile(sorted, 1 - tail) - truth] as const;
    return { truth, low: ends[0], middle: moments(sorted).mean - truth, high: ends[1] };
  });
  const [lower, upper] =
    method === 'percentile'
      ? [quantile(centre.sorted, tail), quantile(centre.sorted, 1 - tail)]
      : (acceptedTruths(value, errors) ?? basicEnds(value, errors[usable.indexOf(centre)]!));
  const within = (end: number): number => Math.min(range[1], Math.max(range[0], end));
  return {
    value,
    lower: within(lower),
    upper: within(upper),
    standardError: deviation,
    bias: mean - centre.truth,
    undefinedDraws,
  };
}

/** The value minus the quantiles of its error. */
function basicEnds(value: number, { low, high }: ErrorQuantiles): [lower: number, upper: number] {
  return [value - high, value - low];
}

/**
 * The least and the greatest truth under which the observed value is no rarer than the confidence allows.
 * Beyond the populations, errors are those of the nearest one; undefined if no truth is accepted.
 */
function acceptedTruths(value: number, errors: readonly ErrorQuantiles[]): [lower: number, upper: number] | undefined {
  const ends: number[] = [];
  let before: { truth: number; excess: number } | undefined;
  const visit = (at: ErrorQuantiles): void => {
    const error = value - at.truth;
    const excess = Math.max(at.low - error, error - at.high);
    if (excess <= 0) ends.push(at.truth);
    if (before !== undefined && before.excess > 0 !== excess > 0) {
      const share = before.excess / (before.excess - excess);
      ends.push(before.truth + share * (at.truth - before.truth));
    }
    before = { truth: at.truth, excess };
  };
  errors.forEach((to, k) => {
    if (k === 0) return visit(to);
    for (let step = 1; step <= STEPS; step++) visit(between(errors[k - 1]!, to, step / STEPS));
  });
  const least = errors.reduce((a, b) => (b.truth < a.truth ? b : a));
  const greatest = errors.reduce((a, b) => (b.truth > a.truth ? b : a));
  const [lower, upToLeast] = basicEnds(value, least);
  const [fromGreatest, upper] = basicEnds(value, greatest);
  if (lower <= least.truth) ends.push(lower, Math.min(upToLeast, least.truth));
  if (upper >= greatest.truth) ends.push(Math.max(fromGreatest, greatest.truth), upper);
  return ends.length === 0 ? undefined : [Math.min(...ends), Math.max(...ends)];
}

/** Error quantiles between two populations: the mean is interpolated, and the squared distances from it. */
function between(from: ErrorQuantiles, to: ErrorQuantiles, share: number): ErrorQuantiles {
  const mix = (a: number, b: number): number => a + share * (b - a);
  const middle = mix(from.middle, to.middle);
  const apart = (end: 'low' | 'high'): number =>
    Math.sqrt(mix((from[end] - from.middle) ** 2, (to[end] - to.middle) ** 2));
  const truth = mix(from.truth, to.truth);
  return { truth, low: middle - apart('low'), middle, high: middle + apart('high') };
}

function moments(values: Float64Array): { mean: number; deviation: number } {
  // Differences from the first value, so that equal values have a variance of exactly 0.
  const first = values[0]!;
  const mean = first + values.reduce((sum, value) => sum + (value - first), 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / (values.length - 1)) };
}

const isFinite = (sorted: Float64Array): boolean => Number.isFinite(sorted[0]) && Number.isFinite(sorted.at(-1));
