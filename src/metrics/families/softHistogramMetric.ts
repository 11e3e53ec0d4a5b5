import { softAxesOf, type SoftHistogramOptions } from '../../state/tables/softHistogramOptions.ts';
import { softScoreOptions } from '../../functional/information/soft/softMutualInfoOptions.ts';
import { isEmpty } from '../../inputs/flatValues.ts';
import type { OptionsReader } from '../../inputs/options/defineOptions.ts';
import { checkValuePairs, type ValuePairOptions, type Values } from '../../inputs/checkValuePairs.ts';
import { SoftHistogram, type SoftAxisPair } from '../../state/tables/softHistogram.ts';
import { Metric } from '../metric.ts';

/** Arguments of an update with pairs of continuous values. */
export type ValueBatch = readonly [preds: Values, target: Values, options?: ValuePairOptions | undefined];

/** Options for metrics computed from a joint soft histogram. */
export interface SoftHistogramMetricOptions extends SoftHistogramOptions {
  /** Correction of the bias of a finite sample. Default: `'none'`. */
  readonly biasCorrection?: 'none' | 'millerMadow' | undefined;
}

/**
 * Base class for scores of continuous values that are computed from the joint soft histogram of all batches. In a
 * collection, scores with the same bins, range, kernel and bias correction share one histogram.
 *
 * @example
 * ```ts
 * import {
 *   SoftHistogramMetric,
 *   SoftMutualInfoScore,
 * } from 'tfjs-metrics/information';
 *
 * const metric = new SoftMutualInfoScore({
 *   bins: 4,
 *   biasCorrection: 'millerMadow',
 * });
 * metric.update([0.1, 0.2, 0.8, 0.9], [0.2, 0.1, 0.9, 0.8]);
 * metric instanceof SoftHistogramMetric; // true
 * metric.compute(); // 0.7951
 * ```
 */
export abstract class SoftHistogramMetric<
  Options extends SoftHistogramMetricOptions = SoftHistogramMetricOptions,
> extends Metric<ValueBatch, number, SoftHistogram, Options> {
  readonly #axes: SoftAxisPair;

  constructor(options?: Options, reader: OptionsReader<Options> = softScoreOptions as never) {
    const { metricName, name } = new.target as unknown as typeof Metric;
    const owner = metricName ?? name;
    super(reader(options, owner));
    const { bins, range, kernel, bandwidth, edge } = this.options;
    this.#axes = softAxesOf(owner, { bins, range, kernel, bandwidth, edge });
  }

  override get stateKey(): string {
    return `SoftHistogram ${JSON.stringify([this.#axes, this.#isCorrected])}`;
  }

  override createState(): SoftHistogram {
    return new SoftHistogram(this.#axes, this.#isCorrected);
  }

  override restoreState(snapshot: unknown): SoftHistogram {
    const state = SoftHistogram.fromJSON(snapshot);
    this.createState().checkMerge(state);
    return state;
  }

  override updateState(state: SoftHistogram, ...batch: ValueBatch): boolean {
    const [preds, target, options] = batch;
    const ranges = [this.#axes[0].range, this.#axes[1].range] as const;
    state.add(checkValuePairs(preds, target, options, { owner: this.name, ranges }));
    return !isEmpty(preds);
  }

  get #isCorrected(): boolean {
    return this.options.biasCorrection === 'millerMadow';
  }
}
