import * as z from 'zod/mini';
import { describeValue } from '../../inputs/describeValue.ts';
import { checkSnapshot, damagedSnapshot } from '../../state/checkSnapshot.ts';
import { scoreName } from '../scores/describeScore.ts';
import { restoreScore, scoreSchema, scoreSnapshot, type ScoreSnapshot } from '../scores/scoreSnapshot.ts';
import type { RetrievalFacts } from './retrievalFacts.ts';
import { RETRIEVAL_SCORES } from './retrievalScores.ts';

const WHAT = 'a retrieval report';

/** JSON form of a report on rankings. */
export interface RetrievalSnapshot extends Omit<RetrievalFacts, 'scores'> {
  /** Type of the snapshot. */
  readonly kind: 'RetrievalReport';
  /** Version of the format. */
  readonly version: 1;
  /** Scores, in display order. */
  readonly scores: readonly ScoreSnapshot[];
}

/** Converts a report to plain JSON. */
export function retrievalSnapshot(facts: RetrievalFacts): RetrievalSnapshot {
  return { kind: 'RetrievalReport', version: 1, ...facts, scores: facts.scores.map(scoreSnapshot) };
}

/**
 * Validates a snapshot and restores the contents of the report.
 *
 * @throws {@link MetricStateError} if the snapshot is invalid.
 */
export function checkRetrievalSnapshot(value: unknown): RetrievalFacts {
  const snapshot = checkSnapshot<RetrievalSnapshot>(WHAT, schema(), value);
  return {
    ...snapshot,
    scores: snapshot.scores.map((score) => {
      const known = RETRIEVAL_SCORES.find(({ of }) => scoreName(of) === score.name);
      if (known) return restoreScore(known.of, score);
      throw damagedSnapshot(WHAT, `scores: expected the name of a score, got ${describeValue(score.name)}`);
    }),
  };
}

let made: z.ZodMiniObject | undefined;

function schema(): z.ZodMiniObject {
  if (made) return made;
  const error = 'expected a snapshot made by toJSON()';
  const share = z.number({ error }).check(z.gte(0, { error }), z.lte(1, { error }));
  const count = z.number({ error }).check(z.gte(0, { error }), z.refine(Number.isSafeInteger, { error }));
  const text = z.string({ error });
  const label = z.union([z.number().check(z.refine(Number.isSafeInteger)), text, z.boolean()], {
    error: 'expected a label',
  });
  const list = (of: z.ZodMiniType): z.ZodMiniType => z.array(of, { error });
  return (made = z.strictObject({
    kind: z.literal('RetrievalReport', { error: 'expected "RetrievalReport"' }),
    version: z.literal(1, { error: 'expected version 1' }),
    title: text,
    queries: count,
    documents: count,
    emptyQueries: count,
    onEmptyQuery: z.enum(['zero', 'skip', 'nan', 'throw'], { error }),
    topK: count.check(z.gte(1, { error })),
    scores: list(scoreSchema()),
    warnings: list(text),
    notes: list(text),
    distribution: z.array(count, { error }).check(z.minLength(1, { error })),
    worstQueries: list(
      z.strictObject({
        query: label,
        documents: count,
        relevant: count,
        ndcg: share,
        averagePrecision: share,
        reciprocalRank: share,
      }),
    ),
  }));
}
