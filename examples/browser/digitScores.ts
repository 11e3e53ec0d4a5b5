import type * as layers from '@tensorflow/tfjs-layers';
import type * as tf from '@tensorflow/tfjs-core';
import { ContingencyTable } from 'tfjs-metrics';
import { metricsCallback, type MetricsCallback } from 'tfjs-metrics/layers';
import type { Task } from './tasks.ts';

/** Callbacks that log the scores of a model, and the table of the last epoch. */
export interface DigitScores {
  readonly callbacks: readonly MetricsCallback[];
  /** Returns the number of images by digit and output in the last epoch. */
  table(): ContingencyTable;
}

/** Scores a model on held-out images after each epoch. */
export function digitScores(
  model: layers.LayersModel,
  validationData: readonly [images: tf.Tensor2D, digits: tf.Tensor2D],
  { metrics, sampleMetrics }: Task,
): DigitScores {
  const toLabels = (probabilities: tf.Tensor2D, digits: tf.Tensor2D) => [probabilities, digits] as const;
  return {
    callbacks: [
      metricsCallback({ model, validationData, metrics }),
      ...(sampleMetrics ? [metricsCallback({ model, validationData, metrics: sampleMetrics, toLabels })] : []),
    ],
    table() {
      const states = metrics.toJSON().state as Record<string, unknown>;
      return ContingencyTable.fromJSON(states['ContingencyTable']);
    },
  };
}
