// Trains on handwritten digits, first with labels and then without. Scores the model on held-out images after every
// epoch and stops when their NMI no longer increases: npm run demo:training
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-wasm';
import * as layers from '@tensorflow/tfjs-layers';
import {
  AdjustedRandScore,
  ClusterAccuracy,
  MetricCollection,
  MetricTracker,
  NormalizedMutualInfoScore,
} from 'tfjs-metrics';
import { assignmentMutualInfoLoss, metricsCallback } from 'tfjs-metrics/layers';
import { readDigits, shiftImage, SIDE, type Image } from './digits.ts';

const [PIXELS, CLASSES, TRAINED_ON, VIEWS] = [SIDE * SIDE, 10, 1400, 4];

await tf.setBackend('wasm');
const { images, labels } = await readDigits();
const [train, unseen] = [images.slice(0, TRAINED_ON), images.slice(TRAINED_ON)];
const validationData = [toTensor(unseen), tf.tensor1d(labels.slice(TRAINED_ON), 'int32')] as const;

console.log(`${train.length} digits for training, ${unseen.length} for validation\n`);
await trainWithLabels();
await trainWithoutLabels();

async function trainWithLabels(): Promise<void> {
  const model = classifier();
  model.compile({ optimizer: tf.train.adam(0.003), loss: 'categoricalCrossentropy' });
  const classes = tf.oneHot(tf.tensor1d(labels.slice(0, TRAINED_ON), 'int32'), CLASSES);
  await fit('with labels', model, model, toTensor(train), tf.cast(classes, 'float32'));
}

/** Trains one network on two views of each image to maximize the mutual information of its two outputs. */
async function trainWithoutLabels(): Promise<void> {
  const network = classifier();
  const views = [0, 1].map(() => layers.input({ shape: [PIXELS] }));
  const viewOutputs = views.map((view) => network.apply(view) as layers.SymbolicTensor);
  const both = layers.layers.concatenate().apply(viewOutputs) as layers.SymbolicTensor;
  const model = layers.model({ inputs: views, outputs: both });
  const viewLoss = assignmentMutualInfoLoss({ symmetric: true });
  const loss = (_: tf.Tensor, yPred: tf.Tensor): tf.Tensor => {
    const [first, second] = tf.split(yPred, 2, 1);
    return viewLoss(first!, second!);
  };
  model.compile({ optimizer: tf.train.adam(0.003), loss });
  const many = Array.from({ length: VIEWS }, () => train).flat();
  const xs = [0, 1].map((side) => toTensor(many.map((image, k) => moved(image, 2 * k + side))));
  await fit('without labels', model, network, xs, tf.zeros([many.length, 2 * CLASSES]));
}

/** Trains `model` and scores `network` after each epoch, until the NMI no longer increases. */
async function fit(
  how: string,
  model: layers.LayersModel,
  network: layers.LayersModel,
  xs: tf.Tensor | tf.Tensor[],
  ys: tf.Tensor,
): Promise<void> {
  const metrics = new MetricTracker(
    new MetricCollection({
      nmi: new NormalizedMutualInfoScore(),
      ari: new AdjustedRandScore(),
      accuracy: new ClusterAccuracy(),
    }),
  );
  const { history } = await model.fit(xs, ys, {
    epochs: 30,
    batchSize: 128,
    verbose: 0,
    callbacks: [
      new layers.CustomCallback(metricsCallback({ model: network, metrics, validationData })),
      layers.callbacks.earlyStopping({ monitor: 'val_nmi', mode: 'max', patience: 4 }),
    ],
  });
  console.log(`${how}:\nepoch     loss     NMI     ARI  accuracy`);
  const losses = history['loss'] as number[];
  metrics.history.forEach(({ nmi, ari, accuracy }, epoch) => {
    const columns = [losses[epoch]!, nmi, ari, accuracy].map((value) => value.toFixed(4));
    console.log([String(epoch + 1), ...columns].map((text) => text.padStart(6)).join('  '));
  });
  const { nmi, accuracy } = metrics.best;
  console.log(
    `Result: ${how}, the best NMI is ${nmi.value.toFixed(3)} in epoch ${nmi.epoch + 1}; the best cluster accuracy is ` +
      `${(100 * accuracy.value).toFixed(1)} %\n`,
  );
}

function classifier(): layers.LayersModel {
  const seeded = (seed: number) => layers.initializers.heNormal({ seed });
  const { dense } = layers.layers;
  return layers.sequential({
    layers: [
      dense({ inputShape: [PIXELS], units: 128, activation: 'relu', kernelInitializer: seeded(1) }),
      dense({ units: CLASSES, activation: 'softmax', kernelInitializer: seeded(2) }),
    ],
  });
}

/** Shifts an image by up to a pixel; the shift depends only on `k`. */
function moved(image: Image, k: number): Image {
  const jitter = (step: number): number => 2 * ((k * step) % 1) - 1;
  return shiftImage(image, jitter(0.754_877_666), jitter(0.569_840_291));
}

function toTensor(of: readonly Image[]): tf.Tensor2D {
  return tf.tensor2d(of.map((image) => Array.from(image)));
}
