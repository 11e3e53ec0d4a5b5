import * as z from 'zod/mini';
import { checkSnapshot, damagedSnapshot } from '../checkSnapshot.ts';
import { snapshotSchema } from '../snapshotSchema.ts';

const WHAT = 'rating counts';

/** Snapshot of rating counts. */
export interface RatingSnapshot {
  /** Snapshot type. */
  readonly kind: 'RatingCounts';
  /** Format version. */
  readonly version: 1;
  /** Number of items. */
  readonly items: number;
  /** Number of ratings per item. */
  readonly raters: number;
  /** Sum over items and categories of the squared number of ratings. */
  readonly squares: number;
  /** Number of ratings in each category. */
  readonly totals: readonly number[];
}

/** @throws {@link MetricStateError} if the snapshot is invalid. */
export function checkRatingSnapshot(value: unknown): RatingSnapshot {
  const snapshot = checkSnapshot<RatingSnapshot>(WHAT, ratingSchema(), value);
  const { items, raters, squares, totals } = snapshot;
  const ratings = totals.reduce((sum, total) => sum + total, 0);
  if (ratings !== items * raters) {
    throw damagedSnapshot(
      WHAT,
      `expected ${items * raters} ratings of ${items} items by ${raters} raters, got ${ratings}`,
    );
  }
  if (squares < ratings || squares > ratings * raters) {
    throw damagedSnapshot(WHAT, `squares: expected ${ratings} to ${ratings * raters}, got ${squares}`);
  }
  return snapshot;
}

/** Schema of the snapshot, from which docs/snapshot.schema.json is generated. */
export const ratingSchema: () => z.ZodMiniObject = /* @__PURE__ */ snapshotSchema(() => {
  const error = 'expected a snapshot made by toJSON()';
  const size = z.number({ error }).check(z.int({ error }), z.nonnegative({ error }));
  return z.strictObject({
    kind: z.literal('RatingCounts', { error: 'expected "RatingCounts"' }),
    version: z.literal(1, { error: 'expected version 1' }),
    items: size,
    raters: size,
    squares: z.number({ error }).check(z.nonnegative({ error })),
    totals: z.array(size),
  });
});
