import * as z from 'zod/mini';
import { checkSnapshot, damagedSnapshot } from '../checkSnapshot.ts';
import { snapshotSchema } from '../snapshotSchema.ts';
import { ScoreWeights } from './scoreWeights.ts';
import type { SortedScores } from './sortedScores.ts';
import { scoreColumnsSchema } from '../commonScoreColumns.ts';

/** Name of the state in error messages. */
export const SCORE_COUNTS = 'score counts';

/** Snapshot of distinct scores with their weights. */
export interface ScoreListSnapshot {
  /** Distinct scores, ascending. */
  readonly scores: readonly number[];
  /** Weight of each score. */
  readonly weights: readonly number[];
}

/** Snapshot of score counts. Equal counts have equal snapshots. */
export interface ScoreCountsSnapshot {
  /** Snapshot type. */
  readonly kind: 'ScoreCounts';
  /** Format version. */
  readonly version: 1;
  /** Scores of positive samples. */
  readonly positive: ScoreListSnapshot;
  /** Scores of negative samples. */
  readonly negative: ScoreListSnapshot;
  /** Number of columns of the class scores from which the scores were computed; undefined for given scores. */
  readonly scoreColumns?: number | undefined;
}

/** Returns the snapshot of a list. */
export function scoreListOf({ scores, weights }: SortedScores): ScoreListSnapshot {
  return { scores: Array.from(scores), weights: Array.from(weights) };
}

/**
 * Restores a list.
 *
 * @param what - name of the state in error messages.
 * @param name - name of the list in error messages.
 * @throws {@link MetricStateError} if the list is invalid.
 */
export function checkScoreList(what: string, name: string, { scores, weights }: ScoreListSnapshot): ScoreWeights {
  if (scores.length !== weights.length) {
    throw damagedSnapshot(
      what,
      `${name}: expected a weight for each of ${scores.length} scores, got ${weights.length}`,
    );
  }
  if (scores.some((score, k) => k > 0 && score <= scores[k - 1]!)) {
    throw damagedSnapshot(what, `${name}.scores: expected ascending scores, got others`);
  }
  const list = new ScoreWeights();
  list.add({ scores: Float64Array.from(scores), weights: Float64Array.from(weights) });
  return list;
}

/** @throws {@link MetricStateError} if the snapshot is invalid. */
export function checkScoreCountsSnapshot(value: unknown): ScoreCountsSnapshot {
  return checkSnapshot<ScoreCountsSnapshot>(SCORE_COUNTS, scoreCountsSchema(), value);
}

/** Returns the schema of a list. */
export function scoreListSchema(): z.ZodMiniObject {
  const number = z.number({ error: 'expected a finite number' });
  return z.strictObject({
    scores: z.array(number),
    weights: z.array(number.check(z.positive({ error: 'expected positive weights' }))),
  });
}

/** Schema of the snapshot, from which docs/snapshot.schema.json is generated. */
export const scoreCountsSchema: () => z.ZodMiniObject = /* @__PURE__ */ snapshotSchema(() =>
  z.strictObject({
    kind: z.literal('ScoreCounts', { error: 'expected "ScoreCounts"' }),
    version: z.literal(1, { error: 'expected version 1' }),
    positive: scoreListSchema(),
    negative: scoreListSchema(),
    scoreColumns: scoreColumnsSchema(1),
  }),
);
