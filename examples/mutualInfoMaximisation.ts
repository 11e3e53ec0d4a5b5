// Learns a representation of handwritten digits without labels by maximizing the mutual information of two views of
// each image, and prints the accuracy of a linear probe after each epoch: npm run demo:infomax
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-wasm';
import * as layers from '@tensorflow/tfjs-layers';
import { infoNceLowerBound, VariationalMutualInfo } from 'tfjs-metrics/information';
import { denseLayer } from './denseLayer.ts';
import { shuffled, toTensor, uniforms } from './digitBatches.ts';
import { readDigits, shiftImage, SIDE, type Image } from './digits.ts';

const EPOCHS = 12;
const BATCH = 128;
const TRAINED = 1400;
const LABELLED = 50;
const SIZE = 16;
const TEMPERATURE = 0.2;

await tf.setBackend('wasm');
const started = performance.now();
const uniform = uniforms(7);
const { images, labels } = await readDigits();

const encoder = layers.sequential({
  layers: [denseLayer(256, 'relu', 1, SIDE * SIDE), denseLayer(128, 'relu', 2), denseLayer(SIZE, 'linear', 3)],
});
const optimizer = tf.train.adam(0.002);

console.log(
  `${images.length} images. The encoder is trained without labels, the linear probe with ${LABELLED} labels.`,
);
console.log(`Accuracy of the probe on raw pixels: ${percent(probe(toTensor(images)))}.`);
console.log(`epoch  InfoNCE (nats, at most ${Math.log(BATCH).toFixed(2)})  probe`);
let accuracy = 0;
for (let epoch = 1; epoch <= EPOCHS; epoch++) {
  const { mean, standardError } = await trainEpoch();
  const codes = tf.tidy(() => encode(toTensor(images)));
  accuracy = probe(codes);
  const bound = `${mean.toFixed(3)} ± ${standardError.toFixed(3)}`;
  console.log(`${String(epoch).padStart(5)}  ${bound.padStart(29)}  ${percent(accuracy)}`);
}
const seconds = ((performance.now() - started) / 1000).toFixed(0);
console.log(`\nResult: accuracy of the probe on the representation: ${percent(accuracy)}, after ${seconds} s.`);

/** Trains for one epoch and returns the bound over all batches. */
async function trainEpoch(): Promise<{ mean: number; standardError: number }> {
  const metric = new VariationalMutualInfo({ bound: 'infoNce', contrast: 'symmetric' });
  const order = shuffled(TRAINED, uniform);
  for (let start = 0; start + BATCH <= order.length; start += BATCH) {
    const batch = order.slice(start, start + BATCH);
    const [first, second] = [0, 1].map(() => toTensor(batch.map((k) => view(images[k]!))));
    const loss = optimizer.minimize(() => {
      const scores = tf.matMul(encode(first!), encode(second!), false, true);
      const similarities = tf.div(scores, TEMPERATURE) as tf.Tensor2D;
      return tf.neg(infoNceLowerBound(similarities, { contrast: 'symmetric' }));
    }, true)!;
    metric.update(-(await loss.data())[0]!);
    tf.dispose([first!, second!, loss]);
  }
  return metric.compute();
}

/** Returns codes of length 1, so that their dot products are cosines. */
function encode(rows: tf.Tensor2D): tf.Tensor2D {
  const codes = encoder.apply(rows) as tf.Tensor2D;
  return tf.div(codes, tf.sqrt(tf.add(tf.sum(tf.square(codes), 1, true), 1e-8)));
}

/**
 * Returns the test accuracy of a linear classifier of the codes that is fitted to a few labels. Disposes of the
 * codes.
 */
function probe(codes: tf.Tensor2D): number {
  const width = codes.shape[1];
  const weights = tf.tidy(() => tf.variable(tf.zeros<tf.Rank.R2>([width, 10])));
  const biases = tf.tidy(() => tf.variable(tf.zeros<tf.Rank.R1>([10])));
  const logits = (rows: tf.Tensor2D): tf.Tensor2D => tf.add(tf.matMul(rows, weights as tf.Tensor2D), biases);
  const fit = tf.train.adam(0.1);
  const [known, unknown] = tf.tidy(() => [
    tf.slice(codes, [0, 0], [LABELLED, width]),
    tf.slice(codes, [TRAINED, 0], [images.length - TRAINED, width]),
  ]) as [tf.Tensor2D, tf.Tensor2D];
  const truth = tf.tidy(() => tf.oneHot(tf.tensor1d(labels.slice(0, LABELLED), 'int32'), 10));
  for (let step = 0; step < 100; step++) {
    fit.minimize(() => tf.losses.softmaxCrossEntropy(truth, logits(known)), false, [
      weights as tf.Variable,
      biases as tf.Variable,
    ]);
  }
  const read = Array.from(tf.tidy(() => tf.argMax(logits(unknown), 1).dataSync()));
  tf.dispose([codes, weights, biases, known, unknown, truth]);
  fit.dispose();
  return read.reduce((sum, digit, k) => sum + Number(digit === labels[TRAINED + k]), 0) / read.length;
}

function view(image: Image): Image {
  const shifted = shiftImage(image, 2 * uniform() - 1, 2 * uniform() - 1);
  const contrast = 0.7 + 0.6 * uniform();
  return shifted.map((pixel) => pixel * contrast + 0.2 * (uniform() - 0.5));
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
