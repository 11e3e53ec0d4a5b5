import type * as layers from '@tensorflow/tfjs-layers';
import type * as tf from '@tensorflow/tfjs-core';
import { AdjustedRandScore, ContingencyTable, MetricCollection, NormalizedMutualInfoScore } from 'tfjs-metrics';
import { AssignmentMutualInfoScore } from 'tfjs-metrics/information';
import { metricsCallback, type MetricsCallback } from 'tfjs-metrics/layers';

/** Callbacks that log the scores of a model, and the table of the last epoch. */
export interface DigitScores {
  readonly callbacks: readonly MetricsCallback[];
  /** Returns the number of images by digit and output in the last epoch. */
  table(): ContingencyTable;
}

/** Scores a model on held-out images, by its most probable outputs and by all probabilities. */
export function digitScores(
  model: layers.LayersModel,
  validationData: readonly [images: tf.Tensor2D, digits: tf.Tensor2D],
): DigitScores {
  const classMetrics = new MetricCollection({
    nmi: new NormalizedMutualInfoScore(),
    ari: new AdjustedRandScore(),
  });
  // In base 10, the maximum for ten digits is 1.
  const probabilityMetrics = new MetricCollection({
    softMi: new AssignmentMutualInfoScore({ base: 10 }),
  });
  return {
    callbacks: [
      metricsCallback({ model, validationData, metrics: classMetrics }),
      metricsCallback({
        model,
        validationData,
        metrics: probabilityMetrics,
        toLabels: (probabilities: tf.Tensor2D, digits: tf.Tensor2D) => [probabilities, digits],
      }),
    ],
    table() {
      const states = classMetrics.toJSON().state as Record<string, unknown>;
      return ContingencyTable.fromJSON(states['ContingencyTable']);
    },
  };
}
