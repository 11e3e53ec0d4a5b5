import type * as tf from '@tensorflow/tfjs-core';
import { MetricInputError } from '../inputs/metricInputError.ts';
import { defineOptions } from '../inputs/options/defineOptions.ts';
import { optionCheck, isCount, countCheck, textCheck } from '../inputs/options/optionCheck.ts';
import { Metric, type AnyMetric } from '../metrics/metric.ts';
import { evaluateMetrics } from './evaluateMetrics.ts';
import { requireEqualRows, slicedBatches, type ModelBatches, type ModelTensors } from './modelBatches.ts';
import { canPredict, predictionOptions, type PredictingModel, type PredictionOptions } from './predictingModel.ts';

/** Options for {@link metricsCallback}. */
export interface MetricsCallbackOptions<M extends AnyMetric> extends PredictionOptions<M> {
  /** Metric or collection to compute. */
  readonly metrics: M;
  /** Model being trained. Optional if `predict` is given. */
  readonly model?: PredictingModel | undefined;
  /** Validation data as in `model.fit`: inputs and true values. */
  readonly validationData?: readonly [xs: ModelTensors, ys: ModelTensors] | undefined;
  /** Validation data in batches, instead of `validationData`. */
  readonly dataset?: ModelBatches | undefined;
  /** Number of rows of `validationData` per prediction batch. Default: 256. */
  readonly batchSize?: number | undefined;
  /**
   * When to evaluate: after each epoch (`'epoch'`), after each batch and each epoch (`'batch'`), or after every n-th
   * epoch (a number n). Default: `'epoch'`.
   */
  readonly every?: 'epoch' | 'batch' | number | undefined;
  /** Prefix of the names in the logs. Default: `'val_'`. */
  readonly prefix?: string | undefined;
}

/** Logged values by name. */
export type TrainingLogs = Record<string, number>;

/** Callback for `model.fit` and `model.fitDataset`, a plain object. */
export interface MetricsCallback {
  /** Called at the end of an epoch; writes into `logs`. */
  readonly onEpochEnd: (epoch: number, logs?: TrainingLogs) => Promise<void>;
  /** Called at the end of a batch; writes into `logs`. */
  readonly onBatchEnd: (batch: number, logs?: TrainingLogs) => Promise<void>;
}

const callbackOptions = /* @__PURE__ */ defineOptions<MetricsCallbackOptions<AnyMetric>>('metricsCallback', () => ({
  metrics: optionCheck((value) => value instanceof Metric, 'a metric or a collection'),
  model: optionCheck(canPredict, 'a model with a method predict'),
  validationData: optionCheck((value) => Array.isArray(value) && value.length >= 2, '[xs, ys]'),
  dataset: optionCheck((value) => typeof value === 'object' && value !== null, 'a dataset or an iterable of batches'),
  batchSize: countCheck(1, 'rows'),
  every: optionCheck(
    (value) => value === 'epoch' || value === 'batch' || isCount(value),
    '"epoch", "batch" or a whole number of epochs above 0',
  ),
  prefix: textCheck(),
  ...predictionOptions.checks(),
}));

/**
 * Creates a callback that evaluates a model during training and writes the values into the logs. The history and later
 * callbacks can read a value such as `val_nmi` in the same way as `val_loss`.
 *
 * Each value is computed over all validation data with {@link evaluateMetrics}. `compile({ metrics })` averages over
 * batches instead, which gives a different number for every score that is not a mean. The callback is a plain object,
 * so this module does not import tfjs-layers. To combine it with callbacks of tfjs-layers such as early stopping, wrap
 * it: `[new tf.CustomCallback(metricsCallback({ … })), tf.callbacks.earlyStopping({ … })]`.
 *
 * The metrics are reset before each evaluation. A `MetricTracker` starts its next epoch instead, so with `every`,
 * its epochs count evaluations. During training, the callback throws a {@link MetricInputError} if a batch is invalid,
 * for example because a prediction is NaN; the message gives the epoch or batch and the row, all counted from 0.
 *
 * @param options - metrics, model, validation data and schedule.
 * @returns the callback, for `model.fit(x, y, { callbacks })`.
 * @throws {@link MetricInputError} if an option is invalid or a required one is missing.
 * @see `tf.CustomCallbackArgs`.
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { MetricCollection, PurityScore } from 'tfjs-metrics';
 * import { metricsCallback } from 'tfjs-metrics/layers';
 *
 * const callback = metricsCallback({
 *   model: { predict: (xs) => xs },
 *   metrics: new MetricCollection({ purity: new PurityScore() }),
 *   validationData: [
 *     tf.tensor2d([
 *       [0, 1],
 *       [2, 1],
 *     ]),
 *     tf.tensor1d([1, 0]),
 *   ],
 * });
 * const logs: Record<string, number> = { loss: 0.3 };
 * await callback.onEpochEnd(0, logs);
 * logs; // { loss: 0.3, val_purity: 1 }
 * ```
 */
export function metricsCallback<M extends AnyMetric>(options: MetricsCallbackOptions<M>): MetricsCallback {
  const checked = callbackOptions(options) as typeof options;
  const { metrics, model, every = 'epoch', prefix = 'val_', predict, toLabels } = checked;
  const batches = batchesOf(checked);
  if (metrics === undefined) throw missing('the option "metrics"', 'none');
  if (model === undefined && predict === undefined) throw missing('the option "model" or "predict"', 'neither');
  const write = async (logs: TrainingLogs | undefined, when: string): Promise<void> => {
    const predictor = model ?? { predict: (xs: tf.Tensor | tf.Tensor[]) => xs };
    const value = await evaluateMetrics(predictor, batches(), metrics, { predict, toLabels }).catch(
      (error: unknown) => {
        if (!(error instanceof MetricInputError)) throw error;
        throw new MetricInputError(`metricsCallback, ${when}: ${error.message}`, { cause: error });
      },
    );
    for (const score of metrics.scoresIn(value, metrics.name)) {
      if (logs) logs[prefix + score.name] = score.value;
    }
  };
  return {
    onEpochEnd: async (epoch, logs) => {
      if (typeof every !== 'number' || (epoch + 1) % every === 0) await write(logs, `epoch ${epoch}`);
    },
    onBatchEnd: async (batch, logs) => {
      if (every === 'batch') await write(logs, `batch ${batch}`);
    },
  };
}

/** Returns a function that opens the validation data for one evaluation. */
function batchesOf<M extends AnyMetric>({
  dataset,
  validationData,
  batchSize = 256,
}: MetricsCallbackOptions<M>): () => ModelBatches {
  if (dataset !== undefined && validationData === undefined) return () => dataset;
  if (validationData === undefined || dataset !== undefined) {
    throw missing('either option "validationData" or option "dataset"', dataset === undefined ? 'neither' : 'both');
  }
  const [xs, ys] = validationData;
  requireEqualRows('metricsCallback: option "validationData"', xs, ys);
  return () => slicedBatches(xs, ys, batchSize);
}

function missing(expected: string, got: string): MetricInputError {
  return new MetricInputError(`metricsCallback: expected ${expected}, got ${got}`);
}
