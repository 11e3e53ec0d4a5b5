import * as z from 'zod/mini';
import { checkOutputPairs, OUTPUT_NAMES, outputOf } from '../../inputs/regression/outputPairs.ts';
import { readPairOptions, type PairOptions } from '../../inputs/labelPairs.ts';
import { checkSamples, readSamples, requireFiniteSamples, type Samples } from '../../inputs/samples.ts';
import { checkSnapshot, damagedSnapshot, restoreState } from '../checkSnapshot.ts';
import type { MetricState } from '../metricState.ts';
import { requireState } from '../requireState.ts';
import { snapshotSchema } from '../snapshotSchema.ts';
import { addToTotal } from '../tables/addToTotal.ts';
import { joinedMoments, pairMomentsOf, type PairMoments } from './pairMoments.ts';
import { requireOutputs } from './requireOutputs.ts';

const WHAT = 'moments of outputs';

/** Snapshot of the moments of outputs. */
interface OutputMomentsSnapshot {
  /** Snapshot type. */
  readonly kind: 'OutputMoments';
  /** Format version. */
  readonly version: 1;
  /** Moments of each output; empty before the first sample. */
  readonly outputs: readonly PairMoments[];
}

/**
 * Means and second moments of predictions, targets and errors of each output: sufficient statistics for R², explained
 * variance and correlation. Memory depends on the number of outputs, not on the number of samples.
 *
 * Values are summed in blocks, relative to one sample of each block, and errors are subtracted before they are
 * summed. Rounding errors therefore do not grow if all values have a large offset.
 *
 * @example
 * ```ts
 * import { OutputMoments, pearsonCorrCoef, r2Score } from 'tfjs-metrics';
 *
 * const moments = OutputMoments.of([2.5, 0, 2, 8], [3, -0.5, 2, 7]);
 * moments.n; // 4
 * r2Score(moments); // 0.948608
 * pearsonCorrCoef(moments); // 0.98487
 * ```
 */
export class OutputMoments implements MetricState<OutputMoments> {
  #outputs: readonly PairMoments[] = [];

  /**
   * Computes the moments of predictions and targets, `[N]` or `[N, D]`.
   *
   * @throws {@link MetricInputError} if a value or weight is invalid, a value is above 2.2e307 in magnitude, or the
   * shapes differ.
   */
  static of(preds: Samples, target: Samples, options?: PairOptions): OutputMoments {
    const { sampleWeight } = readPairOptions(options);
    // Without weights, the moments show whether all values are finite.
    const read = sampleWeight == null ? readSamples : checkSamples;
    const pairs = checkOutputPairs(preds, target, sampleWeight, OUTPUT_NAMES, read);
    const requireFinite = (): void => {
      for (const name of OUTPUT_NAMES) requireFiniteSamples(pairs[name], name);
    };
    const moments = new OutputMoments();
    const outputs: PairMoments[] = [];
    for (let j = 0; j < pairs.preds.d; j++) {
      const [ofPreds, ofTarget] = [outputOf(pairs.preds, j), outputOf(pairs.target, j)];
      const output = pairMomentsOf(ofPreds, ofTarget, pairs.weights, requireFinite);
      if (output === undefined) return moments;
      outputs.push(output);
    }
    addToTotal(outputs[0]!.weight, 0);
    moments.#outputs = outputs;
    return moments;
  }

  /** Number of samples with a weight above 0. */
  get n(): number {
    return this.#outputs[0]?.n ?? 0;
  }

  /** Moments of each output; empty before the first sample. */
  get outputs(): readonly PairMoments[] {
    return this.#outputs;
  }

  /** @throws {@link MetricInputError} if `other` has another number of outputs, or the weights are too large. */
  checkMerge(other: OutputMoments): void {
    requireState(other, OutputMoments, 'OutputMoments');
    requireOutputs(this.#outputs.length, other.#outputs.length);
    if (this.n > 0 && other.n > 0) addToTotal(this.#outputs[0]!.weight, other.#outputs[0]!.weight);
  }

  /** Adds the samples of other moments, which are not modified. */
  merge(other: OutputMoments): void {
    this.checkMerge(other);
    if (this.n === 0) this.#outputs = other.#outputs;
    else if (other.n > 0) this.#outputs = this.#outputs.map((output, j) => joinedMoments(output, other.#outputs[j]!));
  }

  /** Returns an independent copy. */
  clone(): OutputMoments {
    const copy = new OutputMoments();
    copy.#outputs = this.#outputs;
    return copy;
  }

  /** Returns a JSON-serializable snapshot, to be restored with {@link OutputMoments.fromJSON}. */
  toJSON(): OutputMomentsSnapshot {
    return { kind: 'OutputMoments', version: 1, outputs: structuredClone(this.#outputs) };
  }

  /** @throws {@link MetricStateError} if the snapshot is invalid. */
  static fromJSON(value: unknown): OutputMoments {
    const { outputs } = checkSnapshot<OutputMomentsSnapshot>(WHAT, outputMomentsSchema(), value);
    const moments = new OutputMoments();
    for (const { n, weight, low, high } of outputs) {
      if (n !== outputs[0]!.n || weight !== outputs[0]!.weight) {
        throw damagedSnapshot(WHAT, 'expected outputs with the same samples, got different numbers of samples');
      }
      if (low > high) throw damagedSnapshot(WHAT, `expected low ≤ high, got ${low} and ${high}`);
    }
    return restoreState(WHAT, () => {
      addToTotal(outputs[0]?.weight ?? 0, 0);
      moments.#outputs = outputs;
      return moments;
    });
  }
}

/** Schema of the snapshot, from which docs/snapshot.schema.json is generated. */
export const outputMomentsSchema: () => z.ZodMiniObject = /* @__PURE__ */ snapshotSchema(() => {
  const error = 'expected a snapshot made by toJSON()';
  const number = z.number({ error });
  const whole = number.check(z.int({ error }));
  const variable = z.strictObject({
    origin: number,
    mean: number,
    squares: number.check(z.nonnegative({ error })),
    exponent: whole.check(z.minimum(-1024, { error }), z.maximum(1074, { error })),
  });
  return z.strictObject({
    kind: z.literal('OutputMoments', { error: 'expected "OutputMoments"' }),
    version: z.literal(1, { error: 'expected version 1' }),
    outputs: z.array(
      z.strictObject({
        n: whole.check(z.positive({ error })),
        weight: number.check(z.positive({ error })),
        preds: variable,
        target: variable,
        errors: variable,
        product: number,
        low: number,
        high: number,
      }),
    ),
  });
});
