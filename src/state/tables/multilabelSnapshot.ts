import * as z from 'zod/mini';
import { checkSnapshot, damagedSnapshot } from '../checkSnapshot.ts';
import { snapshotSchema } from '../snapshotSchema.ts';
import { scoreColumnsSchema } from '../commonScoreColumns.ts';

const WHAT = 'multilabel counts';

/** Largest relative rounding error of sums of the same weights in another order. */
const ROUNDING = 1e-9;

/** Snapshot of multilabel counts. Equal counts have equal snapshots. */
export interface MultilabelSnapshot {
  /** Snapshot type. */
  readonly kind: 'MultilabelCounts';
  /** Format version. */
  readonly version: 1;
  /** Number of samples, or the sum of their weights. */
  readonly n: number;
  /** Number of samples with all labels correct, or the sum of their weights. */
  readonly exactMatches: number;
  /** True positives of each label. */
  readonly tp: readonly number[];
  /** False positives of each label. */
  readonly fp: readonly number[];
  /** False negatives of each label. */
  readonly fn: readonly number[];
  /** True negatives of each label. */
  readonly tn: readonly number[];
  /** Number of columns of the class scores by which classes were predicted; undefined for other predictions. */
  readonly scoreColumns?: number | undefined;
}

/** @throws {@link MetricStateError} if the snapshot is invalid. */
export function checkMultilabelSnapshot(value: unknown): MultilabelSnapshot {
  const snapshot = checkSnapshot<MultilabelSnapshot>(WHAT, multilabelSchema(), value);
  const { n, exactMatches, tp } = snapshot;
  const limit = n * (1 + ROUNDING);
  for (const name of ['fp', 'fn', 'tn'] as const) {
    const { length } = snapshot[name];
    if (length !== tp.length) throw damagedSnapshot(WHAT, `${name}: expected ${tp.length} counts, got ${length}`);
  }
  if (exactMatches > limit) throw damagedSnapshot(WHAT, `exactMatches: expected at most ${n}, got ${exactMatches}`);
  tp.forEach((count, j) => {
    const total = count + snapshot.fp[j]! + snapshot.fn[j]! + snapshot.tn[j]!;
    if (total > limit) throw damagedSnapshot(WHAT, `label ${j}: expected at most ${n} samples, got ${total}`);
  });
  if (tp.length === 0 && n > 0) throw damagedSnapshot(WHAT, `n: expected 0 samples without labels, got ${n}`);
  return snapshot;
}

/** Schema of the snapshot, from which docs/snapshot.schema.json is generated. */
export const multilabelSchema: () => z.ZodMiniObject = /* @__PURE__ */ snapshotSchema(() => {
  const count = z
    .number({ error: 'expected a finite number' })
    .check(z.nonnegative({ error: 'expected a number ≥ 0' }));
  const counts = z.array(count);
  return z.strictObject({
    kind: z.literal('MultilabelCounts', { error: 'expected "MultilabelCounts"' }),
    version: z.literal(1, { error: 'expected version 1' }),
    n: count,
    exactMatches: count,
    tp: counts,
    fp: counts,
    fn: counts,
    tn: counts,
    scoreColumns: scoreColumnsSchema(2),
  });
});
