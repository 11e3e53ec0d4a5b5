import * as tf from '@tensorflow/tfjs-core';
import {
  concatCritic,
  estimateMutualInfo,
  latentMutualInfo,
  trainCritic,
  learnedLogBaseline,
  MetricStateError,
  separableCritic,
  type CriticBound,
  type CriticEstimate,
} from 'tfjs-metrics/critics';
import { projectedPairs } from '../../bench/accuracy/projectedPairs.ts';
import { gaussianPairs } from '../../examples/gaussianPairs.ts';
import { must, mustBeClose, type Check } from '../backends/check.ts';
import { onHost } from '../backends/onHost.ts';

const STEPS = 12;
const BATCH = 32;
const SIZE = 2;

/** Relative to the largest number: rounding errors add up, and Adam divides by gradients that may be close to 0. */
const TOLERANCE = 5e-5;

/** The principal components come from ten products of matrices in float32. */
const MANY_COLUMNS_TOLERANCE = 1e-4;

const BOUNDS: readonly (CriticBound | 'mine')[] = ['infoNce', 'nwj', 'interpolated', 'js', 'smile', 'mine'];

const makers = { separable: separableCritic, concat: concatCritic };

interface Trained {
  readonly estimate: CriticEstimate;
  readonly reported: number[];
}

/** Estimates one nat between two normal variables; the result is the same on every backend up to rounding errors. */
async function trained(bound: CriticBound | 'mine', kind: keyof typeof makers): Promise<Trained> {
  const critic = makers[kind](SIZE, SIZE, { hidden: [16], seed: 3 });
  const baseline = learnedLogBaseline(SIZE, { hidden: [8], seed: 9 });
  const reported: number[] = [];
  try {
    const estimate = await trainCritic({
      sample: gaussianPairs({ mutualInfo: 1, d: SIZE }, 7),
      bound,
      critic,
      ...(bound === 'interpolated' && { baseline }),
      batchSize: BATCH,
      steps: STEPS,
      learningRate: 0.01,
      evaluationBatches: 4,
      onStep: ({ step, steps, value, smoothed }) => {
        must(steps === STEPS && Number.isFinite(smoothed), `got steps ${steps} and smoothed ${smoothed}`);
        must(step === reported.push(value), `step ${step} was reported as number ${reported.length}`);
      },
    });
    return { estimate, reported };
  } finally {
    critic.dispose();
    baseline.dispose();
  }
}

/** Returns the first random numbers: the weights of a critic and random tensors. */
async function drawn(): Promise<number[]> {
  const critic = separableCritic(SIZE, SIZE, { hidden: [16], seed: 3 });
  const normal = tf.randomNormal([40], 0, 1, 'float32', 5);
  const values = await Promise.all([...critic.variables, normal].map((tensor) => tensor.data()));
  critic.dispose();
  normal.dispose();
  return values.flatMap((of) => Array.from(of));
}

function trainingCheck(bound: CriticBound | 'mine', kind: keyof typeof makers): Check {
  return {
    name: `a ${kind} critic trained with ${bound} gives the estimate of the cpu backend`,
    run: async (setting) => {
      const { estimate, reported } = await trained(bound, kind);
      const { estimate: expected } = await onHost(() => trained(bound, kind));
      must(reported.length === STEPS, `${reported.length} of ${STEPS} steps were reported`);
      must(
        reported.every((value, k) => value === estimate.curve[k]),
        'the reported values differ from the curve',
      );
      const [first, last] = [expected.curve[0]!, expected.smoothed];
      must(last > first, `expected the bound to increase, got ${first} to ${last}`);
      const numbers = ({ curve, mutualInfo, standardError, smoothed }: CriticEstimate): number[] => [
        ...curve,
        mutualInfo,
        standardError,
        smoothed,
      ];
      mustBeClose(setting, 'trained critic', bound, numbers(estimate), numbers(expected), TOLERANCE);
    },
  };
}

/** Returns the estimates of one nat behind 70 columns, for which principal components are computed on the device. */
async function fromManyColumns(): Promise<number[]> {
  const pairs = projectedPairs({ n: 200, latent: 2, columns: 70, nats: 1, seed: 4 });
  const estimate = await estimateMutualInfo({
    ...pairs,
    folds: 3,
    maxSteps: 2,
    batchSize: BATCH,
    critic: (xSize, ySize, { seed }) => separableCritic(xSize, ySize, { hidden: [16], seed }),
  });
  const { mutualInfo, embeddings } = await latentMutualInfo({ ...pairs, maxSteps: 0 });
  return [estimate.mutualInfo, ...estimate.interval, mutualInfo, ...embeddings.x.data.subarray(0, 20)];
}

/** Checks of estimates that train a critic. The caller checks for leaks. */
export const criticChecks: readonly Check[] = [
  {
    name: 'the same seed draws the same weights and numbers as on the cpu backend',
    run: async () => {
      const [here, there] = [await drawn(), await onHost(drawn)];
      must(here.length > 200, `only ${here.length} numbers were drawn`);
      must(
        here.every((value, k) => value === there[k]),
        'the numbers differ',
      );
    },
  },
  ...BOUNDS.map((bound) => trainingCheck(bound, 'separable')),
  trainingCheck('infoNce', 'concat'),
  {
    name: 'estimates from many columns are those of the cpu backend',
    run: async (setting) => {
      const [here, there] = [await fromManyColumns(), await onHost(fromManyColumns)];
      must(here[0]! > 0.5 && here[3]! > 0.5, `expected estimates of about 1 nat, got ${here[0]} and ${here[3]}`);
      mustBeClose(setting, 'many columns', 'two estimates', here, there, MANY_COLUMNS_TOLERANCE);
    },
  },
  {
    name: 'an estimate whose scores become non-finite throws an error that says so',
    run: async () => {
      let steps = 0;
      const run = trainCritic({
        sample: gaussianPairs({ mutualInfo: 1, d: SIZE }, 7),
        bound: 'nwj',
        critic: 'bilinear',
        batchSize: BATCH,
        steps: STEPS,
        learningRate: 1e30,
        onStep: ({ step }) => (steps = step),
      });
      const error = await run.then(
        () => undefined,
        (reason: unknown) => reason,
      );
      must(error instanceof MetricStateError, `expected a MetricStateError, got ${String(error)}`);
      must(/expected finite critic scores/.test(String(error)), String(error));
      must(steps > 0 && steps < STEPS, `it ended after ${steps} steps`);
    },
  },
];
