import {
  gaussianSampleOptions,
  gaussianSampleInformation,
  type GaussianSampleOptions,
} from '../functional/information/gaussian/gaussianCopulaMutualInfo.ts';
import { undefinedScore } from '../functional/undefinedScore.ts';
import { onUndefinedCheck, type OnUndefined } from '../inputs/options/labelOptions.ts';
import { checkSampleBlocks } from '../inputs/checkSampleBlocks.ts';
import { defineOptions } from '../inputs/options/defineOptions.ts';
import type { Samples } from '../inputs/samples.ts';
import { checkInputCount } from '../metrics/checkInputCount.ts';
import { Metric } from '../metrics/metric.ts';
import { JointMoments } from '../state/moments/jointMoments.ts';

/** Options for {@link GaussianMutualInfo}. */
export interface GaussianMutualInfoMetricOptions extends GaussianSampleOptions {
  /** Value if there are too few samples: `'nan'`, a number, or `'throw'` for an error. Default: `'nan'`. */
  readonly onUndefined?: OnUndefined | undefined;
}

const gaussianMutualInfoMetricOptions = /* @__PURE__ */ defineOptions<GaussianMutualInfoMetricOptions>(
  'GaussianMutualInfo',
  () => ({
    ...gaussianSampleOptions.checks(),
    onUndefined: onUndefinedCheck(),
  }),
);

/**
 * Mutual information of the values of all batches, assuming that they are jointly normal: {@link gaussianMutualInfo}
 * of their covariance.
 *
 * The state is a {@link JointMoments}, which takes 8 bytes per pair of columns, so memory does not grow with the number
 * of samples. The covariance is the same for any split into batches or workers, up to rounding. The value is NaN (or
 * the value of `onUndefined`) unless there are more samples than columns of both variables together.
 *
 * @throws {@link MetricInputError} if an option is invalid; see {@link GaussianMutualInfoMetricOptions}.
 *
 * @example
 * ```ts
 * import { GaussianMutualInfo } from 'tfjs-metrics';
 *
 * const metric = new GaussianMutualInfo();
 * metric.update([0.1, 0.7, 0.4], [1.2, 1.9, 1.3]);
 * metric.update([0.9, 0.2], [2.4, 1.1]);
 * metric.compute(); // 1.286
 * ```
 */
export class GaussianMutualInfo extends Metric<
  readonly [x: Samples, y: Samples],
  number,
  JointMoments,
  GaussianMutualInfoMetricOptions
> {
  static override readonly metricName = 'GaussianMutualInfo';
  static override readonly higherIsBetter = true;

  constructor(options?: GaussianMutualInfoMetricOptions) {
    super(gaussianMutualInfoMetricOptions(options));
  }

  override get stateKey(): string {
    return 'JointMoments';
  }

  override createState(): JointMoments {
    return new JointMoments();
  }

  override updateState(state: JointMoments, ...inputs: readonly [x: Samples, y: Samples]): boolean {
    checkInputCount(this.name, inputs, 2);
    const [x, y] = inputs;
    const blocks = checkSampleBlocks([x, y], ['x', 'y']);
    state.addChecked(blocks);
    return blocks[0]!.n > 0;
  }

  /** Computes {@link gaussianMutualInfo} from the covariance. */
  override computeFrom(state: JointMoments): number {
    const columns = state.widths.reduce((sum, width) => sum + width, 0);
    if (state.n > columns && columns > 0) return gaussianSampleInformation(state, this.options);
    const reason = `it needs more samples than columns, and has ${state.n} for ${columns}`;
    return undefinedScore(this.name, this.options.onUndefined, NaN, reason);
  }
}
