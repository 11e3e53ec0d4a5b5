import * as z from 'zod/mini';
import { MetricInputError } from '../../inputs/metricInputError.ts';
import { CompensatedSum } from '../../numeric/compensatedSum.ts';
import { checkSnapshot, damagedSnapshot, restoreState } from '../checkSnapshot.ts';
import { fromJsonNumber, jsonNumberCheck, toJsonNumber, type JsonNumber } from '../jsonNumber.ts';
import type { MetricState } from '../metricState.ts';
import { requireState } from '../requireState.ts';
import { snapshotSchema } from '../snapshotSchema.ts';
import { addToTotal } from '../tables/addToTotal.ts';
import { requireOutputs } from './requireOutputs.ts';

const WHAT = 'sums of outputs';

/** A sum, and the sum of its rounding errors. */
type SumPair = readonly [sum: JsonNumber, rest: JsonNumber];

/** Snapshot of sums of outputs. */
interface OutputSumsSnapshot {
  /** Weighted sum of each term of each output; empty before the first sample. */
  readonly sums: readonly (readonly SumPair[])[];
  /** Sum of the weights. */
  readonly weight: SumPair;
}

/**
 * Weighted sums of the losses of each output, and the sum of the weights. Compensated summation keeps the rounding error
 * independent of the number of samples, up to second-order terms.
 */
export class OutputSums implements MetricState<OutputSums> {
  /** The sums of each term of each output. */
  #sums: readonly (readonly CompensatedSum[])[] = [];
  #weight = new CompensatedSum();

  /**
   * Creates the state of the sums of each term of each output, over `n` samples with these weights.
   *
   * @throws {@link MetricInputError} if the weights are too large.
   */
  static of(sums: readonly (readonly CompensatedSum[])[], n: number, weights: Float64Array | undefined): OutputSums {
    const made = new OutputSums();
    for (const weight of weights ?? [n]) made.#weight.add(weight);
    if (made.weight === 0) return made;
    addToTotal(made.weight, 0);
    made.#sums = sums;
    return made;
  }

  /** Weighted sum of each term of each output; empty before the first sample. */
  get sums(): readonly (readonly number[])[] {
    return this.#sums.map((terms) => terms.map(({ value }) => value));
  }

  /** Sum of all weights. */
  get weight(): number {
    return this.#weight.value;
  }

  /** @throws {@link MetricInputError} if `other` has another number of outputs, or a sum would be too large. */
  checkMerge(other: OutputSums): void {
    requireState(other, OutputSums, 'OutputSums');
    requireOutputs(this.#sums.length, other.#sums.length);
    addToTotal(this.weight, other.weight);
    this.#sums.forEach((terms, j) => {
      terms.forEach((term, k) => {
        const added = other.#sums[j]?.[k];
        const areFinite = Number.isFinite(term.value) && Number.isFinite(added?.value ?? 0);
        if (added !== undefined) requireFinite(joinedSums(term, added), () => areFinite);
      });
    });
  }

  /** Adds other sums, which are not modified. */
  merge(other: OutputSums): void {
    this.checkMerge(other);
    this.#weight = joinedSums(this.#weight, other.#weight);
    if (this.#sums.length === 0) this.#sums = other.#sums;
    else if (other.#sums.length > 0) {
      this.#sums = this.#sums.map((terms, j) => terms.map((term, k) => joinedSums(term, other.#sums[j]![k]!)));
    }
  }

  /** Returns an independent copy. */
  clone(): OutputSums {
    const copy = new OutputSums();
    copy.merge(this);
    return copy;
  }

  /** Returns a JSON-serializable snapshot, to be restored with {@link OutputSums.fromJSON}. */
  toJSON(): OutputSumsSnapshot {
    return { sums: this.#sums.map((terms) => terms.map(toPair)), weight: toPair(this.#weight) };
  }

  /** @throws {@link MetricStateError} if the snapshot is invalid. */
  static fromJSON(value: unknown): OutputSums {
    const { sums, weight } = checkSnapshot<OutputSumsSnapshot>(WHAT, outputSumsSchema(), value);
    const made = new OutputSums();
    const uneven = sums.find((terms) => terms.length !== sums[0]!.length);
    if (uneven) throw damagedSnapshot(WHAT, `sums: expected ${sums[0]!.length} for each output, got ${uneven.length}`);
    made.#weight = fromPair(weight);
    made.#sums = sums.map((terms) => terms.map(fromPair));
    if (sums.length > 0 !== made.weight > 0) {
      const expected = sums.length > 0 ? 'a weight above 0' : 'a weight of 0 without sums';
      throw damagedSnapshot(WHAT, `expected ${expected}, got ${made.weight}`);
    }
    return restoreState(WHAT, () => {
      addToTotal(made.weight, 0);
      return made;
    });
  }
}

/** @throws {@link MetricInputError} if a sum of finite numbers is infinite. */
function requireFinite({ value }: CompensatedSum, areFinite: () => boolean): void {
  if (Number.isFinite(value) || !areFinite()) return;
  throw new MetricInputError(
    `preds, target: expected a sum of losses below 1.8e308, got ${value}; divide all values by the same number`,
  );
}

/** Returns the sum of both, which are not modified. */
function joinedSums(a: CompensatedSum, b: CompensatedSum): CompensatedSum {
  const joined = new CompensatedSum();
  for (const term of [a.sum, a.rest, b.sum, b.rest]) joined.add(term);
  return joined;
}

function toPair({ sum, rest }: CompensatedSum): SumPair {
  return [toJsonNumber(sum), toJsonNumber(rest)];
}

function fromPair([sum, rest]: SumPair): CompensatedSum {
  return Object.assign(new CompensatedSum(), { sum: fromJsonNumber(sum)!, rest: fromJsonNumber(rest)! });
}

/** Schema of the snapshot, from which docs/snapshot.schema.json is generated. */
export const outputSumsSchema: () => z.ZodMiniObject = /* @__PURE__ */ snapshotSchema(() => {
  const number = jsonNumberCheck();
  const pair = z.tuple([number, number]);
  return z.strictObject({ sums: z.array(z.array(pair)), weight: pair });
});
