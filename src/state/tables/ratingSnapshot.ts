import * as z from 'zod/mini';
import { checkSnapshot, damagedSnapshot } from '../checkSnapshot.ts';
import { snapshotSchema } from '../snapshotSchema.ts';

const WHAT = 'rating counts';

/** Rating counts as plain JSON. */
export interface RatingSnapshot {
  /** What it is a snapshot of. */
  readonly kind: 'RatingCounts';
  /** The version of this format. */
  readonly version: 1;
  /** How many items were rated. */
  readonly items: number;
  /** How many ratings each item has. */
  readonly raters: number;
  /** The sum over items and categories of the square of how many raters chose it. */
  readonly squares: number;
  /** How often each category was chosen. */
  readonly totals: readonly number[];
}

/** @throws {@link MetricStateError} that says what is wrong with a snapshot that is damaged. */
export function checkRatingSnapshot(value: unknown): RatingSnapshot {
  const snapshot = checkSnapshot<RatingSnapshot>(WHAT, ratingSchema(), value);
  const { items, raters, squares, totals } = snapshot;
  const ratings = totals.reduce((sum, total) => sum + total, 0);
  if (ratings !== items * raters) {
    throw damagedSnapshot(WHAT, `it has ${ratings} ratings of ${items} items by ${raters} raters`);
  }
  if (squares < ratings || squares > ratings * raters) {
    throw damagedSnapshot(WHAT, `${ratings} ratings by ${raters} can't have ${squares} squares`);
  }
  return snapshot;
}

/** The check of the format, of which docs/snapshot.schema.json is made. */
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
