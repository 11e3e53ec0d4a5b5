import * as tf from '@tensorflow/tfjs-core';
import * as compat from 'tfjs-metrics/compat';
import * as information from 'tfjs-metrics/information';
import { bounds, firstTensor, type BoundCase } from './bounds.ts';
import { must, read, type Check } from './check.ts';
import { uniform } from './values.ts';

const values = (shape: number[], seed: number): tf.Tensor =>
  tf.tensor(
    Float32Array.from(
      uniform(
        shape.reduce((a, b) => a * b, 1),
        seed,
      ),
    ),
    shape,
  );

type Compute = (x: tf.Tensor, y: tf.Tensor) => tf.TensorContainer;

interface LeakCase {
  readonly shape: number[];
  /** Shape of the second tensor. Default: `shape`. */
  readonly second?: number[];
  readonly compute: Compute;
}

const K = 6;
const shapes = { scores: [K, K], column: [K] };

const ofBound = ({ inputs, compute }: BoundCase): LeakCase => {
  const [shape, second] = inputs.map((name) => shapes[name]);
  // A bound of one input gets it in both places.
  const at: Compute = (x, y) => compute(x as tf.Tensor2D, y as tf.Tensor1D) as tf.TensorContainer;
  return second ? { shape: shape!, second, compute: at } : { shape: shape!, compute: (x) => at(x, x) };
};

/** All public functions of tensors, with an input shape. */
const functions: Record<string, LeakCase> = {
  ...Object.fromEntries(bounds.map((bound) => [bound.name, ofBound(bound)])),
  softHistogram: { shape: [40], compute: (x) => information.softHistogram(x) },
  softHistogram2d: { shape: [2, 40], compute: (x, y) => information.softHistogram2d(x, y) },
  softMutualInfoScore: {
    shape: [2, 40],
    compute: (x, y) =>
      information.softMutualInfoScore(x, y, {
        biasCorrection: 'millerMadow',
        sampleWeight: Array.from(uniform(40, 3)),
        mask: Array.from(uniform(40, 4), (value) => value > 0.2),
      }),
  },
  softNormalizedMutualInfoScore: {
    shape: [40],
    compute: (x, y) => information.softNormalizedMutualInfoScore(x, y),
  },
  softMutualInfoLoss: {
    shape: [4, 5, 2],
    compute: (x, y) => information.softMutualInfoLoss({ perExample: true })(x, y),
  },
  connorlee77MutualInformation: {
    shape: [2, 30],
    compute: (x, y) => compat.connorlee77MutualInformation(x, y, { numBins: 16, sigma: 9 }),
  },
  korniaMutualInformationLoss: {
    shape: [2, 30],
    compute: (x, y) =>
      compat.korniaMutualInformationLoss(x, y, { inputMask: Array.from({ length: 30 }, (_, n) => n > 4) }),
  },
  monaiGlobalMutualInformationLoss: {
    shape: [2, 30],
    compute: (x, y) => compat.monaiGlobalMutualInformationLoss({ kernelType: 'b-spline' })(x, y),
  },
  histogram: { shape: [2, 30], compute: (x) => compat.histogram(x, [0, 0.5, 1], 0.2) },
  histogram2d: { shape: [2, 30], compute: (x, y) => compat.histogram2d(x, y, [0, 1], 0.2) },
  marginalPdf: { shape: [2, 9, 1], compute: (x) => compat.marginalPdf(x, [0, 0.5, 1], 0.2) },
  jointPdf: {
    shape: [2, 9, 4],
    compute: (x, y) => compat.jointPdf(x as tf.Tensor3D, y as tf.Tensor3D),
  },
  imageHistogram2d: {
    shape: [2, 5, 6],
    compute: (x) => ({ ...compat.imageHistogram2d(x, { max: 1, nBins: 8 }) }),
  },
};

/** Checks that functions and gradients keep no tensors besides their results. */
export const leakChecks: readonly Check[] = [
  ...Object.entries(functions).map(([name, { shape, second, compute }]) => ({
    name: `${name} and its gradient leak no tensor`,
    run: async () => {
      const [x, y] = [values(shape, 1), values(second ?? shape, 2)];
      const before = tf.memory().numTensors;
      tf.dispose(compute(x, y));
      must(tf.memory().numTensors === before, 'the function leaks');
      const inputs = compute.length === 1 ? [x] : [x, y];
      const gradients = tf.grads((a, b) => firstTensor(compute(a!, b ?? y) as object))(inputs);
      const derivatives = (await Promise.all(gradients.map(read))).flat();
      must(derivatives.every(Number.isFinite), 'a gradient is not finite');
      must(tf.memory().numTensors === before, 'the gradient leaks');
      tf.dispose([x, y]);
    },
  })),
  {
    name: 'training leaks no tensor',
    run: () => {
      const target = values([64], 1);
      const start = values([64], 2);
      const logits = tf.variable(start);
      start.dispose();
      const optimizer = tf.train.sgd(0.05);
      const score = information.softMutualInfoLoss({ bins: 8, biasCorrection: 'millerMadow' });
      const step = (): void => {
        optimizer.minimize(() => score(target, logits) as tf.Scalar);
      };
      step();
      const before = tf.memory().numTensors;
      for (let k = 0; k < 20; k++) step();
      must(tf.memory().numTensors === before, `${tf.memory().numTensors - before} tensors leaked`);
      tf.dispose([target, logits]);
      optimizer.dispose();
    },
  },
];
