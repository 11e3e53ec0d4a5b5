import * as tf from '@tensorflow/tfjs-core';
import { describeValue } from '../inputs/describeValue.ts';
import { functionCheck } from '../inputs/optionChecks.ts';
import { optionSchema, type OptionChecks, type OptionSchema } from '../inputs/options.ts';
import { MetricInputError } from '../inputs/metricInputError.ts';
import type { AnyMetric, MetricInputs } from '../metrics/anyMetric.ts';
import type { InputTransform } from '../metrics/inputTransformer.ts';
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
   * What the metrics are updated with: labels, samples or whatever they take. When left out, classes:
   * where the last dimension of predictions or true values is larger than 1, the index of the greatest
   * along it; else the values as they are. Tensors that it makes are freed.
   */
  readonly toLabels?:
    InputTransform<readonly [predictions: never, ys: never], MetricInputs<M>> | undefined;
}

/** Whether this can be asked for predictions. */
export const canPredict = (value: unknown): boolean =>
  typeof (value as PredictingModel | null)?.predict === 'function';

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

/** Updates metrics with what a model says of one batch; keeps no tensor. */
export async function updateWithBatch<M extends AnyMetric>(
  model: PredictingModel | undefined,
  metrics: M,
  { xs, ys }: OpenBatch,
  { predict, toLabels = toClasses as never }: PredictionOptions<M>,
): Promise<void> {
  let inputs: readonly unknown[] = [];
  const made = tf.tidy(() => {
    const predictions = predict ? predict(xs) : model!.predict(xs as tf.Tensor);
    inputs = toLabels(predictions as never, ys as never) as readonly unknown[];
    if (!Array.isArray(inputs)) {
      throw new MetricInputError(
        `toLabels: expected a list of what the metrics take, got ${describeValue(inputs)}`,
      );
    }
    // Also those in options, as weights, and under the names of tasks.
    return tf.tensor_util.getTensorsInContainer(inputs as unknown as tf.TensorContainer);
  });
  try {
    await metrics.updateAsync(...inputs);
  } finally {
    const given = new Set([...tensorsIn(xs), ...tensorsIn(ys)]);
    tf.dispose(made.filter((tensor) => !given.has(tensor)));
  }
}

function toClasses(
  predictions: ModelTensors,
  ys: ModelTensors,
): [preds: tf.Tensor, target: tf.Tensor] {
  return [classesOf(predictions, 'predictions'), classesOf(ys, 'ys')];
}

function classesOf(tensors: ModelTensors, name: string): tf.Tensor {
  const [tensor, ...others] = tensorsIn(tensors);
  if (!(tensor instanceof tf.Tensor)) {
    throw new MetricInputError(`${name}: expected a tensor, got ${describeValue(tensors)}`);
  }
  if (others.length > 0) {
    throw new MetricInputError(
      `${name}: expected one tensor, got ${others.length + 1}; say by toLabels what is scored`,
    );
  }
  const classes = tensor.rank > 1 ? tensor.shape.at(-1)! : 1;
  if (classes === 1) return tensor;
  return tf.reshape(tf.argMax(tensor, -1), [-1]);
}
