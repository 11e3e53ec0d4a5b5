import * as z from 'zod/mini';
import { checkSnapshot } from '../../state/checkSnapshot.ts';
import { factsSchema, factsSnapshot, type FactsSnapshot } from '../document/factsSnapshot.ts';
import { restoreScores } from '../scores/scoreSnapshot.ts';
import type { RetrievalFacts } from './retrievalFacts.ts';
import { RETRIEVAL_SCORES } from './retrievalScores.ts';

const WHAT = 'a retrieval report';

/** JSON form of a report on rankings. */
export interface RetrievalSnapshot extends FactsSnapshot<'RetrievalReport'>, Omit<RetrievalFacts, 'scores'> {}

/** Converts a report to plain JSON. */
export function retrievalSnapshot(facts: RetrievalFacts): RetrievalSnapshot {
  return factsSnapshot('RetrievalReport', facts);
}

/**
 * Validates a snapshot and restores the contents of the report.
 *
 * @throws {@link MetricStateError} if the snapshot is invalid.
 */
export function checkRetrievalSnapshot(value: unknown): RetrievalFacts {
  const snapshot = checkSnapshot<RetrievalSnapshot>(WHAT, schema(), value);
  const known = RETRIEVAL_SCORES.map(({ of }) => of);
  return { ...snapshot, scores: restoreScores(WHAT, snapshot.scores, known) };
}

const schema = /* @__PURE__ */ factsSchema('RetrievalReport', ({ size, share, label }) => {
  const count = size.check(z.refine(Number.isSafeInteger));
  return {
    queries: count,
    documents: count,
    emptyQueries: count,
    onEmptyQuery: z.enum(['zero', 'skip', 'nan', 'throw']),
    topK: count.check(z.gte(1)),
    distribution: z.array(count).check(z.minLength(1)),
    worstQueries: z.array(
      z.strictObject({
        query: label,
        documents: count,
        relevant: count,
        ndcg: share,
        averagePrecision: z.optional(share),
        reciprocalRank: z.optional(share),
      }),
    ),
  };
});
