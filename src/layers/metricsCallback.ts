import type * as tf from '@tensorflow/tfjs-core';
import * as z from 'zod/mini';
import { countCheck, isCount, textCheck } from '../inputs/optionCheck.ts';
import { optionSchema, readOptions, type OptionSchema } from '../inputs/options.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';
import type { AnyMetric } from '../metrics/anyMetric.ts';
import { Metric } from '../metrics/metric.ts';
import { evaluateMetrics } from './evaluateMetrics.ts';
import { requireEqualRows, slicedBatches, type ModelBatches, type ModelTensors } from './modelBatches.ts';
import { canPredict, predictionChecks, type PredictingModel, type PredictionOptions } from './predictingModel.ts';

/** Options of {@link metricsCallback}. */
export interface MetricsCallbackOptions<M extends AnyMetric> extends PredictionOptions<M> {
  /** The metric or collection. */
  readonly metrics: M;
  /** The model that is trained; not needed with `predict`. */
  readonly model?: PredictingModel | undefined;
  /** What it is scored on, as `model.fit` takes it: inputs and true values. */
  readonly validationData?: readonly [xs: ModelTensors, ys: ModelTensors] | undefined;
  /** What it is scored on, in batches, in place of `validationData`. */
  readonly dataset?: ModelBatches | undefined;
  /** How many rows of `validationData` go through the model at a time; 256 when left out. */
  readonly batchSize?: number | undefined;
  /** When it is scored: after every epoch (when left out), every batch, or every so many epochs. */
  readonly every?: 'epoch' | 'batch' | number | undefined;
  /** What comes before the names in the logs; `val_` when left out. */
  readonly prefix?: string | undefined;
}

/** What is logged, by name. */
export type TrainingLogs = Record<string, number>;

/** A callback for `model.fit` and `model.fitDataset`, a plain object. */
export interface MetricsCallback {
  /** Called by the fit when an epoch ends; writes into its logs. */
  readonly onEpochEnd: (epoch: number, logs?: TrainingLogs) => Promise<void>;
  /** Called by the fit when a batch ends; writes into its logs. */
  readonly onBatchEnd: (batch: number, logs?: TrainingLogs) => Promise<void>;
}

const callbackOptions: OptionSchema<MetricsCallbackOptions<AnyMetric>> = /* @__PURE__ */ optionSchema<
  MetricsCallbackOptions<AnyMetric>
>(() => ({
  metrics: z.custom((value) => value instanceof Metric, { error: 'a metric or a collection' }),
  model: z.custom(canPredict, { error: 'a model with a method predict' }),
  validationData: z.custom((value) => Array.isArray(value) && value.length >= 2, {
    error: '[xs, ys]',
  }),
  dataset: z.custom((value) => typeof value === 'object' && value !== null, {
    error: 'a dataset, or batches that can be iterated over',
  }),
  batchSize: countCheck(1, 'rows'),
  every: z.custom((value) => value === 'epoch' || value === 'batch' || isCount(value), {
    error: '"epoch", "batch" or a whole number of epochs above 0',
  }),
  prefix: textCheck(),
  ...predictionChecks(),
}));

/**
 * A callback that scores a model while it is trained, and writes the values into the logs: the history
 * and all callbacks that come after it see `val_nmi` as they see `val_loss`.
 *
 * Each value is that of all validation data together, by {@link evaluateMetrics}; `compile({ metrics })`
 * averages over batches, which is another number for every score that is not a mean. A plain object:
 * nothing of tfjs-layers is imported. For a list that also has callbacks of tfjs-layers, such as early
 * stopping, wrap it: `[new tf.CustomCallback(metricsCallback({ … })), tf.callbacks.earlyStopping({ … })]`.
 *
 * @param options - the metrics, the model, what it is scored on, when, and how.
 * @returns the callback, for `model.fit(x, y, { callbacks })`.
 * @throws {@link MetricInputError} when an option is not as described, or one is missing.
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
 *   validationData: [tf.tensor2d([[0, 1], [2, 1]]), tf.tensor1d([1, 0])],
 * });
 * const logs: Record<string, number> = { loss: 0.3 };
 * await callback.onEpochEnd(0, logs);
 * logs; // { loss: 0.3, val_purity: 1 }
 * ```
 */
export function metricsCallback<M extends AnyMetric>(options: MetricsCallbackOptions<M>): MetricsCallback {
  const checked = readOptions('metricsCallback', callbackOptions, options) as typeof options;
  const { metrics, model, every = 'epoch', prefix = 'val_', predict, toLabels } = checked;
  const batches = batchesOf(checked);
  if (metrics === undefined) throw missing('option "metrics"');
  if (model === undefined && predict === undefined) throw missing('option "model" or "predict"');
  const write = async (logs: TrainingLogs | undefined, when: string): Promise<void> => {
    const asked = model ?? { predict: (xs: tf.Tensor | tf.Tensor[]) => xs };
    const value = await evaluateMetrics(asked, batches(), metrics, { predict, toLabels }).catch((error: unknown) => {
      if (!(error instanceof MetricInputError)) throw error;
      throw new MetricInputError(`metricsCallback, ${when}: ${error.message}`, { cause: error });
    });
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

/** What a model is scored on each time. */
function batchesOf<M extends AnyMetric>({
  dataset,
  validationData,
  batchSize = 256,
}: MetricsCallbackOptions<M>): () => ModelBatches {
  if (dataset !== undefined && validationData === undefined) return () => dataset;
  if (validationData === undefined || dataset !== undefined) {
    throw missing('either option "validationData" or option "dataset"');
  }
  const [xs, ys] = validationData;
  requireEqualRows('metricsCallback: option "validationData"', xs, ys);
  return () => slicedBatches(xs, ys, batchSize);
}

function missing(what: string): MetricInputError {
  return new MetricInputError(`metricsCallback: expected ${what}`);
}
