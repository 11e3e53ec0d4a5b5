import * as tf from '@tensorflow/tfjs-core';
import * as compat from 'tfjs-metrics/compat';
import * as information from 'tfjs-metrics/information';
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

/** Case for a bound of square scores. */
const scoresOnly = (bound: (scores: tf.Tensor2D) => tf.TensorContainer): LeakCase => ({
  shape: [6, 6],
  compute: (x) => bound(x as tf.Tensor2D),
});

/** Case for a bound of square scores and a baseline. */
const withBaseline = (bound: (scores: tf.Tensor2D, logBaseline: tf.Tensor) => tf.TensorContainer): LeakCase => ({
  shape: [6, 6],
  second: [6],
  compute: (x, y) => bound(x as tf.Tensor2D, y),
});

/** Bounds on mutual information. */
const bounds: Record<string, LeakCase> = {
  dvLowerBound: scoresOnly(information.dvLowerBound),
  mineLowerBound: scoresOnly((f) => ({ ...information.mineLowerBound(f, { logMeanExp: 0.5 }) })),
  tubaLowerBound: withBaseline(information.tubaLowerBound),
  nwjLowerBound: scoresOnly(information.nwjLowerBound),
  jsLowerBound: scoresOnly(information.jsLowerBound),
  infoNceLowerBound: scoresOnly((f) => information.infoNceLowerBound(f, { contrast: 'symmetric' })),
  interpolatedLowerBound: withBaseline((f, a) => information.interpolatedLowerBound(f, a, 0.3)),
  smileLowerBound: scoresOnly((f) => information.smileLowerBound(f, { clip: 0.5 })),
  leaveOneOutUpperBound: scoresOnly(information.leaveOneOutUpperBound),
  clubUpperBound: scoresOnly((c) => information.clubUpperBound(c, { includeDiagonal: false })),
  structuredInfoNce: scoresOnly(information.structuredInfoNce),
  barberAgakovLowerBound: {
    shape: [6],
    compute: (x) => information.barberAgakovLowerBound(x as tf.Tensor1D, 2),
  },
  variationalUpperBound: {
    shape: [6],
    compute: (x, y) => information.variationalUpperBound(x as tf.Tensor1D, y as tf.Tensor1D),
  },
};

/** All public functions of tensors, with an input shape. */
const functions: Record<string, LeakCase> = {
  ...bounds,
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

function firstOf(result: tf.TensorContainer): tf.Tensor {
  const tensor = result instanceof tf.Tensor ? result : Object.values(result as object)[0];
  return tensor as tf.Tensor;
}

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
      const gradients = tf.grads((a, b) => firstOf(compute(a!, b ?? y)))(inputs);
      const derivatives = (await Promise.all(gradients.map(read))).flat();
      must(derivatives.every(Number.isFinite), 'a gradient is not finite');
      must(tf.memory().numTensors === before, 'the gradient leaks');
      tf.dispose([x, y]);
    },
  })),
  {
    name: 'training leaks no tensor',
    run: ({ steps }) => {
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
      for (let k = 0; k < steps; k++) step();
      must(tf.memory().numTensors === before, `${tf.memory().numTensors - before} tensors leaked`);
      tf.dispose([target, logits]);
      optimizer.dispose();
    },
  },
];
