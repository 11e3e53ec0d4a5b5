import * as z from 'zod/mini';
import type { ChartedScore } from '../../charts/scoreParts.ts';
import { describeValue } from '../../inputs/describeValue.ts';
import { damagedSnapshot } from '../../state/checkSnapshot.ts';
import { describeScore, scoreName, type ScoreClass } from './describeScore.ts';

/** JSON form of a score in a report. */
export interface ScoreSnapshot {
  /** Name of the score, such as the function that computes it. */
  readonly name: string;
  /** Value of the score: `null` for NaN, `"Infinity"` or `"-Infinity"` for infinities. */
  readonly value: number | null | 'Infinity' | '-Infinity';
  /** Lower and upper end of the 95 % confidence interval. */
  readonly interval?: readonly [number, number] | undefined;
  /** Value expected by chance; for a regression, that of always predicting the mean target. */
  readonly baseline?: number | undefined;
}

/** Converts a score to plain JSON. */
export function scoreSnapshot({ name, value, interval, baseline }: ChartedScore): ScoreSnapshot {
  return {
    name,
    value: jsonNumber(value),
    ...(interval === undefined ? {} : { interval }),
    ...(baseline === undefined ? {} : { baseline }),
  };
}

function jsonNumber(value: number): ScoreSnapshot['value'] {
  if (Number.isFinite(value)) return value;
  return Number.isNaN(value) ? null : value > 0 ? 'Infinity' : '-Infinity';
}

/**
 * Restores the scores of `known` classes in a snapshot of `what`, such as "a regression report".
 *
 * @throws {@link MetricStateError} if a score has another name.
 */
export function restoreScores(
  what: string,
  scores: readonly ScoreSnapshot[],
  known: readonly ScoreClass[],
): ChartedScore[] {
  return scores.map((score) => {
    const of = known.find((one) => scoreName(one) === score.name);
    if (of !== undefined) return restoreScore(of, score);
    throw damagedSnapshot(what, `scores: expected the name of a score, got ${describeValue(score.name)}`);
  });
}

function restoreScore(of: ScoreClass, { value, interval, baseline }: ScoreSnapshot): ChartedScore {
  const ends = interval && { lower: interval[0], upper: interval[1] };
  return describeScore(of, value === null ? NaN : Number(value), ends, baseline);
}

/** Returns the schema of a score. */
export function scoreSchema(): z.ZodMiniType {
  const number = z.number();
  return z.strictObject({
    name: z.string(),
    value: z.union([number, z.null(), z.enum(['Infinity', '-Infinity'])]),
    interval: z.optional(z.tuple([number, number])),
    baseline: z.optional(number),
  });
}
