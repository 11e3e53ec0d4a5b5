import * as z from 'zod/mini';
import { checkSnapshot } from '../checkSnapshot.ts';
import { snapshotSchema } from '../snapshotSchema.ts';
import type { MetricState } from '../metricState.ts';

/** Moments of numbers as plain JSON. */
export interface ValueMomentsSnapshot {
  /** What it is a snapshot of. */
  readonly kind: 'ValueMoments';
  /** The version of this format. */
  readonly version: 1;
  /** How many numbers there are. */
  readonly n: number;
  /** Their mean. */
  readonly mean: number;
  /** The sum of their squared distances from it. */
  readonly squares: number;
}

/**
 * Number, mean and squared distances from the mean of numbers, such as the values of batches, which come one
 * by one and are merged without cancellation (T. F. Chan, G. H. Golub and R. J. LeVeque, The American
 * Statistician 37, 1983).
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

  /** How many numbers there are. */
  get n(): number {
    return this.#n;
  }

  /** The mean; NaN of no numbers. */
  get mean(): number {
    return this.#n === 0 ? NaN : this.#mean;
  }

  /** The variance over n − 1; NaN of fewer than two numbers. */
  get variance(): number {
    return this.#n < 2 ? NaN : this.#squares / (this.#n - 1);
  }

  /** The standard error of the mean: the root of variance over number; NaN of fewer than two numbers. */
  get standardError(): number {
    return Math.sqrt(this.variance / this.#n);
  }

  /** Takes in a number. */
  add(value: number): void {
    this.#join(1, value, 0);
  }

  /** Any two can be merged. */
  checkMerge(): void {
    return;
  }

  /** Takes in what other moments have seen. */
  merge(other: ValueMoments): void {
    this.#join(other.#n, other.#mean, other.#squares);
  }

  /** An independent copy. */
  clone(): ValueMoments {
    const copy = new ValueMoments();
    copy.merge(this);
    return copy;
  }

  /** A plain object, for {@link ValueMoments.fromJSON}. */
  toJSON(): ValueMomentsSnapshot {
    return {
      kind: 'ValueMoments',
      version: 1,
      n: this.#n,
      mean: this.#mean,
      squares: this.#squares,
    };
  }

  /** @throws {@link MetricStateError} when the snapshot is damaged. */
  static fromJSON(value: unknown): ValueMoments {
    const snapshot = checkSnapshot<ValueMomentsSnapshot>('moments of values', valueMomentsSchema(), value);
    const moments = new ValueMoments();
    moments.#join(snapshot.n, snapshot.mean, snapshot.squares);
    return moments;
  }

  #join(n: number, mean: number, squares: number): void {
    if (n === 0) return;
    const total = this.#n + n;
    const apart = mean - this.#mean;
    this.#squares += squares + this.#n * (n / total) * apart ** 2;
    this.#mean += (n / total) * apart;
    this.#n = total;
  }
}

/** The check of the format, of which docs/snapshot.schema.json is made. */
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
