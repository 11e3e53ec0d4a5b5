import { describe, expect, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import * as lib from 'tfjs-metrics';
import { recommendEstimator, type EstimatorRecommendation } from 'tfjs-metrics';
import { estimateMutualInfo } from 'tfjs-metrics/critics';
import { RandomSource } from '../../../src/numeric/random/randomSource.ts';
import { normalSamples } from './neighbors/normalSamples.ts';

const N = 400;
const numbers = (d: number, n = N, seed = 1): number[][] => {
  const values = normalSamples(n * d, seed);
  return Array.from({ length: n }, (_, i) => Array.from(values.slice(i * d, (i + 1) * d)));
};
const codes = (kinds: number, n = N, seed = 2): number[] => {
  const random = RandomSource.of(seed);
  return Array.from({ length: n }, () => random.integer(kinds));
};
const flat = (n = N, seed = 3): number[] => Array.from(normalSamples(n, seed));
const words = (list: readonly number[]): string[] => list.map((value) => `word ${value}`);

function brief(x: unknown, y: unknown): string {
  const { name, options, order } = recommendEstimator(x as number[], y as number[]);
  return `${name}(${order.join(', ')}, ${JSON.stringify(options)})`;
}
const ksg = 'ksgMutualInfo(x, y, {"standardize":"rank"})';
const critics = 'estimateMutualInfo(x, y, {})';

describe('recommendEstimator', () => {
  test.each<[string, unknown, unknown, string]>([
    ['two columns of numbers', flat(), flat(N, 4), ksg],
    ['one and two columns', flat(), numbers(2), ksg],
    ['two and two columns', numbers(2), numbers(2, N, 4), critics],
    ['many columns', numbers(30), numbers(64, N, 4), critics],
    ['many columns of 99 samples', numbers(30, 99), numbers(2, 99, 4), ksg],
    ['a constant beside many columns', flat().fill(0.5), numbers(30), ksg],
    ['many constant columns', numbers(30).fill(new Array<number>(30).fill(7)), numbers(30), ksg],
    ['strings and numbers', words(codes(3)), flat(), 'rossMutualInfo(y, x, {"standardize":"rank"})'],
    ['numbers and booleans', flat(), codes(2).map(Boolean), 'rossMutualInfo(x, y, {"standardize":"rank"})'],
    ['many columns and class codes', numbers(64), codes(10), 'rossMutualInfo(x, y, {"standardize":"rank"})'],
    ['rare whole numbers and numbers', codes(100), flat(), ksg],
    ['strings, few pairs', words(codes(2)), words(codes(2, N, 5)), 'mutualInfoScore(x, y, {})'],
    ['strings, some pairs', words(codes(8)), words(codes(8, N, 5)), 'mutualInfoScore(x, y, {"estimator":"jackknife"})'],
    [
      'strings, rare pairs',
      words(codes(40)),
      words(codes(40, N, 5)),
      'mutualInfoScore(x, y, {"estimator":"grassberger"})',
    ],
    ['whole numbers, few pairs', codes(3), codes(3, N, 5), 'mutualInfoScore(x, y, {})'],
    ['whole numbers, rare pairs', codes(20), codes(20, N, 5), ksg],
    [
      'strings and whole numbers, rare pairs',
      words(codes(20)),
      codes(20),
      'rossMutualInfo(y, x, {"standardize":"rank"})',
    ],
    [
      'whole numbers and strings, rare pairs',
      codes(20),
      words(codes(20)),
      'rossMutualInfo(x, y, {"standardize":"rank"})',
    ],
    ['64-bit integers', BigInt64Array.from(codes(2), BigInt), flat(), 'rossMutualInfo(y, x, {"standardize":"rank"})'],
    ['one-hot columns', codes(5).map((c) => [0, 1, 2, 3, 4].map((k) => Number(k === c))), flat(), ksg],
  ])('of %s', (_, x, y, expected) => {
    expect(brief(x, y)).toBe(expected);
  });

  test('reads tensors, typed arrays, rows and flat samples alike', () => {
    const x = numbers(2);
    const y = codes(4);
    const expected = recommendEstimator(x, y);
    expect(expected.name).toBe('rossMutualInfo');
    for (const other of [tf.tensor2d(x), { data: Float64Array.from(x.flat()), shape: [N, 2] as const }])
      for (const labels of [tf.tensor1d(y, 'int32'), tf.tensor1d(y), Int32Array.from(y), Float32Array.from(y)])
        expect(recommendEstimator(other, labels)).toEqual(expected);
    const bits = tf.tensor1d(
      y.map((value) => value > 1),
      'bool',
    );
    expect(recommendEstimator(bits, x).reasons).toContain('x holds labels with 2 distinct values');
    const mask = tf.tensor2d(
      x.map((row) => row.map((value) => value > 0)),
      [N, 2],
      'bool',
    );
    expect(recommendEstimator(mask, flat()).name).toBe('ksgMutualInfo');
  });

  test('gives reasons with the numbers that they rest on', () => {
    const rounded = flat().map((value) => Math.round(value * 10) / 10);
    const share = (100 * (1 - new Set(rounded).size / N)).toFixed(1);
    expect(recommendEstimator(rounded, numbers(2)).reasons).toEqual([
      'x holds numbers',
      'y holds numbers in 2 columns',
      `${share} % of the values of x are repeated and count as ties`,
    ]);
    expect(recommendEstimator(numbers(30, 50), numbers(2, 50, 4)).reasons.at(-1)).toBe(
      'estimateMutualInfo needs at least 100 samples, got 50; nearest neighbors find too little in 32 columns',
    );
    expect(recommendEstimator(codes(20), codes(20, N, 5)).reasons.at(-1)).toBe(
      'with 1.0 samples per pair of values, both count as ordered; encode labels as text',
    );
    expect(recommendEstimator(words(codes(20)), codes(20, N, 5)).reasons.at(-1)).toBe(
      'with 1.0 samples per pair of values, y counts as ordered; encode labels as text',
    );
    expect(recommendEstimator([1.5, 2, 3], [1.5, 3, 2]).reasons.at(-1)).toBe(
      'ksgMutualInfo needs more than 3 samples by default, got 3',
    );
    expect(recommendEstimator([1.5], ['a']).reasons.at(-1)).toBe('rossMutualInfo needs at least 2 samples, got 1');
    expect(recommendEstimator(words(codes(8)), words(codes(8, N, 5))).reasons.at(-1)).toBe(
      'for 400 samples and 8 × 8 labels, counts give about 0.06 nats too much, which "jackknife" corrects',
    );
    expect(recommendEstimator(numbers(30), words(codes(300))).reasons.slice(2)).toEqual([
      expect.stringMatching(/^each label occurs only 1\.\d times on average/),
      'in 30 columns, the estimate is too low if the dependence is weak',
    ]);
    expect(recommendEstimator(flat().fill(3.5), flat()).reasons).toContain('x is constant, so that the estimate is 0');
  });

  test('names 100 samples, the fewest that estimateMutualInfo accepts', async () => {
    const of = (n: number): EstimatorRecommendation => recommendEstimator(numbers(4, n), numbers(4, n, 4));
    expect([of(99).name, of(100).name]).toEqual(['ksgMutualInfo', 'estimateMutualInfo']);
    const estimate = (n: number) => estimateMutualInfo({ x: numbers(4, n), y: numbers(4, n, 4), maxSteps: 0 });
    await expect(estimate(99)).rejects.toThrow('at least 100 samples');
    expect(Math.abs((await estimate(100)).mutualInfo)).toBeLessThan(0.3);
  });

  test.each<[string, number, (random: RandomSource, noise: () => number) => [unknown, unknown]]>([
    ['normal values', 0.5108, (_, noise) => ((x) => [x, 0.8 * x + 0.6 * noise()])(noise())],
    [
      'class codes and values',
      Math.log(10),
      (random, noise) => ((k) => [k, 8 * ((7 * k) % 10) + noise()])(random.integer(10)),
    ],
    ['words and values', 0, (random, noise) => [`${random.integer(3)}`, noise()]],
    ['independent words', 0, (random) => [`${random.integer(8)}`, `${random.integer(8)}`]],
    ['copied whole numbers', Math.log(5), (random) => ((k) => [k, k])(random.integer(5))],
    ['values that are often 0', Math.LN2, (random, noise) => (random.integer(2) === 0 ? [0, 0] : [noise(), noise()])],
  ])('the recommended call estimates the information of %s', (_, truth, draw) => {
    const random = RandomSource.of(7);
    const noise = normalSamples(3 * N, 8)[Symbol.iterator]();
    const pairs = Array.from({ length: N }, () => draw(random, () => noise.next().value!));
    const inputs = { x: pairs.map(([x]) => x), y: pairs.map(([, y]) => y) };
    const { name, order, options } = recommendEstimator(inputs.x as number[], inputs.y as number[]);
    const estimate = (lib as unknown as Record<string, (...args: unknown[]) => number>)[name]!;
    expect(Math.abs(estimate(inputs[order[0]], inputs[order[1]], options) - truth)).toBeLessThan(0.1);
  });

  test('refuses inputs that no estimator accepts', () => {
    expect(() => recommendEstimator([1, 2], [1, 2, 3])).toThrow(
      'x, y: expected the same number of samples, got 2 and 3',
    );
    expect(() => recommendEstimator([], [])).toThrow('recommendEstimator: expected at least one sample, got none');
    expect(() => recommendEstimator([1, NaN], [1, 2])).toThrow('x[1]: expected a finite number, got NaN');
    expect(() => recommendEstimator(['a', 1 as never], [1, 2])).toThrow(
      'x[1]: expected a string like the labels before it',
    );
  });
});
