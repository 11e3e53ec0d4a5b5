import { expect, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs-core';
import {
  MetricInputError,
  MetricStateError,
  silhouetteSums,
  silhouetteScore,
  silhouetteScoreAsync,
  type SilhouettePart,
  type SilhouetteScoreAsyncOptions,
} from 'tfjs-metrics';
import { hash32 } from '../../parity/hashLabels.ts';

const N = 300;
const D = 3;
const data = Array.from({ length: N }, (_, i) => Array.from({ length: D }, (_, j) => hash32(D * i + j, 1) / 2 ** 32));
const labelsOf = (k: number): number[] => Array.from({ length: N }, (_, i) => hash32(i, 2) % k);

test.each(['euclidean', 'manhattan', 'chebyshev', 'cosine', 'sqeuclidean'] as const)(
  'equals silhouetteScore for %s distances, in any number of parts',
  async (metric) => {
    for (const k of [2, 7, 100]) {
      const labels = labelsOf(k);
      const expected = silhouetteScore(data, labels, { metric });
      for (const parts of [1, 2, 5, 40]) {
        expect(await silhouetteScoreAsync(data, labels, { metric, parts })).toBeCloseTo(expected, 13);
      }
    }
  },
);

test('runs each part once, with data that can be posted', async () => {
  const parts: SilhouettePart[] = [];
  const run: SilhouetteScoreAsyncOptions['run'] = async (part) => {
    parts.push(part);
    return structuredClone(silhouetteSums(structuredClone(part)));
  };
  const labels = labelsOf(4);
  const score = await silhouetteScoreAsync(data, labels, { run, parts: 3 });
  expect(score).toBeCloseTo(silhouetteScore(data, labels), 13);
  expect(parts.map(({ part }) => part)).toEqual([0, 1, 2]);
});

test('takes the options of silhouetteScore, and tensors', async () => {
  const labels = labelsOf(3);
  const options = { sampleSize: 100, seed: 3, ignoreLabel: 1, p: 3 };
  expect(await silhouetteScoreAsync(data, labels, options)).toBe(silhouetteScore(data, labels, options));
  const tensor = tf.tensor2d(data);
  expect(await silhouetteScoreAsync(tensor, labels)).toBeCloseTo(silhouetteScore(tensor, labels), 13);
  const one = labels.map(() => 0);
  await expect(silhouetteScoreAsync(data, one, { onUndefined: 'throw' })).rejects.toThrow(MetricStateError);
});

test('rejects if a worker fails or returns something else', async () => {
  const labels = labelsOf(2);
  const broken = new Error('the worker ended');
  await expect(silhouetteScoreAsync(data, labels, { run: () => Promise.reject(broken) })).rejects.toBe(broken);
  const other = { run: async () => ({ own: new Float64Array(1), nearest: new Float64Array(1) }) };
  await expect(silhouetteScoreAsync(data, labels, other)).rejects.toThrow(MetricInputError);
  await expect(silhouetteScoreAsync(data, labels, { run: (async () => undefined) as never })).rejects.toThrow(
    'option "run": expected a promise of the result of silhouetteSums, got undefined',
  );
});

test.each<[string, Partial<Record<keyof SilhouettePart, unknown>>]>([
  ['metric', { metric: 'cosine' }],
  ['rows', { rows: [0, 1, 2] }],
  ['number of rows', { rows: new Float64Array(4) }],
  ['starts', { starts: Int32Array.of(0, 2, 1) }],
  ['part', { part: 2 }],
  ['parts', { parts: 0 }],
])('silhouetteSums refuses a part with another %s', (_, change) => {
  const part = { metric: 'euclidean', rows: new Float64Array(3), starts: Int32Array.of(0, 2, 3), part: 0, parts: 2 };
  expect(() => silhouetteSums({ ...part, ...change } as never)).toThrow(MetricInputError);
});
