import * as z from 'zod/mini';
import { checkSnapshot, damagedSnapshot } from '../checkSnapshot.ts';
import { fromJsonNumber, jsonNumberCheck, toJsonNumber, type JsonNumber } from '../jsonNumber.ts';
import type { MetricState } from '../metricState.ts';
import { requireState } from '../requireState.ts';
import { MetricStateError } from '../metricStateError.ts';
import { snapshotSchema } from '../snapshotSchema.ts';

/** Snapshot of extremes. */
interface ExtremesSnapshot {
  /** Minimum at each position. */
  readonly least: readonly JsonNumber[];
  /** Maximum at each position. */
  readonly greatest: readonly JsonNumber[];
}

/**
 * Running minimum and maximum at each position of repeated arrays of numbers. NaN is ignored.
 *
 * @example
 * ```ts
 * import { Extremes } from 'tfjs-metrics';
 *
 * const extremes = new Extremes();
 * extremes.add([3, 10]);
 * extremes.add([5, NaN]);
 * extremes.least; // [3, 10]
 * extremes.greatest; // [5, 10]
 * ```
 */
export class Extremes implements MetricState<Extremes> {
  #least: number[] = [];
  #greatest: number[] = [];

  /** Minimum at each position; Infinity if all values were NaN. */
  get least(): readonly number[] {
    return this.#least;
  }

  /** Maximum at each position; -Infinity if all values were NaN. */
  get greatest(): readonly number[] {
    return this.#greatest;
  }

  /**
   * Adds an array of numbers.
   *
   * @throws {@link MetricStateError} if its length differs from earlier ones.
   */
  add(numbers: readonly number[]): void {
    this.#take(numbers, numbers);
  }

  checkMerge(other: Extremes): void {
    requireState(other, Extremes, 'Extremes');
    if (other.#least.length > 0) this.#requireAsMany(other.#least.length);
  }

  /** Adds the extremes of `other`. */
  merge(other: Extremes): void {
    this.checkMerge(other);
    if (other.#least.length > 0) this.#take(other.#least, other.#greatest);
  }

  /** Returns an independent copy. */
  clone(): Extremes {
    const copy = new Extremes();
    copy.merge(this);
    return copy;
  }

  /** Returns a JSON-serializable snapshot, to be restored with {@link Extremes.fromJSON}. */
  toJSON(): ExtremesSnapshot {
    return {
      least: this.#least.map(toJsonNumber),
      greatest: this.#greatest.map(toJsonNumber),
    };
  }

  /** @throws {@link MetricStateError} if the snapshot is invalid. */
  static fromJSON(value: unknown): Extremes {
    const snapshot = checkSnapshot<ExtremesSnapshot>('extremes', extremesSchema(), value);
    const extremes = new Extremes();
    extremes.#least = snapshot.least.map((number) => fromJsonNumber(number)!);
    extremes.#greatest = snapshot.greatest.map((number) => fromJsonNumber(number)!);
    if (extremes.#least.length !== extremes.#greatest.length) {
      const { length } = extremes.#greatest;
      throw damagedSnapshot('extremes', `greatest: expected length ${extremes.#least.length}, got ${length}`);
    }
    return extremes;
  }

  #take(low: readonly number[], high: readonly number[]): void {
    this.#requireAsMany(low.length);
    this.#least = low.map((value, k) => {
      const least = this.#least[k] ?? Infinity;
      return value < least ? value : least;
    });
    this.#greatest = high.map((value, k) => {
      const greatest = this.#greatest[k] ?? -Infinity;
      return value > greatest ? value : greatest;
    });
  }

  #requireAsMany(length: number): void {
    if (this.#least.length === 0 || this.#least.length === length) return;
    throw new MetricStateError(`numbers: expected ${this.#least.length}, as in earlier calls, got ${length}`);
  }
}

/** Schema of the snapshot, from which docs/snapshot.schema.json is generated. */
export const extremesSchema: () => z.ZodMiniObject = /* @__PURE__ */ snapshotSchema(() => {
  const number = jsonNumberCheck();
  return z.strictObject({ least: z.array(number), greatest: z.array(number) });
});
