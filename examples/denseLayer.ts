import * as layers from '@tensorflow/tfjs-layers';

/** Creates a dense layer with seeded initial weights. The first layer of a model needs `inputSize`. */
export function denseLayer(
  units: number,
  activation: 'relu' | 'linear' | 'softmax',
  seed: number,
  inputSize?: number,
): layers.layers.Layer {
  const kernelInitializer = layers.initializers.heNormal({ seed });
  const inputShape = inputSize === undefined ? {} : { inputShape: [inputSize] };
  return layers.layers.dense({ units, activation, kernelInitializer, ...inputShape });
}
