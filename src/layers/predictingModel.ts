import * as tf from '@tensorflow/tfjs-core';
import { describeValue } from '../inputs/describeValue.ts';
import { functionCheck } from '../inputs/optionCheck.ts';
import { optionSchema, type OptionChecks, type OptionSchema } from '../inputs/options.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';
import { classesOfScores } from '../inputs/argMax.ts';
import { toHost } from '../inputs/toHost.ts';
import { readSamples } from '../inputs/samples.ts';
import { readElements, type TensorLike } from '../inputs/tensorLike.ts';
import { labelsAbove } from '../inputs/threshold.ts';
import type { AnyMetric, MetricInputs } from '../metrics/anyMetric.ts';
import type { InputTransform } from '../wrappers/inputTransformer.ts';
import { tensorsIn, type ModelTensors, type OpenBatch } from './modelBatches.ts';

/** A model: all that is asked of it is that it predicts. A `tf.LayersModel` does. */
export interface PredictingModel {
  /** What it says of a batch of inputs. */
  predict(xs: tf.Tensor | tf.Tensor[]): tf.Tensor | tf.Tensor[];
}

/** How a model is asked, and what of its answer is scored. */
export interface PredictionOptions<M extends AnyMetric> {
  /** What the model says of inputs, when that is not `model.predict(xs)`. */
  readonly predict?: ((xs: ModelTensors) => ModelTensors) | undefined;
  /**
   * What the metrics are updated with: labels, samples or whatever they take. Tensors that it makes are freed.
   *
   * Default: classes. Scores `[N, K]` of predictions or true values become classes by `argMax`; predictions
   * `[N, 1]` or `[N]` from 0 to 1 become 0 or 1 by `threshold` 0.5 where the true values are 0 and 1; other
   * values are passed on. To score probabilities themselves, give `toLabels`.
   */
  readonly toLabels?: InputTransform<readonly [predictions: never, ys: never], MetricInputs<M>> | undefined;
}

/** Whether this can be asked for predictions. */
export const canPredict = (value: unknown): boolean => typeof (value as PredictingModel | null)?.predict === 'function';

/** The checks of {@link PredictionOptions}. */
export function predictionChecks(): OptionChecks<PredictionOptions<AnyMetric>> {
  return {
    predict: functionCheck(),
    toLabels: functionCheck(),
  };
}

/** The check of {@link PredictionOptions} alone. */
export const predictionOptions: OptionSchema<PredictionOptions<AnyMetric>> =
  /* @__PURE__ */ optionSchema<PredictionOptions<AnyMetric>>(predictionChecks);

/**
 * Updates metrics with the predictions of a model for one batch; keeps no tensor.
 *
 * @param firstRow - the number of rows in the batches before, for messages.
 * @returns the number of rows in this batch and those before.
 */
export async function updateWithBatch<M extends AnyMetric>(
  model: PredictingModel | undefined,
  metrics: M,
  { xs, ys }: OpenBatch,
  { predict, toLabels }: PredictionOptions<M>,
  firstRow: number,
): Promise<number> {
  let inputs: readonly unknown[] = [];
  const made = tf.tidy(() => {
    const predictions = predict ? predict(xs) : model!.predict(xs as tf.Tensor);
    inputs = toLabels
      ? (toLabels(predictions as never, ys as never) as readonly unknown[])
      : [onlyTensor(predictions, 'predictions'), onlyTensor(ys, 'ys')];
    if (!Array.isArray(inputs)) {
      throw new MetricInputError(`toLabels: expected a list of what the metrics take, got ${describeValue(inputs)}`);
    }
    // Also those in options, as weights, and under the names of tasks.
    return tf.tensor_util.getTensorsInContainer(inputs as unknown as tf.TensorContainer);
  });
  try {
    const onHost = await toHost(inputs);
    const batch = toLabels ? onHost : toClasses(onHost as [TensorLike, TensorLike], firstRow);
    metrics.update(...batch);
  } finally {
    const given = new Set([...tensorsIn(xs), ...tensorsIn(ys)]);
    tf.dispose(made.filter((tensor) => !given.has(tensor)));
  }
  return firstRow + (tensorsIn(ys)[0]?.shape[0] ?? 0);
}

function onlyTensor(tensors: ModelTensors, name: string): tf.Tensor {
  const [tensor, ...others] = tensorsIn(tensors);
  if (!(tensor instanceof tf.Tensor)) {
    throw new MetricInputError(`${name}: expected a tensor, got ${describeValue(tensors)}`);
  }
  if (others.length === 0) return tensor;
  throw new MetricInputError(`${name}: expected one tensor, got ${others.length + 1}; say by toLabels what is scored`);
}

/** Classes of scores `[…, K]` by argMax, of probabilities `[…, 1]` of binary classes by threshold 0.5. */
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
