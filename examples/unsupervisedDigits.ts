// Trains a small network to cluster handwritten digits without labels, by maximizing the mutual information of its
// outputs for two views of each image: npm run demo:digits
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-wasm';
import * as layers from '@tensorflow/tfjs-layers';
import { AdjustedRandScore, ClusterAccuracy, MetricCollection, NormalizedMutualInfoScore } from 'tfjs-metrics';
import { AssignmentMutualInfoScore, assignmentMutualInfoScore } from 'tfjs-metrics/information';
import { denseLayer } from './denseLayer.ts';
import { shuffled, toTensor, uniforms } from './digitBatches.ts';
import { readDigits, shiftImage, SIDE, type Image } from './digits.ts';

const CLUSTERS = 10;
const EPOCHS = 40;
const BATCH = 128;
const NEIGHBORS = 5;
const HEADS = 5;

await tf.setBackend('wasm');
const started = performance.now();
const uniform = uniforms(4);
const { images, labels } = await readDigits();
const neighbors = nearestNeighbors(images, NEIGHBORS);

// Several heads on one body: training may end with two digits in one cluster, and the objective, which needs no
// labels, selects the best head.
const input = layers.input({ shape: [SIDE * SIDE] });
const body = denseLayer(128, 'relu', 2).apply(denseLayer(256, 'relu', 1).apply(input));
const outputs = Array.from({ length: HEADS }, (_, k) => denseLayer(CLUSTERS, 'softmax', 3 + k).apply(body));
const model = layers.model({ inputs: input, outputs: outputs as layers.SymbolicTensor[] });
const optimizer = tf.train.adam(0.005);

console.log(
  `${images.length} images, ${CLUSTERS} clusters, ${HEADS} heads, no labels; scores of the best head by objective`,
);
console.log('epoch  objective (nats)     NMI     ARI  accuracy');
let score = { nmi: 0, ari: 0, accuracy: 0 };
for (let epoch = 1; epoch <= EPOCHS; epoch++) {
  const objectives = await trainEpoch();
  const best = objectives.indexOf(Math.max(...objectives));
  score = await evaluate(best);
  const { nmi, ari, accuracy } = score;
  const columns = [objectives[best]!, nmi, ari, accuracy].map((value) => value.toFixed(4));
  console.log(`${String(epoch).padStart(5)}  ${columns[0]!.padStart(16)}  ${columns.slice(1).join('  ')}`);
}
const seconds = ((performance.now() - started) / 1000).toFixed(0);
console.log(
  `\nResult: cluster accuracy without labels ${(100 * score.accuracy).toFixed(1)} % ` +
    `(NMI ${score.nmi.toFixed(3)}, ARI ${score.ari.toFixed(3)}), after ${seconds} s.`,
);

/** Trains for one epoch and returns the objective of each head over all batches. */
async function trainEpoch(): Promise<number[]> {
  const objectives = outputs.map(() => new AssignmentMutualInfoScore({ symmetric: true }));
  const order = shuffled(images.length, uniform);
  for (let start = 0; start + BATCH <= order.length; start += BATCH) {
    const batch = order.slice(start, start + BATCH);
    // A view of an image, and a view of one of its nearest neighbors.
    const first = toTensor(batch.map((k) => view(images[k]!)));
    const second = toTensor(batch.map((k) => view(images[pick(neighbors[k]!)]!)));
    const seen: tf.Tensor[] = [];
    optimizer.minimize(() => {
      const [firstOutputs, secondOutputs] = [headsOf(first), headsOf(second)];
      seen.push(...[...firstOutputs, ...secondOutputs].map((output) => tf.keep(tf.clone(output))));
      const scores = firstOutputs.map((p, k) => assignmentMutualInfoScore(p, secondOutputs[k]!, { symmetric: true }));
      return tf.neg(tf.addN(scores));
    });
    for (const [k, objective] of objectives.entries()) {
      await objective.updateAsync(seen[k]!, seen[HEADS + k]!);
    }
    tf.dispose([first, second, ...seen]);
  }
  return objectives.map((objective) => objective.compute());
}

function headsOf(batch: tf.Tensor2D): tf.Tensor2D[] {
  return model.apply(batch) as tf.Tensor2D[];
}

/** Scores a head on all images. The labels are used only here. */
async function evaluate(head: number): Promise<{ nmi: number; ari: number; accuracy: number }> {
  const metrics = new MetricCollection({
    nmi: new NormalizedMutualInfoScore(),
    ari: new AdjustedRandScore(),
    accuracy: new ClusterAccuracy(),
  });
  for (let start = 0; start < images.length; start += BATCH) {
    const input = toTensor(images.slice(start, start + BATCH));
    const clusters = tf.tidy(() => tf.argMax(headsOf(input)[head]!, 1));
    await metrics.updateAsync(clusters, labels.slice(start, start + BATCH));
    tf.dispose([input, clusters]);
  }
  return metrics.compute();
}

function view(image: Image): Image {
  const shifted = shiftImage(image, uniform() - 0.5, uniform() - 0.5);
  const contrast = 0.8 + 0.4 * uniform();
  return shifted.map((pixel) => pixel * contrast + 0.1 * (uniform() - 0.5));
}

function pick<T>(from: readonly T[]): T {
  return from[Math.floor(uniform() * from.length)]!;
}

/** Returns the nearest images of each image by squared pixel distance. */
function nearestNeighbors(of: readonly Image[], count: number): number[][] {
  return of.map((image, k) => {
    const distances = of.map((other) => image.reduce((sum, pixel, at) => sum + (pixel - other[at]!) ** 2, 0));
    distances[k] = Infinity;
    return Array.from(distances.keys())
      .sort((a, b) => distances[a]! - distances[b]!)
      .slice(0, count);
  });
}
