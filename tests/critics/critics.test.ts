import { beforeAll, describe, expect, test } from '@jest/globals';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import {
  bilinearCritic,
  concatCritic,
  learnedLogBaseline,
  MetricInputError,
  separableCritic,
} from 'tfjs-metrics/critics';
import { namedCritics } from '../../src/critics/namedCritics.ts';
import { normals } from '../../examples/gaussianPairs.ts';

setWasmPaths('node_modules/@tensorflow/tfjs-backend-wasm/dist/');
tf.env().set('IS_TEST', false);

const normal = normals(3);
const rows = (n: number, d: number): number[][] => Array.from({ length: n }, () => Array.from({ length: d }, normal));
const [x, y] = [rows(5, 3), rows(5, 2)];

const critics = {
  separable: (seed: number) => separableCritic(3, 2, { hidden: [7, 6], embedding: 4, seed }),
  concat: (seed: number) => concatCritic(3, 2, { hidden: [7, 6], seed }),
  bilinear: (seed: number) => bilinearCritic(3, 2, { seed }),
};

describe.each(['cpu', 'wasm'])('on the %s backend', (backend) => {
  beforeAll(async () => {
    await tf.setBackend(backend);
  });

  describe.each(Object.entries(critics))('a %s critic', (_, make) => {
    const scoresOf = (critic: ReturnType<typeof make>, a = x, b = y): number[][] =>
      tf.tidy(() => critic(tf.tensor2d(a), tf.tensor2d(b)).arraySync());

    test('scores each pair independently of the rest of the batch', () => {
      const critic = make(1);
      const scores = scoresOf(critic);
      expect(scores.map((row) => row.length)).toEqual([5, 5, 5, 5, 5]);
      for (const [i, j] of [
        [0, 0],
        [1, 4],
        [3, 2],
      ] as const) {
        expect(scoresOf(critic, [x[i]!], [y[j]!])[0]![0]).toBeCloseTo(scores[i]![j]!, 5);
      }
      critic.dispose();
    });

    test('is determined by its seed, and dispose() frees all its tensors', () => {
      const { numTensors } = tf.memory();
      const [one, same, other] = [make(1), make(1), make(2)];
      expect(scoresOf(one)).toEqual(scoresOf(same));
      expect(scoresOf(one)).not.toEqual(scoresOf(other));
      for (const critic of [one, same, other]) critic.dispose();
      one.dispose();
      expect(tf.memory().numTensors).toBe(numTensors);
    });

    test('has gradients equal to finite differences, in its weights and its inputs', () => {
      const critic = make(1);
      // With zero biases, units whose inputs are all zero sit at the kink of the ReLU.
      for (const variable of critic.variables) {
        if (variable.rank === 1) variable.assign(tf.fill(variable.shape, 0.3));
      }
      const weights = tf.tensor2d(rows(5, 5));
      const loss = (a: tf.Tensor, b: tf.Tensor): tf.Scalar =>
        tf.sum(tf.mul(critic(a as tf.Tensor2D, b as tf.Tensor2D), weights));
      const at = [tf.tensor2d(x), tf.tensor2d(y)] as const;
      const { grads } = tf.variableGrads(() => loss(...at), [...critic.variables]);
      const STEP = 1e-3;
      for (const variable of critic.variables) {
        const values = variable.dataSync().slice();
        const place = values.length - 1;
        const [up, down] = [STEP, -STEP].map((step) => {
          const moved = values.slice();
          moved[place]! += step;
          variable.assign(tf.tensor(moved, variable.shape));
          return loss(...at).dataSync()[0]!;
        });
        variable.assign(tf.tensor(values, variable.shape));
        const gradient = grads[variable.name]!.dataSync()[place]!;
        expect(gradient).toBeCloseTo((up! - down!) / (2 * STEP), 2);
      }
      const [gradientOfX] = tf.grads(loss)([...at]);
      const ahead = tf.tensor2d(x.map((row, i) => (i === 2 ? [row[0]! + STEP, row[1]!, row[2]!] : row)));
      const behind = tf.tensor2d(x.map((row, i) => (i === 2 ? [row[0]! - STEP, row[1]!, row[2]!] : row)));
      const derivative = (loss(ahead, at[1]).dataSync()[0]! - loss(behind, at[1]).dataSync()[0]!) / (2 * STEP);
      expect((gradientOfX!.arraySync() as number[][])[2]![0]).toBeCloseTo(derivative, 2);
      critic.dispose();
    });
  });

  test('a baseline returns one number per sample, and all its variables have gradients', () => {
    const baseline = learnedLogBaseline(2, { hidden: [4], seed: 1 });
    const { grads } = tf.variableGrads(() => tf.sum(baseline(tf.tensor2d(y))) as tf.Scalar, [...baseline.variables]);
    expect(baseline(tf.tensor2d(y)).shape).toEqual([5]);
    expect(Object.keys(grads)).toHaveLength(4);
    baseline.dispose();
  });
});

test('every named critic is among them', () => {
  expect(new Set(Object.keys(critics))).toEqual(new Set(Object.keys(namedCritics)));
});

test('invalid sizes and options throw', () => {
  expect(() => separableCritic(0, 2)).toThrow(MetricInputError);
  expect(() => separableCritic(0, 2)).toThrow(
    'separableCritic: xSize: expected a whole number of values per sample above 0, got 0',
  );
  expect(() => concatCritic(3, 2.5)).toThrow('ySize');
  expect(() => concatCritic(3, 2, { hidden: [] })).toThrow('a list of whole numbers above 0');
  expect(() => bilinearCritic(3, 2, { hidden: [3] } as object)).toThrow('the options are seed');
  expect(() => learnedLogBaseline(2, { seed: 0.5 })).toThrow('a whole number');
});

test('the scores of separableCritic are products of the outputs of its networks', async () => {
  const critic = separableCritic(3, 2, { hidden: [8], embedding: 4, seed: 1 });
  const [g, h] = critic.networks;
  const [x, y] = [tf.randomNormal<tf.Rank.R2>([5, 3]), tf.randomNormal<tf.Rank.R2>([5, 2])];
  const embeddings = [g(x), h(y)] as const;
  expect(embeddings.map(({ shape }) => shape)).toEqual([
    [5, 4],
    [5, 4],
  ]);
  const [scores, products] = [critic(x, y), tf.matMul(embeddings[0], embeddings[1], false, true)];
  const [given, expected] = [await scores.data(), await products.data()];
  given.forEach((score, i) => {
    expect(score).toBeCloseTo(expected[i]!, 5);
  });
  expect(() => g(y)).toThrow('separableCritic: expected samples of shape [K, 3], got');
  // A network can be freed before its critic.
  g.dispose();
  critic.dispose();
  critic.dispose();
  expect(() => h(y)).toThrow('separableCritic: expected a call before dispose(), got one after it');
  tf.dispose([x, y, ...embeddings, scores, products]);
});
