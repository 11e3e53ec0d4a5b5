import * as z from 'zod/mini';
import { checkSnapshot, damagedSnapshot } from '../checkSnapshot.ts';
import { snapshotSchema } from '../snapshotSchema.ts';

const WHAT = 'joint moments';

/** Joint moments as plain JSON. */
export interface JointMomentsSnapshot {
  /** What it is a snapshot of. */
  readonly kind: 'JointMoments';
  /** The version of this format. */
  readonly version: 1;
  /** How many samples there are. */
  readonly n: number;
  /** How many columns each variable has; none before the first samples. */
  readonly widths: readonly number[];
  /** The mean of each column. */
  readonly mean: readonly number[];
  /** The sums of products about the means, row after row. */
  readonly products: readonly number[];
  /** Column j is times 2^exponents[j]. Default: 0 for each. */
  readonly exponents?: readonly number[] | undefined;
}

/** @throws {@link MetricStateError} that says what is wrong with a snapshot that is damaged. */
export function checkJointMomentsSnapshot(value: unknown): JointMomentsSnapshot {
  const snapshot = checkSnapshot<JointMomentsSnapshot>(WHAT, jointMomentsSchema(), value);
  const { n, widths, mean, products } = snapshot;
  const d = widths.reduce((sum, width) => sum + width, 0);
  if (snapshot.exponents !== undefined && snapshot.exponents.length !== d) {
    throw damagedSnapshot(WHAT, `it has ${snapshot.exponents.length} exponents of ${d} columns`);
  }
  if (mean.length !== d || products.length !== d * d) {
    throw damagedSnapshot(WHAT, `it has ${mean.length} means and ${products.length} products of ${d} columns`);
  }
  if (widths.length !== (n === 0 ? 0 : 2)) {
    throw damagedSnapshot(WHAT, `it has ${widths.length} variables of ${n} samples`);
  }
  for (let i = 0; i < d; i++) {
    const isOdd = (j: number): boolean => products[i * d + j] !== products[j * d + i];
    if (products[i * d + i]! < 0 || mean.some((_, j) => isOdd(j))) {
      throw damagedSnapshot(WHAT, `the products of column ${i} can't be`);
    }
  }
  return snapshot;
}

/** The check of the format, of which docs/snapshot.schema.json is made. */
export const jointMomentsSchema: () => z.ZodMiniObject = /* @__PURE__ */ snapshotSchema(() => {
  const error = 'expected a snapshot made by toJSON()';
  const number = z.number({ error });
  const whole = number.check(z.int({ error }));
  return z.strictObject({
    kind: z.literal('JointMoments', { error: 'expected "JointMoments"' }),
    version: z.literal(1, { error: 'expected version 1' }),
    n: whole.check(z.nonnegative({ error })),
    widths: z.array(whole.check(z.positive({ error }))),
    mean: z.array(number),
    products: z.array(number),
    exponents: z.optional(z.array(whole.check(z.minimum(-1024, { error }), z.maximum(1074, { error })))),
  });
});
