import * as z from 'zod/mini';
import { describeValue } from '../../inputs/describeValue.ts';
import { checkSnapshot, damagedSnapshot } from '../../state/checkSnapshot.ts';
import { scoreName } from '../scores/describeScore.ts';
import { restoreScore, scoreSchema, scoreSnapshot, type ScoreSnapshot } from '../scores/scoreSnapshot.ts';
import type {
  PredictionGroupFacts,
  RegressionFacts,
  ResidualHistogram,
  ResidualPoints,
  ResidualQuantile,
  WorstSampleFacts,
} from './regressionFacts.ts';
import { REGRESSION_SCORE_CLASSES } from './scoresOfRegression.ts';

const WHAT = 'a regression report';

/** JSON form of a report on a regression. */
export interface RegressionSnapshot {
  /** Type of the snapshot. */
  readonly kind: 'RegressionReport';
  /** Version of the format. */
  readonly version: 1;
  /** Title of the report. */
  readonly title: string;
  /** Number of samples, or the sum of their weights. */
  readonly samples: number;
  /** Scores, in display order. */
  readonly scores: readonly ScoreSnapshot[];
  /** Warnings, as sentences. */
  readonly warnings: readonly string[];
  /** Sentences on how the numbers were computed. */
  readonly notes: readonly string[];
  /** Quantiles of the residuals. */
  readonly quantiles: readonly ResidualQuantile[];
  /** Groups of samples with similar predictions, in ascending order. */
  readonly groups: readonly PredictionGroupFacts[];
  /** Samples with the largest residuals, worst first. */
  readonly worst: readonly WorstSampleFacts[];
  /** Histogram of the residuals; null without samples. */
  readonly histogram: ResidualHistogram | null;
  /** Residuals against predictions. */
  readonly points: ResidualPoints;
}

/** Converts a report to plain JSON. */
export function regressionSnapshot(facts: RegressionFacts): RegressionSnapshot {
  const { title, samples, scores, warnings, notes, quantiles, groups, worst, histogram, points } = facts;
  return {
    kind: 'RegressionReport',
    version: 1,
    title,
    samples,
    scores: scores.map(scoreSnapshot),
    warnings,
    notes,
    quantiles,
    groups,
    worst,
    histogram: histogram ?? null,
    points,
  };
}

/**
 * Validates a snapshot and restores the contents of the report.
 *
 * @throws {@link MetricStateError} if the snapshot is invalid.
 */
export function checkRegressionSnapshot(value: unknown): RegressionFacts {
  const snapshot = checkSnapshot<RegressionSnapshot>(WHAT, schema(), value);
  const { prediction, residual, samples } = snapshot.points;
  if (prediction.length !== residual.length || prediction.length !== samples.length) {
    throw damagedSnapshot(WHAT, 'points: expected lists of equal length, got others');
  }
  return {
    ...snapshot,
    scores: snapshot.scores.map((score) => {
      const known = REGRESSION_SCORE_CLASSES.find((of) => scoreName(of) === score.name);
      if (known !== undefined) return restoreScore(known, score);
      throw damagedSnapshot(WHAT, `scores: expected the name of a score, got ${describeValue(score.name)}`);
    }),
    histogram: snapshot.histogram ?? undefined,
  };
}

let made: z.ZodMiniObject | undefined;

function schema(): z.ZodMiniObject {
  if (made) return made;
  const error = 'expected a snapshot made by toJSON()';
  const number = z.number({ error });
  const size = number.check(z.gte(0, { error }));
  const text = z.string({ error });
  const whole = number.check(z.refine(Number.isSafeInteger, { error }));
  const label = z.union([whole, text, z.boolean()], { error: 'expected a label' });
  const list = (of: z.ZodMiniType): z.ZodMiniType => z.array(of, { error });
  return (made = z.strictObject({
    kind: z.literal('RegressionReport', { error: 'expected "RegressionReport"' }),
    version: z.literal(1, { error: 'expected version 1' }),
    title: text,
    samples: size,
    scores: list(scoreSchema()),
    warnings: list(text),
    notes: list(text),
    quantiles: list(z.strictObject({ share: size.check(z.lte(1, { error })), residual: number, absolute: size })),
    groups: list(
      z.strictObject({
        least: number,
        greatest: number,
        samples: size,
        prediction: number,
        residual: number,
        absolute: size,
      }),
    ),
    worst: list(z.strictObject({ name: label, prediction: number, target: number, residual: number })),
    histogram: z.nullable(
      z.strictObject({
        start: number,
        width: number.check(z.positive({ error })),
        samples: list(size),
        below: size,
        above: size,
      }),
    ),
    points: z.strictObject({ prediction: list(number), residual: list(number), samples: list(size) }),
  }));
}
