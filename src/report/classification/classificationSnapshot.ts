import * as z from 'zod/mini';
import type { Label } from '../../inputs/labels.ts';
import { checkSnapshot, damagedSnapshot } from '../../state/checkSnapshot.ts';
import type { ContingencySnapshot } from '../../state/tables/contingencySnapshot.ts';
import { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import { factsSchema, factsSnapshot, type FactsSnapshot } from '../document/factsSnapshot.ts';
import { restoreScores } from '../scores/scoreSnapshot.ts';
import type {
  CalibrationFacts,
  ClassificationFacts,
  PredictedClassFacts,
  ThresholdFacts,
} from './classificationFacts.ts';
import { BINARY_BRIER_SCORE, CLASSIFICATION_SCORES } from './classificationScores.ts';

const WHAT = 'a classification report';

/** Facts with `null` in place of NaN and infinities. */
type Nullable<Facts> = { readonly [Name in keyof Facts]: Facts[Name] extends number ? number | null : Facts[Name] };

/** JSON form of a report on a classifier. */
export interface ClassificationSnapshot
  extends FactsSnapshot<'ClassificationReport'>, Pick<ClassificationFacts, 'samples' | 'curves'> {
  /** Classes in order; `null` stands for a rate that is undefined. */
  readonly classes: readonly Nullable<PredictedClassFacts>[];
  /** Positive class of a binary classifier. */
  readonly positiveLabel: Label | null;
  /** Threshold of the predictions, if they were made from scores. */
  readonly threshold: number | null;
  /** Counts of pairs of a predicted and a true class. */
  readonly table: ContingencySnapshot;
  /** Best thresholds; `null` stands for infinity, at which no sample is predicted as positive. */
  readonly thresholds: readonly Nullable<ThresholdFacts>[];
  /** Calibration of the probabilities. */
  readonly calibration: CalibrationFacts | null;
}

/** Converts a report to plain JSON. */
export function classificationSnapshot(facts: ClassificationFacts): ClassificationSnapshot {
  return {
    ...factsSnapshot('ClassificationReport', facts),
    classes: facts.classes.map(withNulls),
    positiveLabel: facts.positiveLabel ?? null,
    threshold: facts.threshold ?? null,
    table: facts.table.toJSON(),
    thresholds: facts.thresholds.map(withNulls),
    calibration: facts.calibration ?? null,
  };
}

function withNulls<Facts extends object>(facts: Facts): Nullable<Facts> {
  const entries = Object.entries(facts).map(([name, value]: [string, unknown]) => {
    return [name, typeof value === 'number' && !Number.isFinite(value) ? null : value];
  });
  return Object.fromEntries(entries) as Nullable<Facts>;
}

/** Replaces `null` by a number. */
function withoutNulls<Facts extends object>(
  facts: Nullable<Facts>,
  numbers: Partial<Record<keyof Facts, number>> = {},
): Facts {
  const entries = Object.entries(facts).map(([name, value]: [string, unknown]) => {
    return [name, value ?? numbers[name as keyof Facts] ?? NaN];
  });
  return Object.fromEntries(entries) as Facts;
}

/**
 * Validates a snapshot and restores the contents of the report.
 *
 * @throws {@link MetricStateError} if the snapshot is invalid.
 */
export function checkClassificationSnapshot(value: unknown): ClassificationFacts {
  const snapshot = checkSnapshot<ClassificationSnapshot>(WHAT, schema(), value);
  const lengths = [
    ...snapshot.curves.flatMap(({ fpr, tpr, recall, precision }) => [
      [fpr, tpr],
      [recall, precision],
    ]),
    ...(snapshot.calibration
      ? [
          [snapshot.calibration.meanPredicted, snapshot.calibration.positiveShare],
          [snapshot.calibration.weight, snapshot.calibration.positiveShare],
        ]
      : []),
  ];
  if (lengths.some(([a, b]) => a!.length !== b!.length)) {
    throw damagedSnapshot(WHAT, 'curves: expected lists of equal length, got others');
  }
  const isBinary = snapshot.thresholds.length > 0 || snapshot.calibration?.of === 'positive';
  const known = isBinary ? [BINARY_BRIER_SCORE, ...CLASSIFICATION_SCORES] : CLASSIFICATION_SCORES;
  return {
    ...snapshot,
    scores: restoreScores(WHAT, snapshot.scores, known),
    classes: snapshot.classes.map((facts) => withoutNulls(facts)),
    positiveLabel: snapshot.positiveLabel ?? undefined,
    threshold: snapshot.threshold ?? undefined,
    table: ContingencyTable.fromJSON(snapshot.table),
    thresholds: snapshot.thresholds.map((facts) => withoutNulls(facts, { threshold: Infinity })),
    calibration: snapshot.calibration ?? undefined,
  };
}

const schema = /* @__PURE__ */ factsSchema('ClassificationReport', ({ number, size, share, label }) => {
  const rate = z.nullable(share);
  const rates = { precision: rate, recall: rate, f1Score: rate };
  const shares = z.array(share);
  return {
    samples: size,
    classes: z.array(z.strictObject({ label, support: size, predicted: size, ...rates, auroc: z.optional(rate) })),
    positiveLabel: z.nullable(label),
    threshold: z.nullable(share),
    table: z.unknown(),
    curves: z.array(z.strictObject({ label, fpr: shares, tpr: shares, recall: shares, precision: shares })),
    thresholds: z.array(
      z.strictObject({
        by: z.enum(['fBeta', 'youden']),
        threshold: z.nullable(number),
        ...rates,
        fpr: rate,
      }),
    ),
    calibration: z.nullable(
      z.strictObject({
        of: z.enum(['positive', 'highest']),
        meanPredicted: shares,
        positiveShare: shares,
        weight: z.array(size),
      }),
    ),
  };
});
