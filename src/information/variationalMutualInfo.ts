import * as tf from '@tensorflow/tfjs-core';
import {
  BOUND_NAMES,
  boundOfScores,
  boundSettings,
  requireOwnSettings,
  type BoundSettings,
  type NamedBound,
} from '../functional/information/bounds/boundOfScores.ts';
import { isNumericTensor } from '../functional/information/soft/isNumericTensor.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';
import { isTensorLike, unrealContents } from '../inputs/tensorLike.ts';
import { defineOptions } from '../inputs/defineOptions.ts';
import { oneOfCheck } from '../inputs/optionCheck.ts';
import { Metric } from '../metrics/metric.ts';
import { ValueMoments } from '../state/moments/valueMoments.ts';

/** Options of {@link VariationalMutualInfo}. */
export interface VariationalMutualInfoOptions extends BoundSettings {
  /** Which bound; `'infoNce'` when left out. */
  readonly bound?: NamedBound['bound'] | undefined;
}

/** What {@link VariationalMutualInfo} computes. */
export interface VariationalMutualInfoValue {
  /** The mean of the bound over the batches, in nats. */
  readonly mean: number;
  /** How exact that is: the standard deviation over the batches by the root of their number, in nats. */
  readonly standardError: number;
}

/**
 * One batch: the scores `[K, K]`, joint pairs on the diagonal, and a(yⱼ) for the bounds that take a baseline; others,
 * which may be in a collection with them, leave it.
 */
export type ScoreBatch = readonly [
  scores: tf.Tensor<tf.Rank.R0 | tf.Rank.R2> | number,
  logBaseline?: tf.Tensor | undefined,
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
 * The mean of the bound over batches of scores f(xᵢ, yⱼ), or of log-probabilities ln p(yⱼ | xᵢ) for
 * `'structuredInfoNce'`, `'leaveOneOut'` and `'club'`. Whether it is a lower or an upper bound, its ceiling and
 * its variance are those of the function: `'nwj'` is {@link nwjLowerBound}, `'leaveOneOut'` is
 * {@link leaveOneOutUpperBound}. Batches should be of the same size and the critic trained on other data.
 *
 * A score of −∞ masks its pair, as in the functions; a batch whose bound is then infinite is invalid.
 *
 * A batch may also be a number or a scalar, a bound that was evaluated elsewhere. Remembers three numbers. Before the
 * first batch the mean is NaN, before the second one the standard error.
 *
 * @throws {@link MetricInputError} when an option is not as {@link VariationalMutualInfoOptions} describes, or is for
 * another bound.
 * @see B. Poole et al., ICML 2019, arXiv 1905.06922.
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { VariationalMutualInfo } from 'tfjs-metrics/information';
 *
 * const metric = new VariationalMutualInfo({ bound: 'nwj' });
 * metric.update(tf.tensor2d([[1, 0], [0, 1]]));
 * metric.update(tf.tensor2d([[2, 0], [1, 1]]));
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
    // JSON holds no infinity, and no score is larger than this.
    const clip = checked.clip === Infinity ? Number.MAX_VALUE : checked.clip;
    super(clip === checked.clip ? checked : { ...checked, clip });
  }

  override get stateKey(): string {
    return `ValueMoments ${JSON.stringify(this.options, Object.keys(this.options).sort())}`;
  }

  override createState(): ValueMoments {
    return new ValueMoments();
  }

  override updateState(state: ValueMoments, scores: ScoreBatch[0], logBaseline?: tf.Tensor): void {
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

  /** Like {@link Metric.update}, but evaluates the bound where the scores are and reads that one number. */
  override async updateAsync(scores: ScoreBatch[0], logBaseline?: tf.Tensor): Promise<void> {
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

  #evaluate(scores: tf.Tensor, logBaseline: tf.Tensor | undefined): tf.Scalar {
    return tf.tidy(() => {
      const batch = onDevice(scores);
      if (isNumericTensor(batch) && batch.rank === 0) return tf.clone(batch as tf.Scalar);
      return boundOfScores(namedBound(this.options), batch as tf.Tensor2D, onDevice(logBaseline));
    });
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

/** As a tensor again, where a collection or a wrapper has read it for all its metrics. */
function onDevice<Given extends tf.Tensor | undefined>(given: Given): Given {
  const read: unknown = given;
  if (read instanceof tf.Tensor || !isTensorLike(read)) return given;
  if (unrealContents(read) !== undefined) return given;
  return tf.tensor(read.dataSync() as tf.TypedArray, [...read.shape]) as tf.Tensor as Given;
}
