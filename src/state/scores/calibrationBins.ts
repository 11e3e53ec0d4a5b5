import { sum } from '../../numeric/sum.ts';
import * as z from 'zod/mini';
import { CLASSES, NEGATIVE, POSITIVE, type BinaryScores } from '../../inputs/classification/binaryScores.ts';
import { MetricInputError } from '../../inputs/metricInputError.ts';
import { countCheck } from '../../inputs/options/optionCheck.ts';
import { readArgument } from '../../inputs/options/defineOptions.ts';
import { BinSearch } from '../../numeric/sorting/binSearch.ts';
import { checkSnapshot, damagedSnapshot, restoreState } from '../checkSnapshot.ts';
import type { MetricState } from '../metricState.ts';
import { requireState } from '../requireState.ts';
import { snapshotSchema } from '../snapshotSchema.ts';
import { addToTotal } from '../tables/addToTotal.ts';
import { commonScoreColumns, scoreColumnsOf, scoreColumnsSchema } from '../commonScoreColumns.ts';

const WHAT = 'calibration bins';

/** Maximum number of bins. */
const MAX_BINS = 2 ** 20;

/** Snapshot of calibration bins. */
interface CalibrationBinsSnapshot {
  /** Snapshot type. */
  readonly kind: 'CalibrationBins';
  /** Format version. */
  readonly version: 1;
  /** Weight of the samples of each bin. */
  readonly weights: readonly number[];
  /** Weighted sum of their probabilities. */
  readonly scores: readonly number[];
  /** Weight of the positive samples among them. */
  readonly positives: readonly number[];
  /** Number of scores of each sample in the batches; undefined before the first. */
  readonly scoreColumns?: number | undefined;
}

/** Weight, sum of probabilities and weight of positive samples, by bin. */
export interface CalibrationSums {
  readonly weights: Float64Array;
  readonly scores: Float64Array;
  readonly positives: Float64Array;
}

/**
 * Probabilities of a classifier in bins of equal width. Each bin has the weight of its samples, the weighted sum of
 * their probabilities, and the weight of the positive ones. The size depends only on the number of bins.
 *
 * Of B bins, bin k = 0, …, B − 1 contains the probabilities p with k/B < p ≤ (k + 1)/B. Bin 0 also contains p = 0.
 *
 * @example
 * ```ts
 * import { CalibrationBins, CalibrationError } from 'tfjs-metrics';
 *
 * const metric = new CalibrationError({ bins: 10 });
 * metric.update([0.9, 0.8, 0.3], [1, 1, 0]);
 * metric.state instanceof CalibrationBins; // true
 * metric.state.n; // 3
 * ```
 */
export class CalibrationBins implements MetricState<CalibrationBins> {
  #sums: CalibrationSums;
  #search: BinSearch | undefined;
  #scoreColumns: number | undefined;

  /**
   * Creates empty bins.
   *
   * @param bins - number of bins, at most 2^20.
   * @throws {@link MetricInputError} if the number is invalid.
   */
  constructor(bins: number) {
    readArgument('bins', countCheck(), bins);
    if (bins > MAX_BINS) throw new MetricInputError(`bins: expected at most 2^20, got ${bins}`);
    this.#sums = emptySums(bins);
  }

  /**
   * Adds checked probabilities.
   *
   * @internal
   */
  addChecked(batch: BinaryScores): void {
    this.#search ??= searchOf(this.bins);
    this.#add(sumsOf(batch, this.#search), batch.scoreColumns);
  }

  /** Adds other bins, which are not modified. */
  merge(other: CalibrationBins): void {
    this.checkMerge(other);
    this.#add(other.#sums, other.#scoreColumns);
  }

  /**
   * @throws {@link MetricInputError} if the number of bins or of columns of the scores differs, or the sum of all weights
   * would be too large.
   */
  checkMerge(other: CalibrationBins): void {
    requireState(other, CalibrationBins, 'CalibrationBins');
    if (other.bins !== this.bins) {
      throw new MetricInputError(`merge: expected ${this.bins} calibration bins, got ${other.bins}`);
    }
    commonScoreColumns(this.#scoreColumns, other.#scoreColumns);
    addToTotal(this.n, other.n);
  }

  /** Number of bins. */
  get bins(): number {
    return this.#sums.weights.length;
  }

  /** Weight of all samples (their number, without weights). */
  get n(): number {
    return sum(this.#sums.weights);
  }

  /** Sums by bin. Do not modify them. */
  get sums(): CalibrationSums {
    return this.#sums;
  }

  /** Returns an independent copy. */
  clone(): CalibrationBins {
    const copy = new CalibrationBins(this.bins);
    copy.#add(this.#sums, this.#scoreColumns);
    return copy;
  }

  /** Returns a JSON-serializable snapshot, to be restored with {@link CalibrationBins.fromJSON}. */
  toJSON(): CalibrationBinsSnapshot {
    const { weights, scores, positives } = this.#sums;
    const lists = { weights: Array.from(weights), scores: Array.from(scores), positives: Array.from(positives) };
    return { kind: 'CalibrationBins', version: 1, ...lists, ...scoreColumnsOf(this.#scoreColumns) };
  }

  /**
   * Restores bins from a snapshot made by {@link CalibrationBins.toJSON}.
   *
   * @throws {@link MetricStateError} if the snapshot is invalid, or of another kind or version.
   */
  static fromJSON(value: unknown): CalibrationBins {
    const snapshot = checkSnapshot<CalibrationBinsSnapshot>(WHAT, calibrationBinsSchema(), value);
    const { weights, scores, positives, scoreColumns } = snapshot;
    for (const [name, sums] of Object.entries({ scores, positives })) {
      if (sums.length !== weights.length) {
        throw damagedSnapshot(WHAT, `${name}: expected ${weights.length} sums, got ${sums.length}`);
      }
      const above = sums.findIndex((sum, k) => sum > weights[k]! * (1 + 1e-9));
      if (above >= 0)
        throw damagedSnapshot(WHAT, `${name}[${above}]: expected at most ${weights[above]!}, got ${sums[above]!}`);
    }
    return restoreState(WHAT, () => {
      const bins = new CalibrationBins(weights.length);
      const sums = {
        weights: Float64Array.from(weights),
        scores: Float64Array.from(scores),
        positives: Float64Array.from(positives),
      };
      bins.#add(sums, scoreColumns);
      return bins;
    });
  }

  #add(added: CalibrationSums, columns: number | undefined): void {
    const scoreColumns = commonScoreColumns(this.#scoreColumns, columns);
    addToTotal(this.n, sum(added.weights));
    this.#scoreColumns = scoreColumns;
    for (const name of ['weights', 'scores', 'positives'] as const) {
      const sums = this.#sums[name];
      for (let bin = 0; bin < sums.length; bin++) sums[bin]! += added[name][bin]!;
    }
  }
}

function emptySums(bins: number): CalibrationSums {
  const [weights, scores, positives] = [new Float64Array(bins), new Float64Array(bins), new Float64Array(bins)];
  return { weights, scores, positives };
}

/** Returns the search of the bin of a probability; bin 0 has no lower edge, as probabilities of 0 are in it. */
function searchOf(bins: number): BinSearch {
  return new BinSearch(Float64Array.from({ length: bins - 1 }, (_, k) => nextAbove((k + 1) / bins)));
}

/** Returns the lowest float64 above a positive number. */
function nextAbove(value: number): number {
  const bits = new BigInt64Array(Float64Array.of(value).buffer);
  bits[0]! += 1n;
  return new Float64Array(bits.buffer)[0]!;
}

function sumsOf({ scores, classes, weights }: BinaryScores, search: BinSearch): CalibrationSums {
  const { bins } = search;
  const [byClass, scoreSums] = [new Float64Array(CLASSES * bins), new Float64Array(CLASSES * bins)];
  search.addUp({ values: scores, groups: classes, weights }, { weights: byClass, values: scoreSums });
  const sums = emptySums(bins);
  for (let bin = 0; bin < bins; bin++) {
    const [negative, positive] = [NEGATIVE * bins + bin, POSITIVE * bins + bin];
    sums.weights[bin] = byClass[negative]! + byClass[positive]!;
    sums.scores[bin] = scoreSums[negative]! + scoreSums[positive]!;
    sums.positives[bin] = byClass[positive]!;
  }
  return sums;
}

/** Schema of the snapshot, from which docs/snapshot.schema.json is generated. */
export const calibrationBinsSchema: () => z.ZodMiniObject = /* @__PURE__ */ snapshotSchema(() => {
  const sums = z.array(
    z.number({ error: 'expected a finite number' }).check(z.nonnegative({ error: 'expected sums ≥ 0' })),
  );
  return z.strictObject({
    kind: z.literal('CalibrationBins', { error: 'expected "CalibrationBins"' }),
    version: z.literal(1, { error: 'expected version 1' }),
    weights: sums.check(z.minLength(1, { error: 'expected at least one bin' })),
    scores: sums,
    positives: sums,
    scoreColumns: scoreColumnsSchema(1),
  });
});
