import type * as layers from '@tensorflow/tfjs-layers';
import type * as tf from '@tensorflow/tfjs-core';
import { AdjustedRandScore, ContingencyTable, MetricCollection, NormalizedMutualInfoScore } from 'tfjs-metrics';
import { AssignmentMutualInfoScore } from 'tfjs-metrics/information';
import { metricsCallback, type MetricsCallback } from 'tfjs-metrics/layers';

/** The scores of a model that sorts digits: callbacks that log them, and what they are read from. */
export interface DigitScores {
  readonly callbacks: readonly MetricsCallback[];
  /** How many images of each digit went to each output in the last epoch. */
  table(): ContingencyTable;
}

/** Scores a model on images that are held out: by its most probable outputs, and by all probabilities. */
export function digitScores(
  model: layers.LayersModel,
  validationData: readonly [images: tf.Tensor2D, digits: tf.Tensor2D],
): DigitScores {
  const ofClasses = new MetricCollection({
    nmi: new NormalizedMutualInfoScore(),
    ari: new AdjustedRandScore(),
  });
  // To base 10, it is 1 where ten digits are told apart.
  const ofProbabilities = new MetricCollection({
    softMi: new AssignmentMutualInfoScore({ base: 10 }),
  });
  return {
    callbacks: [
      metricsCallback({ model, validationData, metrics: ofClasses }),
      metricsCallback({
        model,
        validationData,
        metrics: ofProbabilities,
        toLabels: (probabilities: tf.Tensor2D, digits: tf.Tensor2D) => [probabilities, digits],
      }),
    ],
    table() {
      const states = ofClasses.toJSON().state as Record<string, unknown>;
      return ContingencyTable.fromJSON(states['ContingencyTable']);
    },
  };
}
