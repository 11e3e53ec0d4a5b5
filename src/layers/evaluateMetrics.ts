import { inputError, MetricInputError } from '../inputs/metricInputError.ts';
import { Metric, type AnyMetric, type MetricValue } from '../metrics/metric.ts';
import { MetricTracker } from '../wrappers/metricTracker.ts';
import { isIterated, openBatches, type ModelBatches } from './modelBatches.ts';
import {
  canPredict,
  predictionOptions,
  updateWithBatch,
  type PredictingModel,
  type PredictionOptions,
} from './predictingModel.ts';

/**
 * Computes metrics over a whole dataset, with the model's predictions for one batch at a time. The values are
 * computed over all samples, not averaged over batches.
 *
 * The metrics are reset first; a {@link MetricTracker} starts its next epoch instead. Afterwards, they hold the state
 * of the dataset, for example to plot it. Besides that state, memory holds one batch. Tensors are read asynchronously.
 *
 * @param model - the model: any object with a method `predict`.
 * @param dataset - batches `{ xs, ys }` or `[xs, ys]`: a tf.data dataset or any (async) iterable.
 * @param metrics - a metric or a collection.
 * @param options - how to predict, and which inputs the metrics get.
 * @returns the result of `metrics.compute()`.
 * @throws {@link MetricInputError} if an argument is invalid (the metrics are not modified), or a batch is invalid,
 * for example because a prediction is NaN; the message gives the row, counted from 0 over all batches.
 * @see `tf.LayersModel.evaluateDataset`, which averages over batches.
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs-core';
 * import { AdjustedRandScore } from 'tfjs-metrics';
 * import { evaluateMetrics } from 'tfjs-metrics/layers';
 *
 * const model = { predict: (xs: tf.Tensor | tf.Tensor[]) => xs };
 * const scores = (...rows: number[][]) => tf.tensor2d(rows);
 * const dataset = [
 *   { xs: scores([0.9, 0.1], [0.2, 0.8]), ys: tf.tensor1d([0, 1]) },
 *   { xs: scores([0.6, 0.4]), ys: tf.tensor1d([1]) },
 * ];
 * await evaluateMetrics(model, dataset, new AdjustedRandScore()); // -0.5
 * ```
 */
export async function evaluateMetrics<M extends AnyMetric>(
  model: PredictingModel,
  dataset: ModelBatches,
  metrics: M,
  options?: PredictionOptions<M>,
): Promise<MetricValue<M>> {
  const checked = predictionOptions(options, 'evaluateMetrics') as PredictionOptions<M>;
  if (!canPredict(model) && !checked.predict) throw unexpected('a model with a method predict', model);
  if (!isIterated(dataset)) throw unexpected('a dataset or batches as second argument', dataset);
  if (!((metrics as unknown) instanceof Metric)) {
    throw unexpected('a metric or a collection as third argument', metrics);
  }
  if (metrics instanceof MetricTracker) metrics.increment();
  else metrics.reset();
  let rows = 0;
  for await (const batch of openBatches(dataset)) {
    rows = await updateWithBatch(model, metrics, batch, checked, rows);
  }
  return metrics.compute() as MetricValue<M>;
}

function unexpected(expected: string, got: unknown): MetricInputError {
  return inputError('evaluateMetrics', expected, got);
}
