// Trains a classifier of handwritten digits, scores it on held-out images after every epoch, and prints a report on the
// last one: npm run demo:classifier
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-wasm';
import * as layers from '@tensorflow/tfjs-layers';
import { Accuracy, Auroc, CalibrationError, F1Score, LogLoss, MetricCollection } from 'tfjs-metrics';
import { metricsCallback } from 'tfjs-metrics/layers';
import { classificationReport } from 'tfjs-metrics/report';
import { readDigits, SIDE } from './digits.ts';

const [PIXELS, CLASSES, TRAINED_ON, EPOCHS] = [SIDE * SIDE, 10, 1200, 12];

await tf.setBackend('wasm');
const { images, labels } = await readDigits();
const pixels = tf.tensor2d(images.map((image) => Array.from(image)));
const [train, held] = tf.split(pixels, [TRAINED_ON, images.length - TRAINED_ON]);
const [trainLabels, heldLabels] = [labels.slice(0, TRAINED_ON), labels.slice(TRAINED_ON)];
const oneHot = tf.cast(tf.oneHot(tf.tensor1d(trainLabels, 'int32'), CLASSES), 'float32');

const { dense } = layers.layers;
const seeded = (seed: number) => layers.initializers.heNormal({ seed });
const model = layers.sequential({
  layers: [
    dense({ inputShape: [PIXELS], units: 32, activation: 'relu', kernelInitializer: seeded(1) }),
    dense({ units: CLASSES, activation: 'softmax', kernelInitializer: seeded(2) }),
  ],
});
model.compile({ optimizer: tf.train.adam(0.003), loss: 'categoricalCrossentropy' });

// The callback hands probabilities to every metric. Accuracy and F1 score take the most probable class.
const metrics = new MetricCollection({
  accuracy: new Accuracy(),
  f1: new F1Score({ average: 'macro' }),
  auroc: new Auroc({ multiclass: 'ovr' }),
  logLoss: new LogLoss(),
  ece: new CalibrationError(),
});
const validationData = [held!, tf.tensor1d(heldLabels, 'int32')] as const;

console.log(`${train!.shape[0]} digits for training, ${held!.shape[0]} for validation\n`);
const { history } = await model.fit(train!, oneHot, {
  epochs: EPOCHS,
  batchSize: 64,
  // Without shuffling, the result is the same on every run.
  shuffle: false,
  verbose: 0,
  callbacks: new layers.CustomCallback(metricsCallback({ model, metrics, validationData })),
});

const names = ['loss', 'val_accuracy', 'val_f1', 'val_auroc', 'val_logLoss', 'val_ece'];
console.log(['epoch', ...names].map((name) => name.padStart(14)).join(''));
for (let epoch = 0; epoch < EPOCHS; epoch++) {
  const values = names.map((name) => (history[name]![epoch] as number).toFixed(4));
  console.log([String(epoch + 1), ...values].map((text) => text.padStart(14)).join(''));
}

const scores = model.predict(held!) as tf.Tensor2D;
console.log(`\n${classificationReport({ scores, target: heldLabels, title: 'Held-out digits' })}`);
