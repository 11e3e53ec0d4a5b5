import type { BootstrapInterval, BootstrapMethod } from './bootstrapOptions.ts';
import { quantile } from './quantile.ts';
import { requireDefined } from './requireDefined.ts';
import type { ScoreRange } from '../scoreRange.ts';
import { meanAndVariance } from '../../numeric/meanAndVariance.ts';

/** Scores of tables drawn from one population. */
interface ScoredPopulation {
  /** Score of the population itself. */
  readonly truth: number;
  /** Scores of the draws; NaN if undefined. */
  readonly scores: Float64Array;
}

/** Options for {@link intervalOfDraws}. */
interface IntervalOptions {
  /** Name of the caller, for error messages. */
  readonly owner: string;
  readonly confidence: number;
  readonly method: BootstrapMethod;
  readonly range: ScoreRange;
}

/** Quantiles and mean of the errors of a score in one population. */
interface ErrorQuantiles {
  readonly truth: number;
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/** Number of interpolation steps between two populations when searching for the ends of the interval. */
const STEPS = 32;

/**
 * Computes the confidence interval of a score from its draws; see {@link bootstrapInterval}.
 *
 * @param value - the observed score.
 * @param populations - in order of ascending association; a single one for `'basic'` and `'percentile'`.
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

  // The population with the most draws is the one estimated from the table.
  const center = usable.reduce((a, b) => (b.sorted.length > a.sorted.length ? b : a));
  const { mean, deviation } = moments(center.sorted);
  const tail = (1 - confidence) / 2;
  const errors = usable.map(({ truth, sorted }): ErrorQuantiles => {
    const ends = [quantile(sorted, tail) - truth, quantile(sorted, 1 - tail) - truth] as const;
    return { truth, low: ends[0], middle: moments(sorted).mean - truth, high: ends[1] };
  });
  const [lower, upper] =
    method === 'percentile'
      ? [quantile(center.sorted, tail), quantile(center.sorted, 1 - tail)]
      : (acceptedTruths(value, errors) ?? basicEnds(value, errors[usable.indexOf(center)]!));
  const within = (end: number): number => Math.min(range[1], Math.max(range[0], end));
  return {
    value,
    lower: within(lower),
    upper: within(upper),
    standardError: deviation,
    bias: mean - center.truth,
    undefinedDraws,
  };
}

/** Returns the value minus the quantiles of its error. */
function basicEnds(value: number, { low, high }: ErrorQuantiles): [lower: number, upper: number] {
  return [value - high, value - low];
}

/**
 * Returns the smallest and the largest true value for which a test does not reject the observed value. Beyond the
 * outermost populations, their errors are used. Undefined if every true value is rejected.
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

/** Interpolates error quantiles between two populations: linearly in the mean and in the squared distances from it. */
function between(from: ErrorQuantiles, to: ErrorQuantiles, share: number): ErrorQuantiles {
  const mix = (a: number, b: number): number => a + share * (b - a);
  const middle = mix(from.middle, to.middle);
  const apart = (end: 'low' | 'high'): number =>
    Math.sqrt(mix((from[end] - from.middle) ** 2, (to[end] - to.middle) ** 2));
  const truth = mix(from.truth, to.truth);
  return { truth, low: middle - apart('low'), middle, high: middle + apart('high') };
}

function moments(values: Float64Array): { mean: number; deviation: number } {
  const { mean, variance } = meanAndVariance(values);
  return { mean, deviation: Math.sqrt(variance) };
}

const isFinite = (sorted: Float64Array): boolean => Number.isFinite(sorted[0]) && Number.isFinite(sorted.at(-1));
