import * as tf from '@tensorflow/tfjs-core';
import { denseOutput } from '../rowProducts.ts';

/** Dense layer with its weights on the host. */
export interface DenseLayer {
  /** Weights in row-major order. */
  readonly kernel: Float32Array;
  readonly shape: readonly [inputs: number, outputs: number];
  readonly bias: Float32Array;
  readonly isRectified: boolean;
}

/** Creates a linear layer from the weights and the offset of each output. */
export function denseLayer(weights: readonly Float64Array[], offsets: readonly number[]): DenseLayer {
  const [inputs, outputs] = [weights[0]!.length, weights.length];
  const kernel = new Float32Array(inputs * outputs);
  weights.forEach((ofOutput, k) => {
    for (let j = 0; j < inputs; j++) kernel[j * outputs + k] = ofOutput[j]!;
  });
  return { kernel, shape: [inputs, outputs], bias: Float32Array.from(offsets), isRectified: false };
}

/** Returns the outputs of layers for samples, one per row. */
export async function layerOutputs(
  data: Float32Array,
  shape: [n: number, d: number],
  layers: readonly DenseLayer[],
): Promise<Float32Array> {
  const output = tf.tidy(() =>
    layers.reduce(
      (x, { kernel, shape: size, bias, isRectified }) =>
        denseOutput(x, tf.tensor2d(kernel, [...size]), tf.tensor1d(bias), isRectified),
      tf.tensor2d(data, shape),
    ),
  );
  const values = await output.data<'float32'>();
  output.dispose();
  return values;
}
