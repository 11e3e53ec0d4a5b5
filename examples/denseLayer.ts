import * as layers from '@tensorflow/tfjs-layers';

/** A dense layer whose first weights are the same for the same seed; the first of a model is told what it takes. */
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
