import type { BootstrapInterval, BootstrapOptions } from '../functional/bootstrap/bootstrapOptions.ts';
import { halvesInterval } from '../functional/bootstrap/halvesInterval.ts';
import { intervalOfDraws } from '../functional/bootstrap/intervalOfDraws.ts';
import type { ScoreRange } from '../functional/scoreRange.ts';
import { RandomSource } from '../numeric/random/randomSource.ts';
import { MetricStateError } from '../state/metricStateError.ts';
import { Replicates } from '../state/composed/replicates.ts';
import type { AnyState } from '../state/metricState.ts';
import type { AnyMetric } from '../metrics/metric.ts';
import { stateHalves } from './stateHalves.ts';
import { statePopulations } from './statePopulations.ts';
import { numbersOf } from '../metrics/numbersOf.ts';

/** Source of bootstrap draws: counts, random halves of the samples, or each batch when it arrives. */
export type BootstrapSource = 'counts' | 'halves' | 'batches';

/** Bootstrap of a value. `k` is the index of a number in the value. */
interface ValueBootstrap {
  /** Value of the state. */
  readonly value: unknown;
  /** Returns the interval of a number. */
  readonly intervalAt: (k: number) => BootstrapInterval;
  /** Returns a number for all draws from the state; NaN if undefined. */
  readonly replicatesAt: (k: number) => Float64Array;
}

/** The statistic whose draws are taken: a metric, and its value for the state. */
interface Statistic {
  readonly value: unknown;
  readonly numbers: readonly number[];
  readonly ranges: readonly ScoreRange[];
  /** Returns the numbers in the value of a draw, all NaN if the value is undefined. */
  readonly compute: (draw: AnyState) => readonly number[];
}

const OWNER = 'BootStrapper';
const UNLIMITED = [-Infinity, Infinity] as const;

/** Draws from a state and computes the metric of the draws. */
export function bootstrapOf(metric: AnyMetric, state: AnyState, options: BootstrapOptions): ValueBootstrap {
  const whole = state instanceof Replicates ? (state as Replicates<AnyState>).whole : state;
  const value: unknown = metric.computeFrom(whole);
  const numbers = numbersOf(value);
  const known = metric.valueRanges(whole, value);
  // Large values have more numbers than named scores. In that case no range is known.
  const ranges = numbers.map((_, k) => (known.length === numbers.length ? known[k]! : UNLIMITED));
  const compute = (draw: AnyState): readonly number[] => {
    try {
      return numbersOf(metric.computeFrom(draw));
    } catch (error) {
      if (error instanceof MetricStateError) return numbers.map(() => NaN);
      throw error;
    }
  };
  const statistic = { value, numbers, ranges, compute };
  if (state instanceof Replicates) return ofReplicates(statistic, state, options);
  return metric.allowsRepeatedSamples() ? ofCounts(statistic, state, options) : ofHalves(statistic, state, options);
}

function ofReplicates(
  { value, numbers, ranges, compute }: Statistic,
  state: Replicates<AnyState>,
  { confidence = 0.95, method = 'basic' }: BootstrapOptions,
): ValueBootstrap {
  const drawn = state.draws.map(compute);
  const replicatesAt = (k: number): Float64Array => Float64Array.from(drawn, (draw) => draw[k]!);
  const intervalAt = (k: number): BootstrapInterval => {
    const populations = [{ truth: numbers[k]!, scores: replicatesAt(k) }];
    const limits = { owner: OWNER, confidence, method, range: ranges[k]! };
    return intervalOfDraws(numbers[k]!, populations, limits);
  };
  return { value, intervalAt, replicatesAt };
}

function ofCounts(
  { value, numbers, ranges, compute }: Statistic,
  state: AnyState,
  { draws = 1000, seed = 0, confidence = 0.95, method = 'testInversion' }: BootstrapOptions,
): ValueBootstrap {
  const options = { owner: OWNER, draws, confidence };
  const draw = (by: typeof method) =>
    statePopulations(state, RandomSource.of(seed), { ...options, method: by }).map((population) => ({
      truths: compute(population.asymptotic),
      scores: Array.from({ length: population.draws }, () => compute(population.next())),
    }));
  const drawn = draw(method);
  // Only outputs of the draws need these: the draws of an interval come from several populations.
  let resampled: ReturnType<typeof draw> | undefined;
  return {
    value,
    intervalAt: (k) => {
      const populations = drawn.map(({ truths, scores }) => {
        return { truth: truths[k]!, scores: Float64Array.from(scores, (score) => score[k]!) };
      });
      const limits = { owner: OWNER, confidence, method, range: ranges[k]! };
      return intervalOfDraws(numbers[k]!, populations, limits);
    },
    replicatesAt: (k) => {
      resampled ??= drawn.length === 1 ? drawn : draw('basic');
      return Float64Array.from(resampled[0]?.scores ?? [], (score) => score[k]!);
    },
  };
}

function ofHalves(
  { value, numbers, ranges, compute }: Statistic,
  state: AnyState,
  { draws = 100, seed = 0, confidence = 0.95 }: BootstrapOptions,
): ValueBootstrap {
  const next = stateHalves(state, RandomSource.of(seed));
  const drawn = Array.from({ length: Math.floor(draws / 2) }, () => next().map(compute));
  return {
    value,
    intervalAt: (k) => {
      const halves = drawn.map(([first, second]) => [first![k]!, second![k]!] as const);
      return halvesInterval(numbers[k]!, halves, { owner: OWNER, confidence, range: ranges[k]! });
    },
    // The difference between two halves has twice the standard error of an estimate from all samples.
    replicatesAt: (k) =>
      Float64Array.from(
        drawn.flatMap(([first, second]) => {
          const apart = (first![k]! - second![k]!) / 2;
          return [numbers[k]! + apart, numbers[k]! - apart];
        }),
      ),
  };
}
