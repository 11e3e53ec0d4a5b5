import * as z from 'zod/mini';
import { checkSnapshot, damagedSnapshot } from '../checkSnapshot.ts';
import { snapshotSchema } from '../snapshotSchema.ts';

const WHAT = 'joint moments';

/** Snapshot of joint moments. */
export interface JointMomentsSnapshot {
  /** Snapshot type. */
  readonly kind: 'JointMoments';
  /** Format version. */
  readonly version: 1;
  /** Number of samples. */
  readonly n: number;
  /** Number of columns of each variable; empty before the first sample. */
  readonly widths: readonly number[];
  /** The mean of each column. */
  readonly mean: readonly number[];
  /** Centered sums of products, in row-major order. */
  readonly products: readonly number[];
  /** Column j is stored times 2^exponents[j]. Default: 0 for all columns. */
  readonly exponents?: readonly number[] | undefined;
}

/** @throws {@link MetricStateError} if the snapshot is invalid. */
export function checkJointMomentsSnapshot(value: unknown): JointMomentsSnapshot {
  const snapshot = checkSnapshot<JointMomentsSnapshot>(WHAT, jointMomentsSchema(), value);
  const { n, widths, mean, products } = snapshot;
  const d = widths.reduce((sum, width) => sum + width, 0);
  if (snapshot.exponents !== undefined && snapshot.exponents.length !== d) {
    throw damagedSnapshot(WHAT, `exponents: expected ${d}, got ${snapshot.exponents.length}`);
  }
  if (mean.length !== d || products.length !== d * d) {
    throw damagedSnapshot(WHAT, `expected ${d} means and ${d * d} products, got ${mean.length} and ${products.length}`);
  }
  if (widths.length !== (n === 0 ? 0 : 2)) {
    throw damagedSnapshot(WHAT, `widths: expected ${n === 0 ? 0 : 2} variables for ${n} samples, got ${widths.length}`);
  }
  for (let i = 0; i < d; i++) {
    const isAsymmetric = (j: number): boolean => products[i * d + j] !== products[j * d + i];
    if (products[i * d + i]! < 0 || mean.some((_, j) => isAsymmetric(j))) {
      throw damagedSnapshot(WHAT, `products: expected a symmetric matrix with diagonal ≥ 0, got another row ${i}`);
    }
  }
  return snapshot;
}

/** Schema of the snapshot, from which docs/snapshot.schema.json is generated. */
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
