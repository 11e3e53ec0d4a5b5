import * as z from 'zod/mini';
import { describeValue } from '../../inputs/describeValue.ts';
import type { Label } from '../../inputs/labels.ts';
import { checkSnapshot, damagedSnapshot } from '../../state/checkSnapshot.ts';
import type { ContingencySnapshot } from '../../state/tables/contingencySnapshot.ts';
import { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import { scoreName } from '../scores/describeScore.ts';
import { restoreScore, scoreSchema, scoreSnapshot, type ScoreSnapshot } from '../scores/scoreSnapshot.ts';
import type {
  CalibrationFacts,
  ClassCurveFacts,
  ClassificationFacts,
  PredictedClassFacts,
  ThresholdFacts,
} from './classificationFacts.ts';
import { BINARY_BRIER_SCORE, CLASSIFICATION_SCORES } from './classificationScores.ts';

const WHAT = 'a classification report';

/** Facts with `null` in place of NaN and infinities. */
type Nullable<Facts> = { readonly [Name in keyof Facts]: Facts[Name] extends number ? number | null : Facts[Name] };

/** JSON form of a report on a classifier. */
export interface ClassificationSnapshot {
  /** Type of the snapshot. */
  readonly kind: 'ClassificationReport';
  /** Version of the format. */
  readonly version: 1;
  /** Title of the report. */
  readonly title: string;
  /** Number of samples scored, or the sum of their weights. */
  readonly samples: number;
  /** Scores, in display order. */
  readonly scores: readonly ScoreSnapshot[];
  /** Warnings, as sentences. */
  readonly warnings: readonly string[];
  /** Sentences on how the numbers were computed. */
  readonly notes: readonly string[];
  /** Classes in order; `null` stands for a rate that is undefined. */
  readonly classes: readonly Nullable<PredictedClassFacts>[];
  /** Positive class of a binary classifier. */
  readonly positiveLabel: Label | null;
  /** Threshold of the predictions, if they were made from scores. */
  readonly threshold: number | null;
  /** Counts of pairs of a predicted and a true class. */
  readonly table: ContingencySnapshot;
  /** Curves of classes. */
  readonly curves: readonly ClassCurveFacts[];
  /** Best thresholds; `null` stands for infinity, at which no sample is predicted as positive. */
  readonly thresholds: readonly Nullable<ThresholdFacts>[];
  /** Calibration of the probabilities. */
  readonly calibration: CalibrationFacts | null;
}

/** Converts a report to plain JSON. */
export function classificationSnapshot(facts: ClassificationFacts): ClassificationSnapshot {
  const { title, samples, scores, warnings, notes, classes, table, curves, thresholds } = facts;
  return {
    kind: 'ClassificationReport',
    version: 1,
    title,
    samples,
    scores: scores.map(scoreSnapshot),
    warnings,
    notes,
    classes: classes.map(withNulls),
    positiveLabel: facts.positiveLabel ?? null,
    threshold: facts.threshold ?? null,
    table: table.toJSON(),
    curves,
    thresholds: thresholds.map(withNulls),
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
  return {
    ...snapshot,
    scores: snapshot.scores.map((score) => {
      const isBinary = snapshot.thresholds.length > 0 || snapshot.calibration?.of === 'positive';
      const all = isBinary ? [BINARY_BRIER_SCORE, ...CLASSIFICATION_SCORES] : CLASSIFICATION_SCORES;
      const known = all.find((of) => scoreName(of) === score.name);
      if (known === undefined)
        throw damagedSnapshot(WHAT, `scores: expected the name of a score, got ${describeValue(score.name)}`);
      return restoreScore(known, score);
    }),
    classes: snapshot.classes.map((facts) => withoutNulls(facts)),
    positiveLabel: snapshot.positiveLabel ?? undefined,
    threshold: snapshot.threshold ?? undefined,
    table: ContingencyTable.fromJSON(snapshot.table),
    thresholds: snapshot.thresholds.map((facts) => withoutNulls(facts, { threshold: Infinity })),
    calibration: snapshot.calibration ?? undefined,
  };
}

let made: z.ZodMiniObject | undefined;

function schema(): z.ZodMiniObject {
  if (made) return made;
  const error = 'expected a snapshot made by toJSON()';
  const number = z.number({ error });
  const size = number.check(z.gte(0, { error }));
  const share = size.check(z.lte(1, { error }));
  const rate = z.nullable(share);
  const text = z.string({ error });
  const whole = number.check(z.refine(Number.isSafeInteger, { error }));
  const label = z.union([whole, text, z.boolean()], { error: 'expected a label' });
  const list = (of: z.ZodMiniType): z.ZodMiniType => z.array(of, { error });
  const rates = { precision: rate, recall: rate, f1Score: rate };
  const shares = list(share);
  return (made = z.strictObject({
    kind: z.literal('ClassificationReport', { error: 'expected "ClassificationReport"' }),
    version: z.literal(1, { error: 'expected version 1' }),
    title: text,
    samples: size,
    scores: list(scoreSchema()),
    warnings: list(text),
    notes: list(text),
    classes: list(z.strictObject({ label, support: size, predicted: size, ...rates, auroc: z.optional(rate) })),
    positiveLabel: z.nullable(label),
    threshold: z.nullable(share),
    table: z.unknown(),
    curves: list(z.strictObject({ label, fpr: shares, tpr: shares, recall: shares, precision: shares })),
    thresholds: list(
      z.strictObject({
        by: z.enum(['fBeta', 'youden'], { error }),
        threshold: z.nullable(number),
        ...rates,
        fpr: rate,
      }),
    ),
    calibration: z.nullable(
      z.strictObject({
        of: z.enum(['positive', 'highest'], { error }),
        meanPredicted: shares,
        positiveShare: shares,
        weight: list(size),
      }),
    ),
  }));
}
