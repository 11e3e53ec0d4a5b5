import { sum } from '../../numeric/sum.ts';
import type { SoftAxisOptions } from '../../numeric/binning/softAxis.ts';
import { isPlainObject } from '../../inputs/isPlainObject.ts';
import { inputError } from '../../inputs/metricInputError.ts';
import { restoreState } from '../checkSnapshot.ts';
import { softAxis } from '../../numeric/binning/softAxis.ts';
import {
  countPairs,
  emptyCounts,
  type AxisPair,
  type JointCounts,
  type JointSums,
  type PairedValues,
} from '../../numeric/binning/jointCounts.ts';
import type { MetricState } from '../metricState.ts';
import { requireState } from '../requireState.ts';
import { MetricStateError } from '../metricStateError.ts';
import { addToTotal } from './addToTotal.ts';
import { checkSoftHistogramSnapshot, sumsSnapshot, type SoftHistogramSnapshot } from './softHistogramSnapshot.ts';

/** Options of both axes of a joint soft histogram. */
export type SoftAxisPair = readonly [x: SoftAxisOptions, y: SoftAxisOptions];

/**
 * Joint soft histogram: the kernel-weighted count of value pairs in each pair of bins and, for bias corrections, the
 * sum of the squared contributions. Its size depends on the number of bins only. All sums are float64.
 *
 * @example
 * ```ts
 * import { SoftHistogram, SoftMutualInfoScore } from 'tfjs-metrics/information';
 *
 * const metric = new SoftMutualInfoScore({ bins: 2, kernel: 'box' });
 * metric.update([0.1, 0.9, 0.8], [0.2, 0.7, 0.3]);
 * const histogram = SoftHistogram.fromJSON(metric.toJSON().state);
 * histogram.counts.sums.cells; // Float64Array [1, 0, 1, 1]
 * ```
 */
export class SoftHistogram implements MetricState<SoftHistogram> {
  readonly #options: SoftAxisPair;
  readonly #axes: AxisPair;
  readonly #counts: JointCounts;

  /** @throws {@link MetricInputError} if the options are not one object for each of two axes. */
  constructor(options: SoftAxisPair, withSquares = false) {
    if (!Array.isArray(options) || options.length !== 2 || !options.every(isPlainObject)) {
      throw inputError('SoftHistogram', 'the options of two axes, [x, y]', options);
    }
    this.#options = options;
    this.#axes = [softAxis(options[0]), softAxis(options[1])];
    this.#counts = emptyCounts(this.#axes, withSquares);
  }

  /** Restores a histogram from a snapshot made by {@link SoftHistogram.toJSON}. */
  static fromJSON(snapshot: unknown): SoftHistogram {
    const { axes, sums, squares } = checkSoftHistogramSnapshot(snapshot);
    const histogram = new SoftHistogram(axes, squares !== null);
    addSums(histogram.#counts.sums, sums);
    if (histogram.#counts.squares) addSums(histogram.#counts.squares, squares!);
    return restoreState('a soft histogram', () => {
      addToTotal(sums.all, squares?.all ?? 0);
      return histogram;
    });
  }

  /** The sums. Read-only. */
  get counts(): JointCounts {
    return this.#counts;
  }

  /** Adds checked pairs. */
  add(pairs: PairedValues): void {
    const { weights, x } = pairs;
    const { sums, squares } = this.#counts;
    addToTotal(sums.all, weights ? sum(weights) : x.length);
    if (squares && weights) {
      addToTotal(squares.all, sum(weights.map((weight) => weight * weight)));
    }
    countPairs(this.#axes, pairs, this.#counts);
  }

  checkMerge(other: SoftHistogram): void {
    requireState(other, SoftHistogram, 'SoftHistogram');
    if (this.#describe() !== other.#describe()) {
      throw new MetricStateError(
        `merge: expected a soft histogram of ${this.#describe()}, got one of ${other.#describe()}`,
      );
    }
    addToTotal(this.#counts.sums.all, other.#counts.sums.all);
    addToTotal(this.#counts.squares?.all ?? 0, other.#counts.squares?.all ?? 0);
  }

  merge(other: SoftHistogram): void {
    this.checkMerge(other);
    addSums(this.#counts.sums, other.#counts.sums);
    if (this.#counts.squares) addSums(this.#counts.squares, other.#counts.squares!);
  }

  clone(): SoftHistogram {
    const copy = new SoftHistogram(this.#options, this.#counts.squares !== undefined);
    copy.merge(this);
    return copy;
  }

  toJSON(): SoftHistogramSnapshot {
    const { sums, squares } = this.#counts;
    return {
      kind: 'SoftHistogram',
      version: 1,
      axes: this.#options,
      sums: sumsSnapshot(sums),
      squares: squares === undefined ? null : sumsSnapshot(squares),
    };
  }

  #describe(): string {
    return JSON.stringify({ axes: this.#options, withSquares: this.#counts.squares !== undefined });
  }
}

interface Sums {
  readonly cells: ArrayLike<number>;
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly all: number;
}

function addSums(to: JointSums, from: Sums): void {
  for (const part of ['cells', 'x', 'y'] as const) {
    for (let k = 0; k < to[part].length; k++) to[part][k]! += from[part][k]!;
  }
  to.all += from.all;
}
