// Trains a small network to sort handwritten digits into ten clusters without ever seeing a label, by
// the mutual information of its outputs for two views of each image: npm run example:digits
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-wasm';
import * as layers from '@tensorflow/tfjs-layers';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import {
  AdjustedRandScore,
  ClusterAccuracy,
  MetricCollection,
  NormalizedMutualInfoScore,
} from 'tfjs-metrics';
import { AssignmentMutualInfoScore, assignmentMutualInfoScore } from 'tfjs-metrics/information';
import { readDigits, shiftImage, SIDE, type Image } from './digits.ts';

const CLUSTERS = 10;
const EPOCHS = 40;
const BATCH = 128;
const NEIGHBOURS = 5;

await tf.setBackend('wasm');
const started = performance.now();
const random = xoroshiro128plus(4);
const uniform = (): number => (random.next() >>> 8) / 2 ** 24;
const { images, labels } = await readDigits();
const neighbours = nearestNeighbours(images, NEIGHBOURS);

const model = layers.sequential({
  layers: [
    layers.layers.dense({ inputShape: [SIDE * SIDE], units: 256, activation: 'relu', kernelInitializer: layers.initializers.heNormal({ seed: 1 }) }), // prettier-ignore
    layers.layers.dense({ units: 128, activation: 'relu', kernelInitializer: layers.initializers.heNormal({ seed: 2 }) }), // prettier-ignore
    layers.layers.dense({ units: CLUSTERS, activation: 'softmax', kernelInitializer: layers.initializers.heNormal({ seed: 3 }) }), // prettier-ignore
  ],
});
const optimizer = tf.train.adam(0.005);

console.log(`${images.length} images, ${CLUSTERS} clusters, no labels`);
console.log('epoch  objective (nats)     NMI     ARI  accuracy');
let score = await evaluate();
for (let epoch = 1; epoch <= EPOCHS; epoch++) {
  const objective = await trainEpoch();
  score = await evaluate();
  const { nmi, ari, accuracy } = score;
  const columns = [objective, nmi, ari, accuracy].map((value) => value.toFixed(4));
  console.log(`${String(epoch).padStart(5)}  ${columns[0]!.padStart(16)}  ${columns.slice(1).join('  ')}`); // prettier-ignore
}
const seconds = ((performance.now() - started) / 1000).toFixed(0);
console.log(
  `\nResult: without labels, ${(100 * score.accuracy).toFixed(1)} % of the digits are in the cluster of ` +
    `their class (NMI ${score.nmi.toFixed(3)}, ARI ${score.ari.toFixed(3)}), after ${seconds} s.`,
);

/** One pass over the images; the mean objective, gathered over the batches. */
async function trainEpoch(): Promise<number> {
  const objective = new AssignmentMutualInfoScore({ symmetric: true });
  const order = shuffled(images.length);
  for (let start = 0; start + BATCH <= order.length; start += BATCH) {
    const batch = order.slice(start, start + BATCH);
    // A view of an image, and one of an image that looks much like it.
    const first = toTensor(batch.map((k) => view(images[k]!)));
    const second = toTensor(batch.map((k) => view(images[pick(neighbours[k]!)]!)));
    optimizer.minimize(() => {
      const p = model.apply(first) as tf.Tensor2D;
      const q = model.apply(second) as tf.Tensor2D;
      return tf.neg(assignmentMutualInfoScore(p, q, { symmetric: true }));
    });
    const [p, q] = [model.predict(first), model.predict(second)] as tf.Tensor2D[];
    await objective.updateAsync(p!, q!);
    tf.dispose([first, second, p!, q!]);
  }
  return objective.compute();
}

/** Scores of all images, whose labels are used here and nowhere else. */
async function evaluate(): Promise<{ nmi: number; ari: number; accuracy: number }> {
  const metrics = new MetricCollection({
    nmi: new NormalizedMutualInfoScore(),
    ari: new AdjustedRandScore(),
    accuracy: new ClusterAccuracy(),
  });
  for (let start = 0; start < images.length; start += BATCH) {
    const input = toTensor(images.slice(start, start + BATCH));
    const probabilities = model.predict(input) as tf.Tensor2D;
    const clusters = tf.argMax(probabilities, 1);
    await metrics.updateAsync(clusters, labels.slice(start, start + BATCH));
    tf.dispose([input, probabilities, clusters]);
  }
  return metrics.compute();
}

function view(image: Image): Image {
  const shifted = shiftImage(image, uniform() - 0.5, uniform() - 0.5);
  const contrast = 0.8 + 0.4 * uniform();
  return shifted.map((pixel) => pixel * contrast + 0.1 * (uniform() - 0.5));
}

function toTensor(rows: readonly Image[]): tf.Tensor2D {
  return tf.tensor2d(Float32Array.from(rows.flatMap((row) => Array.from(row))), [rows.length, SIDE * SIDE]); // prettier-ignore
}

function pick<T>(from: readonly T[]): T {
  return from[Math.floor(uniform() * from.length)]!;
}

function shuffled(n: number): number[] {
  const order = Array.from({ length: n }, (_, k) => k);
  for (let k = n - 1; k > 0; k--) {
    const other = Math.floor(uniform() * (k + 1));
    [order[k], order[other]] = [order[other]!, order[k]!];
  }
  return order;
}

/** The images that are nearest to each by squared distance of pixels. */
function nearestNeighbours(of: readonly Image[], count: number): number[][] {
  return of.map((image, k) => {
    const distances = of.map((other) => image.reduce((sum, pixel, at) => sum + (pixel - other[at]!) ** 2, 0)); // prettier-ignore
    distances[k] = Infinity;
    return Array.from(distances.keys())
      .sort((a, b) => distances[a]! - distances[b]!)
      .slice(0, count);
  });
}
