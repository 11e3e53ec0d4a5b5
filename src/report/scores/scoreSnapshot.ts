import * as z from 'zod/mini';
import type { ChartedScore } from '../../charts/scoreParts.ts';
import { describeScore, type ScoreClass } from './describeScore.ts';

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

/** Restores a score of a known class from JSON. */
export function restoreScore(of: ScoreClass, { value, interval, baseline }: ScoreSnapshot): ChartedScore {
  const ends = interval && { lower: interval[0], upper: interval[1] };
  return describeScore(of, value === null ? NaN : Number(value), ends, baseline);
}

/** Returns the schema of a score. */
export function scoreSchema(): z.ZodMiniType {
  const error = 'expected a snapshot made by toJSON()';
  const number = z.number({ error });
  return z.strictObject({
    name: z.string({ error }),
    value: z.union([number, z.null(), z.enum(['Infinity', '-Infinity'])], { error }),
    interval: z.optional(z.tuple([number, number], { error })),
    baseline: z.optional(number),
  });
}
