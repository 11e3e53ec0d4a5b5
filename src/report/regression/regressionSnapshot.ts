import * as z from 'zod/mini';
import { checkSnapshot, damagedSnapshot } from '../../state/checkSnapshot.ts';
import { factsSchema, factsSnapshot, type FactsSnapshot } from '../document/factsSnapshot.ts';
import { restoreScores } from '../scores/scoreSnapshot.ts';
import type { RegressionFacts, ResidualHistogram } from './regressionFacts.ts';
import { REGRESSION_SCORE_CLASSES } from './scoresOfRegression.ts';

const WHAT = 'a regression report';

/** JSON form of a report on a regression. */
export interface RegressionSnapshot
  extends FactsSnapshot<'RegressionReport'>, Omit<RegressionFacts, 'scores' | 'histogram'> {
  /** Histogram of the residuals; null without samples. */
  readonly histogram: ResidualHistogram | null;
}

/** Converts a report to plain JSON. */
export function regressionSnapshot(facts: RegressionFacts): RegressionSnapshot {
  return { ...factsSnapshot('RegressionReport', facts), histogram: facts.histogram ?? null };
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
    scores: restoreScores(WHAT, snapshot.scores, REGRESSION_SCORE_CLASSES),
    histogram: snapshot.histogram ?? undefined,
  };
}

const schema = /* @__PURE__ */ factsSchema('RegressionReport', ({ number, size, share, label }) => ({
  samples: size,
  quantiles: z.array(z.strictObject({ share, residual: number, absolute: size })),
  groups: z.array(
    z.strictObject({
      least: number,
      greatest: number,
      samples: size,
      prediction: number,
      residual: number,
      absolute: size,
    }),
  ),
  worst: z.array(z.strictObject({ name: label, prediction: number, target: number, residual: number })),
  histogram: z.nullable(
    z.strictObject({
      start: number,
      width: number.check(z.positive()),
      samples: z.array(size),
      below: size,
      above: size,
    }),
  ),
  points: z.strictObject({ prediction: z.array(number), residual: z.array(number), samples: z.array(size) }),
}));
