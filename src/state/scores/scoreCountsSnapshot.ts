import * as z from 'zod/mini';
import { checkSnapshot, damagedSnapshot } from '../checkSnapshot.ts';
import { snapshotSchema } from '../snapshotSchema.ts';

const WHAT = 'score counts';

/** Snapshot of distinct scores with their weights. */
interface ScoreListSnapshot {
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
}

/** @throws {@link MetricStateError} if the snapshot is invalid. */
export function checkScoreCountsSnapshot(value: unknown): ScoreCountsSnapshot {
  const snapshot = checkSnapshot<ScoreCountsSnapshot>(WHAT, scoreCountsSchema(), value);
  for (const name of ['positive', 'negative'] as const) {
    const { scores, weights } = snapshot[name];
    if (scores.length !== weights.length) {
      throw damagedSnapshot(
        WHAT,
        `${name}: expected a weight for each of ${scores.length} scores, got ${weights.length}`,
      );
    }
    if (scores.some((score, k) => k > 0 && score <= scores[k - 1]!)) {
      throw damagedSnapshot(WHAT, `${name}.scores: expected ascending scores, got others`);
    }
  }
  return snapshot;
}

/** Schema of the snapshot, from which docs/snapshot.schema.json is generated. */
export const scoreCountsSchema: () => z.ZodMiniObject = /* @__PURE__ */ snapshotSchema(() => {
  const number = z.number({ error: 'expected a finite number' });
  const list = z.strictObject({
    scores: z.array(number),
    weights: z.array(number.check(z.positive({ error: 'expected positive weights' }))),
  });
  return z.strictObject({
    kind: z.literal('ScoreCounts', { error: 'expected "ScoreCounts"' }),
    version: z.literal(1, { error: 'expected version 1' }),
    positive: list,
    negative: list,
  });
});
