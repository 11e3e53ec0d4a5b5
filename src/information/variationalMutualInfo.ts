import * as tf from '@tensorflow/tfjs-core';
import {
  BOUND_NAMES,
  boundOfScores,
  boundSettings,
  requireOwnSettings,
  type BoundSettings,
  type NamedBound,
} from '../functional/information/bounds/boundOfScores.ts';
import { toTensor } from '../functional/information/soft/toTensor.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';
import { asTensorLike, type TensorData } from '../inputs/tensorLike.ts';
import { defineOptions } from '../inputs/options/defineOptions.ts';
import { oneOfCheck } from '../inputs/options/optionCheck.ts';
import { checkInputCount } from '../metrics/checkInputCount.ts';
import { Metric } from '../metrics/metric.ts';
import { ValueMoments } from '../state/moments/valueMoments.ts';

/** Options for {@link VariationalMutualInfo}. */
export interface VariationalMutualInfoOptions extends BoundSettings {
  /** Bound to evaluate. Default: `'infoNce'`. */
  readonly bound?: NamedBound['bound'] | undefined;
}

/** Value of {@link VariationalMutualInfo}. */
export interface VariationalMutualInfoValue {
  /** Mean of the bound over the batches, in nats. */
  readonly mean: number;
  /**
   * Standard error of the mean: the standard deviation over the batches divided by the square root of their number,
   * in nats.
   */
  readonly standardError: number;
}

/**
 * One batch: scores `[K, K]` with the joint pairs on the diagonal, and the log-baseline a(yⱼ), `[K]`, for bounds that
 * take one. Other bounds, for example in the same collection, ignore the log-baseline.
 */
export type ScoreBatch = readonly [
  scores: tf.Tensor<tf.Rank.R0 | tf.Rank.R2> | TensorData | number,
  logBaseline?: tf.Tensor | TensorData | undefined,
];

const variationalMutualInfoOptions = /* @__PURE__ */ defineOptions<VariationalMutualInfoOptions>(
  'VariationalMutualInfo',
  () => ({
    bound: oneOfCheck(BOUND_NAMES),
    ...boundSettings.checks(),
  }),
);

/**
 * A variational bound on mutual information, averaged over evaluation batches, with its standard error.
 *
 * Each batch holds scores f(xᵢ, yⱼ) of a critic, or log-probabilities ln p(yⱼ | xᵢ) for `'structuredInfoNce'`,
 * `'leaveOneOut'` and `'club'`. Each name of a bound is that of a function, such as {@link nwjLowerBound} for `'nwj'`
 * and {@link leaveOneOutUpperBound} for `'leaveOneOut'`. The documentation of the function states whether it is a lower
 * or an upper bound, its maximum and its variance. Use batches of equal size, and train the critic on other data.
 *
 * A score of −∞ masks its pair. A batch whose bound is infinite is invalid.
 *
 * A batch can also be a number or a scalar tensor: the value of a bound that was evaluated elsewhere. The state is
 * three numbers, whatever the number of batches. The mean is NaN before the first batch, and the standard error before
 * the second.
 *
 * @throws {@link MetricInputError} if an option is invalid, or belongs to another bound; see
 * {@link VariationalMutualInfoOptions}.
 * @see B. Poole et al., ICML 2019, arXiv 1905.06922.
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { VariationalMutualInfo } from 'tfjs-metrics/information';
 *
 * const metric = new VariationalMutualInfo({ bound: 'nwj' });
 * metric.update(
 *   tf.tensor2d([
 *     [1, 0],
 *     [0, 1],
 *   ]),
 * );
 * metric.update(
 *   tf.tensor2d([
 *     [2, 0],
 *     [1, 1],
 *   ]),
 * );
 * metric.compute(); // { mean: 0.72409, standardError: 0.09197 }
 * ```
 */
export class VariationalMutualInfo extends Metric<
  ScoreBatch,
  VariationalMutualInfoValue,
  ValueMoments,
  VariationalMutualInfoOptions
> {
  static override readonly metricName = 'VariationalMutualInfo';

  constructor(options?: VariationalMutualInfoOptions) {
    const checked = variationalMutualInfoOptions(options);
    requireOwnSettings('VariationalMutualInfo', namedBound(checked));
    // JSON cannot represent Infinity, and no score exceeds this value.
    const clip = checked.clip === Infinity ? Number.MAX_VALUE : checked.clip;
    super(clip === checked.clip ? checked : { ...checked, clip });
  }

  override get stateKey(): string {
    return `ValueMoments ${JSON.stringify(this.options, Object.keys(this.options).sort())}`;
  }

  override createState(): ValueMoments {
    return new ValueMoments();
  }

  override updateState(state: ValueMoments, ...inputs: ScoreBatch): void {
    const [scores, logBaseline] = inputs;
    checkInputCount(this.name, inputs, typeof scores === 'number' ? 1 : 2);
    if (typeof scores === 'number') {
      state.add(this.#finite(scores));
      return;
    }
    const bound = this.#evaluate(scores, logBaseline);
    try {
      state.add(this.#finite(bound.dataSync()[0]!));
    } finally {
      bound.dispose();
    }
  }

  /** Like {@link Metric.update}, but evaluates the bound on the device of the scores and reads only the result. */
  override async updateAsync(scores: ScoreBatch[0], logBaseline?: ScoreBatch[1]): Promise<void> {
    if (typeof scores === 'number') {
      this.update(scores);
      return;
    }
    const bound = this.#evaluate(scores, logBaseline);
    try {
      this.update((await bound.data())[0]!);
    } finally {
      bound.dispose();
    }
  }

  override computeFrom({ mean, standardError }: ValueMoments): VariationalMutualInfoValue {
    return { mean, standardError };
  }

  #evaluate(scores: tf.Tensor | TensorData, logBaseline: ScoreBatch[1]): tf.Scalar {
    const isScalar = asTensorLike(scores, 'scores')?.shape.length === 0 && !(scores as Partial<tf.Tensor>).isDisposed;
    if (isScalar) return tf.tidy(() => tf.clone(toTensor(scores, 'scores') as tf.Scalar));
    return boundOfScores(namedBound(this.options), scores as tf.Tensor2D, logBaseline);
  }

  #finite(value: number): number {
    if (Number.isFinite(value)) return value;
    throw new MetricInputError(
      `${this.name}: expected scores or a number whose bound is finite, got ${value}` +
        (value === -Infinity ? '; only pairs off the diagonal can be masked by -Infinity' : ''),
    );
  }
}

function namedBound({ bound = 'infoNce', ...settings }: VariationalMutualInfoOptions): NamedBound {
  return { bound, ...settings };
}
