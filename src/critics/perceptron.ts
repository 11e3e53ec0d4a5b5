import type * as tf from '@tensorflow/tfjs-core';
import { initializers, layers, sequential } from '@tensorflow/tfjs-layers';
import type { Learned } from './critic.ts';
import { denseOutput } from './rowProducts.ts';
import { readWeight } from './variablesIn.ts';

/** Multilayer perceptron: dense layers with ReLU, and a linear last layer. */
interface Perceptron extends Learned {
  /** Returns the outputs of samples, one per row. */
  readonly apply: (x: tf.Tensor2D) => tf.Tensor2D;
}

/** Creates a multilayer perceptron with the given layer sizes; the seed determines its initial weights. */
export function perceptron(inputSize: number, units: readonly number[], seed: number): Perceptron {
  const model = sequential();
  units.forEach((size, k) => {
    const kernelInitializer = initializers.glorotUniform({ seed: seed + k });
    const activation = k < units.length - 1 ? 'relu' : 'linear';
    const inputShape = k === 0 ? { inputShape: [inputSize] } : {};
    model.add(layers.dense({ units: size, activation, kernelInitializer, ...inputShape }));
  });
  const variables = model.trainableWeights.map(readWeight) as tf.Variable[];
  return {
    apply: (x) => {
      let output = x;
      for (let k = 0; k < variables.length; k += 2) {
        const kernel = variables[k] as tf.Tensor as tf.Tensor2D;
        const bias = variables[k + 1] as tf.Tensor as tf.Tensor1D;
        output = denseOutput(output, kernel, bias, k + 2 < variables.length);
      }
      return output;
    },
    variables,
    dispose: () => {
      model.dispose();
    },
  };
}
