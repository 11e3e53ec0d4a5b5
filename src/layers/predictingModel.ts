import * as tf from '@tensorflow/tfjs-core';
import { defineOptions, type OptionsReader } from '../inputs/options/defineOptions.ts';
import { functionCheck } from '../inputs/options/optionCheck.ts';
import { inputError, MetricInputError } from '../inputs/metricInputError.ts';
import { classesOfScores } from '../inputs/classification/argMax.ts';
import { toHost } from '../inputs/toHost.ts';
import { readSamples } from '../inputs/samples.ts';
import { readElements, type TensorLike } from '../inputs/tensorLike.ts';
import { labelsAbove } from '../inputs/classification/threshold.ts';
import type { AnyMetric, MetricInputs } from '../metrics/metric.ts';
import type { InputTransform } from '../wrappers/inputTransformer.ts';
import { tensorsIn, type ModelTensors, type OpenBatch } from './modelBatches.ts';

/** Any object that predicts, such as a `tf.LayersModel`. */
export interface PredictingModel {
  /** Returns the predictions for a batch of inputs. */
  predict(xs: tf.Tensor | tf.Tensor[]): tf.Tensor | tf.Tensor[];
}

/** Options for predictions and for the inputs of the metrics. */
export interface PredictionOptions<M extends AnyMetric> {
  /** Returns the predictions for a batch of inputs. Default: `model.predict(xs)`. */
  readonly predict?: ((xs: ModelTensors) => ModelTensors) | undefined;
  /**
   * Converts predictions and true values to the inputs of the metrics, such as labels. Tensors that it creates are
   * disposed of.
   *
   * Default: metrics that accept the output of a classifier, such as `F1Score` and `Auroc`, get predictions and true
   * values as they are. Other metrics get classes. Predictions or true values `[N, K]` become classes by `argMax`.
   * Predictions `[N, 1]` or `[N]` from 0 to 1 become 0 or 1 by `threshold` 0.5 if the true values are 0 and 1. Other
   * values are passed on unchanged. In a collection with metrics of both kinds, options of the first kind determine
   * the classes; see `MetricCollection`.
   */
  readonly toLabels?: InputTransform<readonly [predictions: never, ys: never], MetricInputs<M>> | undefined;
}

/** Returns whether a value has a method `predict`. */
export const canPredict = (value: unknown): boolean => typeof (value as PredictingModel | null)?.predict === 'function';

/** Reads {@link PredictionOptions}. */
export const predictionOptions: OptionsReader<PredictionOptions<AnyMetric>> = /* @__PURE__ */ defineOptions(
  'PredictionOptions',
  () => ({
    predict: functionCheck(),
    toLabels: functionCheck(),
  }),
);

/**
 * Updates metrics with the predictions of a model for one batch, and frees all tensors that it creates.
 *
 * @param firstRow - the number of rows in earlier batches, for messages.
 * @returns the number of rows so far, including this batch.
 */
export async function updateWithBatch<M extends AnyMetric>(
  model: PredictingModel | undefined,
  metrics: M,
  { xs, ys }: OpenBatch,
  { predict, toLabels }: PredictionOptions<M>,
  firstRow: number,
): Promise<number> {
  let inputs: readonly unknown[] = [];
  const created = tf.tidy(() => {
    const predictions = predict ? predict(xs) : model!.predict(xs as tf.Tensor);
    inputs = toLabels
      ? (toLabels(predictions as never, ys as never) as readonly unknown[])
      : [onlyTensor(predictions, 'predictions'), onlyTensor(ys, 'ys')];
    if (!Array.isArray(inputs)) {
      throw inputError('toLabels', 'it to return a list of metric inputs', inputs);
    }
    // Includes tensors in options, such as weights, and in records of tasks.
    return tf.tensor_util.getTensorsInContainer(inputs as unknown as tf.TensorContainer);
  });
  try {
    const onHost = await toHost(inputs);
    // Checked here too, so that the message of an invalid score has its row over all batches.
    const classes = toLabels ? onHost : toClasses(onHost as [TensorLike, TensorLike], firstRow);
    metrics.update(...(metrics.acceptsScores ? onHost : classes));
  } finally {
    const given = new Set([...tensorsIn(xs), ...tensorsIn(ys)]);
    tf.dispose(created.filter((tensor) => !given.has(tensor)));
  }
  return firstRow + (tensorsIn(ys)[0]?.shape[0] ?? 0);
}

function onlyTensor(tensors: ModelTensors, name: string): tf.Tensor {
  const [tensor, ...others] = tensorsIn(tensors);
  if (!(tensor instanceof tf.Tensor)) {
    throw inputError(name, 'a tensor', tensors);
  }
  if (others.length === 0) return tensor;
  throw new MetricInputError(
    `${name}: expected one tensor, got ${others.length + 1}; select what to score with toLabels`,
  );
}

/** Converts scores `[…, K]` by argMax, and probabilities `[…, 1]` of binary classes by threshold 0.5, to classes. */
function toClasses(
  [predictions, ys]: readonly [TensorLike, TensorLike],
  firstRow: number,
): [preds: unknown, target: unknown] {
  const preds = classesOf(predictions, 'predictions', firstRow);
  const target = classesOf(ys, 'ys', firstRow);
  if (preds !== predictions || target !== ys) return [preds, target];
  const [scores, truth] = [predictions, ys].map((tensor) => readElements(tensor, 'ys') as Float32Array);
  const isBinary = truth!.every((value) => value === 0 || value === 1);
  const areProbabilities = scores!.every((value) => !(value < 0 || value > 1));
  if (!isBinary || !areProbabilities || scores!.every(Number.isInteger)) return [preds, target];
  return [labelsAbove(scores!, 0.5, 'predictions', firstRow), target];
}

function classesOf(tensor: TensorLike, name: string, firstRow: number): TensorLike | Int32Array {
  const { shape } = tensor;
  const d = shape.length > 1 ? shape.at(-1)! : 1;
  if (d <= 1) return tensor;
  const flat: TensorLike = { ...tensor, shape: [shape.slice(0, -1).reduce((a, b) => a * b, 1), d] };
  return classesOfScores(readSamples(flat, name), name, firstRow);
}
