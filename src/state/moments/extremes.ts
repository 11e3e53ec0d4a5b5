import * as z from 'zod/mini';
import { checkSnapshot, damagedSnapshot } from '../checkSnapshot.ts';
import { fromJsonNumber, jsonNumberCheck, toJsonNumber, type JsonNumber } from '../jsonNumber.ts';
import type { MetricState } from '../metricState.ts';
import { MetricStateError } from '../metricStateError.ts';
import { snapshotSchema } from '../snapshotSchema.ts';

/** Extremes as plain JSON. */
export interface ExtremesSnapshot {
  /** The least of each. */
  readonly least: readonly JsonNumber[];
  /** The greatest of each. */
  readonly greatest: readonly JsonNumber[];
}

/**
 * The least and the greatest of numbers that come again and again, each apart. NaN is neither.
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

  /** The least of each; Infinity for one that was always NaN. */
  get least(): readonly number[] {
    return this.#least;
  }

  /** The greatest of each; -Infinity for one that was always NaN. */
  get greatest(): readonly number[] {
    return this.#greatest;
  }

  /** @throws {@link MetricStateError} when there are more or fewer numbers than before. */
  add(numbers: readonly number[]): void {
    this.#take(numbers, numbers);
  }

  checkMerge(other: Extremes): void {
    if (other.#least.length > 0) this.#requireAsMany(other.#least.length);
  }

  /** Takes in the extremes of others. */
  merge(other: Extremes): void {
    this.checkMerge(other);
    if (other.#least.length > 0) this.#take(other.#least, other.#greatest);
  }

  /** An independent copy. */
  clone(): Extremes {
    const copy = new Extremes();
    copy.merge(this);
    return copy;
  }

  /** A plain object, for {@link Extremes.fromJSON}. */
  toJSON(): ExtremesSnapshot {
    return {
      least: this.#least.map(toJsonNumber),
      greatest: this.#greatest.map(toJsonNumber),
    };
  }

  /** @throws {@link MetricStateError} when the snapshot is damaged. */
  static fromJSON(value: unknown): Extremes {
    const snapshot = checkSnapshot<ExtremesSnapshot>('extremes', extremesSchema(), value);
    const extremes = new Extremes();
    extremes.#least = snapshot.least.map((number) => fromJsonNumber(number)!);
    extremes.#greatest = snapshot.greatest.map((number) => fromJsonNumber(number)!);
    if (extremes.#least.length !== extremes.#greatest.length) {
      throw damagedSnapshot('extremes', 'there are not as many greatest as least');
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
    throw new MetricStateError(`expected ${this.#least.length} numbers as before, got ${length}`);
  }
}

/** The check of the format, of which docs/snapshot.schema.json is made. */
export const extremesSchema: () => z.ZodMiniObject = /* @__PURE__ */ snapshotSchema(() => {
  const number = jsonNumberCheck();
  return z.strictObject({ least: z.array(number), greatest: z.array(number) });
});
