import { CompensatedSum } from '../../numeric/compensatedSum.ts';
import { MetricInputError } from '../../inputs/metricInputError.ts';
import * as z from 'zod/mini';
import { checkSnapshot, restoreState } from '../checkSnapshot.ts';
import { fromJsonNumber, jsonNumberCheck, toJsonNumber, type JsonNumber } from '../jsonNumber.ts';
import type { MetricState } from '../metricState.ts';
import { requireState } from '../requireState.ts';
import { commonScoreColumns, scoreColumnsOf, scoreColumnsSchema } from '../commonScoreColumns.ts';
import { snapshotSchema } from '../snapshotSchema.ts';
import { addToTotal } from '../tables/addToTotal.ts';

/** Snapshot of a weighted sum: both sums with their compensation for rounding errors. */
interface WeightedSumSnapshot {
  /** The sum of the weighted values. */
  readonly sum: readonly [sum: JsonNumber, rest: JsonNumber];
  /** The sum of the weights. */
  readonly weight: readonly [sum: JsonNumber, rest: JsonNumber];
  /** Number of columns of the class scores from which the values were computed; undefined for other values. */
  readonly scoreColumns?: number | undefined;
}

type Sum = Pick<CompensatedSum, 'sum' | 'rest'>;

/**
 * Sum of weighted values and sum of their weights, for totals and means. Compensated summation keeps the rounding error
 * independent of the number of values, up to second-order terms.
 *
 * @example
 * ```ts
 * import { WeightedSum } from 'tfjs-metrics';
 *
 * const sum = new WeightedSum();
 * sum.add(Float64Array.of(1e16, 1, -1e16), undefined);
 * [sum.total, sum.weight]; // [1, 3]
 * ```
 */
export class WeightedSum implements MetricState<WeightedSum> {
  #sum = new CompensatedSum();
  #weight = new CompensatedSum();
  #scoreColumns: number | undefined;

  /** Sum of all values times their weights. */
  get total(): number {
    return this.#sum.value;
  }

  /** Sum of all weights. */
  get weight(): number {
    return this.#weight.value;
  }

  /**
   * Adds values and their weights. Default: weights of 1.
   *
   * @param scoreColumns - number of columns of the class scores from which the values were computed.
   * @throws {@link MetricInputError} if a sum of finite numbers is too large, or the number of columns is not that of the
   * batches before; the state is not modified.
   */
  add(values: Float64Array, weights: Float64Array | undefined, scoreColumns?: number): void {
    const next = this.clone();
    next.#scoreColumns = commonScoreColumns(this.#scoreColumns, scoreColumns);
    for (let k = 0; k < values.length; k++) {
      const weight = weights ? weights[k]! : 1;
      // A value with weight 0 does not count, even if it is infinite.
      next.#sum.add(weight === 0 ? 0 : values[k]! * weight);
    }
    for (const weight of weights ?? [values.length]) next.#weight.add(weight);
    this.#requireFinite(next, () => values.every((value, k) => weights?.[k] === 0 || Number.isFinite(value)));
    this.#sum = next.#sum;
    this.#weight = next.#weight;
    this.#scoreColumns = next.#scoreColumns;
  }

  /** @throws {@link MetricInputError} if a sum of finite numbers would be too large, or the numbers of columns differ. */
  checkMerge(other: WeightedSum): void {
    const next = this.clone();
    next.merge(other);
    this.#requireFinite(next, () => Number.isFinite(other.total));
  }

  #requireFinite(next: WeightedSum, areFinite: () => boolean): void {
    addToTotal(next.weight, 0);
    if (Number.isFinite(next.total) || !Number.isFinite(this.total) || !areFinite()) return;
    throw new MetricInputError(
      `values: expected a weighted sum below 1.8e308, got ${next.total}; divide all values by the same number`,
    );
  }

  /** Adds another weighted sum. */
  merge(other: WeightedSum): void {
    requireState(other, WeightedSum, 'WeightedSum');
    this.#scoreColumns = commonScoreColumns(this.#scoreColumns, other.#scoreColumns);
    // Read first, because `other` may be this sum itself.
    const { sum, rest } = other.#sum;
    const { sum: weight, rest: weightRest } = other.#weight;
    for (const term of [sum, rest]) this.#sum.add(term);
    for (const term of [weight, weightRest]) this.#weight.add(term);
  }

  /** Returns an independent copy. */
  clone(): WeightedSum {
    return WeightedSum.#of(this.#sum, this.#weight, this.#scoreColumns);
  }

  /** Returns a JSON-serializable snapshot, to be restored with {@link WeightedSum.fromJSON}. */
  toJSON(): WeightedSumSnapshot {
    return {
      sum: [toJsonNumber(this.#sum.sum), toJsonNumber(this.#sum.rest)],
      weight: [toJsonNumber(this.#weight.sum), toJsonNumber(this.#weight.rest)],
      ...scoreColumnsOf(this.#scoreColumns),
    };
  }

  /** @throws {@link MetricStateError} if the snapshot is invalid. */
  static fromJSON(value: unknown): WeightedSum {
    const snapshot = checkSnapshot<WeightedSumSnapshot>('a weighted sum', weightedSumSchema(), value);
    const [sum, weight] = [snapshot.sum, snapshot.weight].map(([most, rest]) => ({
      sum: fromJsonNumber(most)!,
      rest: fromJsonNumber(rest)!,
    }));
    return restoreState('a weighted sum', () => {
      addToTotal(weight!.sum, weight!.rest);
      return WeightedSum.#of(sum!, weight!, snapshot.scoreColumns);
    });
  }

  static #of(sum: Sum, weight: Sum, scoreColumns: number | undefined): WeightedSum {
    const made = new WeightedSum();
    made.#scoreColumns = scoreColumns;
    made.#sum.sum = sum.sum;
    made.#sum.rest = sum.rest;
    made.#weight.sum = weight.sum;
    made.#weight.rest = weight.rest;
    return made;
  }
}

/** Schema of the snapshot, from which docs/snapshot.schema.json is generated. */
export const weightedSumSchema: () => z.ZodMiniObject = /* @__PURE__ */ snapshotSchema(() => {
  const number = jsonNumberCheck();
  const pair = z.tuple([number, number]);
  return z.strictObject({ sum: pair, weight: pair, scoreColumns: scoreColumnsSchema(1) });
});
