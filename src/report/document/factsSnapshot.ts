import * as z from 'zod/mini';
import { snapshotSchema } from '../../state/snapshotSchema.ts';
import { scoreSchema, scoreSnapshot, type ScoreSnapshot } from '../scores/scoreSnapshot.ts';
import type { ReportFacts } from './reportFacts.ts';

/** Properties that the JSON forms of all reports have. */
export interface FactsSnapshot<Kind extends string> extends Omit<ReportFacts, 'scores'> {
  /** Type of the snapshot. */
  readonly kind: Kind;
  /** Version of the format. */
  readonly version: 1;
  /** Scores, in display order. */
  readonly scores: readonly ScoreSnapshot[];
}

/** Converts the scores of a report to plain JSON; other contents are copied. */
export function factsSnapshot<Kind extends string, Facts extends ReportFacts>(
  kind: Kind,
  facts: Facts,
): Omit<Facts, 'scores'> & FactsSnapshot<Kind> {
  return { kind, version: 1, ...facts, scores: facts.scores.map(scoreSnapshot) };
}

/** Returns a function that creates the schema of a report of type `kind` on the first call; `own` adds properties. */
export function factsSchema(
  kind: string,
  own: (parts: SchemaParts) => Record<string, z.ZodMiniType>,
): () => z.ZodMiniObject {
  return snapshotSchema(() => {
    const texts = z.array(z.string());
    return z.strictObject({
      kind: z.literal(kind, { error: `expected "${kind}"` }),
      version: z.literal(1, { error: 'expected version 1' }),
      title: z.string(),
      scores: z.array(scoreSchema()),
      warnings: texts,
      notes: texts,
      ...own(schemaParts()),
    });
  });
}

/** Schemas of values in reports. */
export interface SchemaParts {
  readonly number: z.ZodMiniNumber;
  /** A number that is not negative. */
  readonly size: z.ZodMiniNumber;
  /** A number from 0 to 1. */
  readonly share: z.ZodMiniNumber;
  readonly label: z.ZodMiniType;
}

function schemaParts(): SchemaParts {
  const number = z.number();
  const size = number.check(z.gte(0));
  const whole = number.check(z.refine(Number.isSafeInteger));
  return {
    number,
    size,
    share: size.check(z.lte(1)),
    label: z.union([whole, z.string(), z.boolean()], { error: 'expected a label' }),
  };
}
