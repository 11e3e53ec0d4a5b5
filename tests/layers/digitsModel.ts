import * as tf from '@tensorflow/tfjs';
import { readDigits } from '../../examples/digits.ts';

const { images, labels } = await readDigits();

/** Returns `size` images of digits starting at `from`, with one-hot labels. */
export function digits(from: number, size: number): { xs: tf.Tensor2D; ys: tf.Tensor2D } {
  const pixels = images.slice(from, from + size).map((image) => Array.from(image));
  const classes = tf.tensor1d(labels.slice(from, from + size), 'int32');
  const ys = tf.tidy(() => tf.oneHot(classes, 10).toFloat() as tf.Tensor2D);
  classes.dispose();
  return { xs: tf.tensor2d(pixels), ys };
}

/** Returns the labels of `size` digits starting at `from`. */
export function digitLabels(from: number, size: number): number[] {
  return labels.slice(from, from + size);
}

/** Creates a small, deterministic classifier of digits. */
export function digitsModel(): tf.Sequential {
  const seeded = (seed: number) => tf.initializers.glorotUniform({ seed });
  const model = tf.sequential();
  model.add(tf.layers.dense({ inputShape: [64], units: 32, activation: 'relu', kernelInitializer: seeded(1) }));
  model.add(tf.layers.dense({ units: 10, activation: 'softmax', kernelInitializer: seeded(2) }));
  model.compile({ optimizer: tf.train.adam(0.01), loss: 'categoricalCrossentropy' });
  return model;
}
