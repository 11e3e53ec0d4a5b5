import * as z from 'zod/mini';
import { checkSnapshot } from '../checkSnapshot.ts';
import { snapshotSchema } from '../snapshotSchema.ts';
import type { MetricState } from '../metricState.ts';
import { requireState } from '../requireState.ts';

/** Snapshot of the moments of numbers. */
interface ValueMomentsSnapshot {
  /** Snapshot type. */
  readonly kind: 'ValueMoments';
  /** Format version. */
  readonly version: 1;
  /** Number of values. */
  readonly n: number;
  /** Mean of the values. */
  readonly mean: number;
  /** Sum of the squared deviations from the mean. */
  readonly squares: number;
}

/**
 * Count, mean and variance of numbers that are added one by one, such as the values of batches. Moments are merged with
 * the pairwise update of T. F. Chan, G. H. Golub and R. J. LeVeque, The American Statistician 37 (1983), which avoids
 * cancellation.
 *
 * @example
 * ```ts
 * import { ValueMoments } from 'tfjs-metrics/information';
 *
 * const moments = new ValueMoments();
 * for (const value of [1, 2, 6]) moments.add(value);
 * [moments.mean, moments.variance]; // [3, 7]
 * moments.standardError; // 1.52753
 * ```
 */
export class ValueMoments implements MetricState<ValueMoments> {
  #n = 0;
  #mean = 0;
  #squares = 0;

  /** Number of values. */
  get n(): number {
    return this.#n;
  }

  /** Mean; NaN without values. */
  get mean(): number {
    return this.#n === 0 ? NaN : this.#mean;
  }

  /** Variance with divisor n − 1; NaN for fewer than two values. */
  get variance(): number {
    return this.#n < 2 ? NaN : this.#squares / (this.#n - 1);
  }

  /** Standard error of the mean, √(variance / n); NaN for fewer than two values. */
  get standardError(): number {
    return Math.sqrt(this.variance / this.#n);
  }

  /** Adds a value. */
  add(value: number): void {
    this.#join(1, value, 0);
  }

  /** @throws {@link MetricInputError} if `other` is of another class. */
  checkMerge(other: ValueMoments): void {
    requireState(other, ValueMoments, 'ValueMoments');
  }

  /** Adds the samples of other moments, which are not modified. */
  merge(other: ValueMoments): void {
    this.checkMerge(other);
    this.#join(other.#n, other.#mean, other.#squares);
  }

  /** Returns an independent copy. */
  clone(): ValueMoments {
    const copy = new ValueMoments();
    copy.merge(this);
    return copy;
  }

  /** Returns a JSON-serializable snapshot, to be restored with {@link ValueMoments.fromJSON}. */
  toJSON(): ValueMomentsSnapshot {
    return {
      kind: 'ValueMoments',
      version: 1,
      n: this.#n,
      mean: this.#mean,
      squares: this.#squares,
    };
  }

  /** @throws {@link MetricStateError} if the snapshot is invalid. */
  static fromJSON(value: unknown): ValueMoments {
    const snapshot = checkSnapshot<ValueMomentsSnapshot>('moments of values', valueMomentsSchema(), value);
    const moments = new ValueMoments();
    moments.#join(snapshot.n, snapshot.mean, snapshot.squares);
    return moments;
  }

  #join(n: number, mean: number, squares: number): void {
    if (n === 0) return;
    const total = this.#n + n;
    const difference = mean - this.#mean;
    this.#squares += squares + this.#n * (n / total) * difference ** 2;
    this.#mean += (n / total) * difference;
    this.#n = total;
  }
}

/** Schema of the snapshot, from which docs/snapshot.schema.json is generated. */
export const valueMomentsSchema: () => z.ZodMiniObject = /* @__PURE__ */ snapshotSchema(() => {
  const error = 'expected a snapshot made by toJSON()';
  const number = z.number({ error });
  return z.strictObject({
    kind: z.literal('ValueMoments', { error: 'expected "ValueMoments"' }),
    version: z.literal(1, { error: 'expected version 1' }),
    n: number.check(z.refine(Number.isSafeInteger, { error }), z.nonnegative({ error })),
    mean: number,
    squares: number.check(z.nonnegative({ error })),
  });
});
