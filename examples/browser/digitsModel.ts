import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';

/** Loss of the network: its name in TensorFlow.js, or a function. */
export type DigitsLoss = string | ((yTrue: tf.Tensor, yPred: tf.Tensor) => tf.Tensor);

/** Creates a compiled network that assigns images to ten outputs. */
export function digitsModel(loss: DigitsLoss): layers.LayersModel {
  const { dense, dropout } = layers.layers;
  const model = layers.sequential({
    layers: [
      dense({ inputShape: [64], units: 64, activation: 'relu' }),
      // Helps training to leave local optima in which two digits share an output.
      dropout({ rate: 0.3 }),
      dense({ units: 10, activation: 'softmax' }),
    ],
  });
  model.compile({ optimizer: tf.train.adam(0.01), loss });
  return model;
}
