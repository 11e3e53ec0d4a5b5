import * as z from 'zod/mini';
import { checkSnapshot, damagedSnapshot } from '../checkSnapshot.ts';
import { snapshotSchema } from '../snapshotSchema.ts';

const WHAT = 'binned score counts';

/** Snapshot of binned score counts. */
export interface BinnedScoresSnapshot {
  /** Snapshot type. */
  readonly kind: 'BinnedScoreCounts';
  /** Format version. */
  readonly version: 1;
  /** Thresholds, ascending; or the number of evenly spaced thresholds from 0 to 1. */
  readonly thresholds: number | readonly number[];
  /** Weight of positive samples below all thresholds, then from each threshold to the next. */
  readonly positive: readonly number[];
  /** Weight of negative samples below all thresholds, then from each threshold to the next. */
  readonly negative: readonly number[];
}

/** @throws {@link MetricStateError} if the snapshot is invalid. */
export function checkBinnedScoresSnapshot(value: unknown): BinnedScoresSnapshot {
  const snapshot = checkSnapshot<BinnedScoresSnapshot>(WHAT, binnedScoresSchema(), value);
  const { thresholds } = snapshot;
  if (typeof thresholds !== 'number' && thresholds.some((edge, k) => k > 0 && edge <= thresholds[k - 1]!)) {
    throw damagedSnapshot(WHAT, 'thresholds: expected ascending numbers, got others');
  }
  const bins = (typeof thresholds === 'number' ? thresholds : thresholds.length) + 1;
  for (const name of ['positive', 'negative'] as const) {
    const { length } = snapshot[name];
    if (length !== bins) throw damagedSnapshot(WHAT, `${name}: expected ${bins} weights, got ${length}`);
  }
  return snapshot;
}

/** Returns the schema of thresholds. */
export function binThresholdsSchema(): z.ZodMiniType {
  const number = z.number({ error: 'expected a finite number' });
  return z.union([number.check(z.int(), z.gte(2)), z.array(number)], { error: 'expected thresholds' });
}

/** Schema of the snapshot, from which docs/snapshot.schema.json is generated. */
export const binnedScoresSchema: () => z.ZodMiniObject = /* @__PURE__ */ snapshotSchema(() => {
  const number = z.number({ error: 'expected a finite number' });
  const weights = z.array(number.check(z.nonnegative({ error: 'expected weights ≥ 0' })));
  return z.strictObject({
    kind: z.literal('BinnedScoreCounts', { error: 'expected "BinnedScoreCounts"' }),
    version: z.literal(1, { error: 'expected version 1' }),
    thresholds: binThresholdsSchema(),
    positive: weights,
    negative: weights,
  });
});
