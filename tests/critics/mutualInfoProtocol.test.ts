import { describe, expect, test } from '@jest/globals';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import {
  mutualInfoProtocol,
  type ProtocolOptions,
  type ProtocolProgress,
  type ProtocolRun,
} from 'tfjs-metrics/critics';
import { projectedPairs } from '../../bench/accuracy/projectedPairs.ts';
import { fittedLine } from '../../src/critics/protocol/fittedLine.ts';
import { checkTensors } from './smallRuns.ts';

setWasmPaths('node_modules/@tensorflow/tfjs-backend-wasm/dist/');
checkTensors('wasm');

/** Two latent dimensions with 1 nat behind 10 columns, by the critic of normal variables alone. */
const small = (seed: number, n = 500): ProtocolOptions => ({
  ...projectedPairs({ n, latent: 2, columns: 10, nats: 1, seed: 10 * seed }),
  maxSteps: 0,
  dimensions: [1, 2, 4],
  seed,
});

describe('normal variables with two latent dimensions', () => {
  test('are found to have two, and their mutual information', async () => {
    const { mutualInfo, interval, dimensions, verdict, runs, standardError } = await mutualInfoProtocol(small(1));
    expect(dimensions).toBe(2);
    expect(mutualInfo).toBeGreaterThan(0.85);
    expect(mutualInfo).toBeLessThan(1.15);
    expect(interval[0]).toBeLessThan(mutualInfo);
    expect(interval[1]).toBeGreaterThan(mutualInfo);
    expect(standardError).toBeGreaterThan(0);
    expect(verdict).toEqual({ status: 'reliable', reasons: [] });
    // One dimension holds half of the information.
    const [one] = runs;
    expect(one!.mutualInfo).toBeGreaterThan(0.35);
    expect(one!.mutualInfo).toBeLessThan(0.65);
    // Three numbers of dimensions; two halves, three thirds, three of four quarters.
    expect(runs.map(({ parts, part }) => [parts, part])).toEqual([
      ...[0, 0, 0].map((part) => [1, part]),
      ...[0, 1].map((part) => [2, part]),
      ...[0, 1, 2].map((part) => [3, part]),
      ...[0, 1, 2].map((part) => [4, part]),
    ]);
    expect(runs.map(({ samples }) => samples)).toEqual([500, 500, 500, 250, 250, 167, 167, 166, 125, 125, 125]);
  });

  test('have intervals that contain the truth about as often as they say', async () => {
    let outside = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const { interval } = await mutualInfoProtocol({
        ...small(seed, 300),
        dimensions: [2],
        parts: 2,
        confidence: 0.9,
      });
      if (interval[0] > 1 || interval[1] < 1) outside++;
    }
    // At most two are expected; fewer than 7 in 99.8 % of all such runs.
    expect(outside).toBeLessThan(7);
  });
});

test('too few latent dimensions are a reason to doubt', async () => {
  const pairs = projectedPairs({ n: 500, latent: 4, columns: 10, nats: 2, seed: 3 });
  const { verdict } = await mutualInfoProtocol({ ...pairs, maxSteps: 0, dimensions: [1, 2], parts: 2 });
  expect(verdict.status).toBe('doubtful');
  expect(verdict.reasons.join()).toMatch(
    /the estimate still grows with the latent dimensions, by 0\.\d\d nats from 1 to 2; add larger numbers to "dimensions"/,
  );
});

test('a network is limited to the dimensions too', async () => {
  const pairs = projectedPairs({ n: 200, latent: 1, columns: 2, nats: 0.5, seed: 3 });
  const { runs } = await mutualInfoProtocol({ ...pairs, maxSteps: 20, dimensions: [1, 3], parts: 2 });
  expect(runs).toHaveLength(4);
  expect(runs.every(({ mutualInfo }) => Number.isFinite(mutualInfo))).toBe(true);
});

describe('runs of an earlier call', () => {
  test('give the same result, also after an interruption, and are not repeated', async () => {
    const options = { ...small(2, 300), dimensions: [1, 2], parts: 2 };
    const whole = await mutualInfoProtocol(options);
    const seen: [ProtocolRun, ProtocolProgress][] = [];
    const stopped = new Error('stopped');
    const interrupted = mutualInfoProtocol({
      ...options,
      onProgress: (run, progress) => {
        seen.push([run, progress]);
        if (progress.done === 3) throw stopped;
      },
    });
    await expect(interrupted).rejects.toBe(stopped);
    expect(seen.map(([, progress]) => progress)).toEqual([1, 2, 3].map((done) => ({ done, total: 4 })));
    const runs = JSON.parse(JSON.stringify(seen.map(([run]) => run))) as ProtocolRun[];
    expect(await mutualInfoProtocol({ ...options, runs })).toEqual(whole);
    // A run with a wrong value is used as it is, so runs are really not repeated.
    const changed = runs.map((run) => ({ ...run, mutualInfo: run.mutualInfo + 1 }));
    const { runs: used } = await mutualInfoProtocol({ ...options, runs: changed });
    expect(used.slice(0, 3)).toEqual(changed);
  });

  test.each<[string, ProtocolOptions]>([
    ['fewer samples', projectedPairs({ n: 400, latent: 2, columns: 10, nats: 1, seed: 5 })],
    ['as many other samples', projectedPairs({ n: 500, latent: 2, columns: 10, nats: 1, seed: 5 })],
    ['other folds', { folds: 4 }],
    ['another confidence level', { confidence: 0.5 }],
    ['groups', { groups: Array.from({ length: 500 }, (_, i) => `g${i >> 1}`) }],
    ['another seed', { seed: 3 }],
  ])('are not used for %s', async (_, change) => {
    const options = { ...small(2), dimensions: [2], parts: 2 };
    const { runs } = await mutualInfoProtocol(options);
    const fresh = await mutualInfoProtocol({ ...options, ...change });
    expect(await mutualInfoProtocol({ ...options, ...change, runs })).toEqual(fresh);
    expect(fresh.runs).not.toEqual(runs);
  });

  test('are used if defaults are written out', async () => {
    const options = { ...small(2), maxSteps: 0, dimensions: [2], parts: 2 };
    const { runs } = await mutualInfoProtocol(options);
    const changed = runs.map((run) => ({ ...run, mutualInfo: run.mutualInfo + 1 }));
    const defaults = { seed: 0, folds: 5, confidence: 0.95, batchSize: 256 };
    const again = await mutualInfoProtocol({ ...defaults, ...options, runs: changed });
    expect(again.runs).toEqual(changed);
  });

  test.each([
    ['mutualInfo', NaN],
    ['standardError', Infinity],
    ['interval', [NaN, 1]],
    ['interval', [-Infinity, 1]],
  ])('with an invalid %s are an error', async (name, value) => {
    const options = { ...small(2), maxSteps: 0, dimensions: [2], parts: 2 };
    const run = { dimensions: 2, parts: 1, part: 0, source: 1, samples: 500, mutualInfo: 1, standardError: 0.1 };
    const valid = { ...run, interval: [0.8, 1.2] as const, reasons: [] };
    await expect(mutualInfoProtocol({ ...options, runs: [{ ...valid, [name]: value }] })).rejects.toThrow(
      'option "runs": expected the runs of an earlier call',
    );
  });

  test('keep an infinite limit in JSON', async () => {
    const { x } = small(2);
    const options = { x, y: x, maxSteps: 0, dimensions: [2], parts: 2 };
    const whole = await mutualInfoProtocol(options);
    expect(whole.interval[1]).toBe(Infinity);
    const runs = JSON.parse(JSON.stringify(whole.runs)) as ProtocolRun[];
    expect(await mutualInfoProtocol({ ...options, runs })).toEqual(whole);
  });
});

test('two calls at once give the results of two calls in turn', async () => {
  const options = { ...small(4, 300), dimensions: [2], parts: 2 };
  const alone = await mutualInfoProtocol(options);
  expect(await Promise.all([mutualInfoProtocol(options), mutualInfoProtocol(options)])).toEqual([alone, alone]);
});

test('tensors and groups are accepted, and groups are not divided', async () => {
  const { x, y } = projectedPairs({ n: 600, latent: 1, columns: 2, nats: 0.5, seed: 6 });
  const groups = Array.from({ length: 600 }, (_, i) => `person ${Math.floor(i / 2)}`);
  const tensors = [x, y].map(({ data, shape }) => tf.tensor2d(Float32Array.from(data), shape as [number, number]));
  const options = { groups, maxSteps: 0, dimensions: [1], parts: 2 };
  const { runs, mutualInfo } = await mutualInfoProtocol({ x: tensors[0], y: tensors[1], ...options });
  expect(runs.map(({ samples }) => samples)).toEqual([600, 300, 300]);
  expect(Number.isFinite(mutualInfo)).toBe(true);
  tf.dispose(tensors);
});

describe('parts that cannot be estimated', () => {
  const groupOf = (size: number): string[] => Array.from({ length: 500 }, (_, i) => (i < size ? 'large' : `${i}`));
  const rare = (count: number): number[] => Array.from({ length: 500 }, (_, i) => Number(i < count));

  test.each<[string, ProtocolOptions, string]>([
    ['a large group', { groups: groupOf(100) }, 'got a group of 100 samples and folds of 59; pass more samples'],
    ['a rare value', { x: rare(1) }, 'got a part in which x is constant; pass more samples'],
    ['a constant variable', { y: rare(0) }, 'got a part in which y is constant; pass more samples'],
  ])('are found before the first run: %s', async (_, change, message) => {
    const done: ProtocolRun[] = [];
    const call = mutualInfoProtocol({ ...small(1), ...change, onProgress: (run) => done.push(run) });
    await expect(call).rejects.toThrow(message);
    expect(done).toEqual([]);
  });

  test.each<[string, ProtocolOptions]>([
    ['a group fits only into a fold of larger ones', { groups: groupOf(35) }],
    ['a value is too rare for smaller ones', { x: rare(8) }],
    ['there are too few samples', { folds: 7 }],
  ])('are left out if %s', async (_, change) => {
    const { runs, mutualInfo } = await mutualInfoProtocol({ ...small(1), dimensions: [1], ...change, parts: 100 });
    expect(Number.isFinite(mutualInfo)).toBe(true);
    const most = Math.max(...runs.map(({ parts }) => parts));
    expect([most >= 2, most < 5]).toEqual([true, true]);
  });
});

test.each([
  [{}, 'mutualInfoProtocol: expected options "x" and "y", got neither'],
  [
    { x: [1], y: [1], dimensions: [] },
    'option "dimensions": expected a list of ascending whole numbers above 0, got Array of length 0',
  ],
  [{ x: [1], y: [1], dimensions: [2, 1] }, 'option "dimensions": expected a list of ascending whole numbers above 0'],
  [{ x: [1], y: [1], parts: 1 }, 'option "parts": expected a whole number of parts from 2 up, got 1'],
  [
    {
      x: [1],
      y: [1],
      runs: [
        {
          dimensions: 1,
          parts: 1,
          part: 0,
          source: 1,
          samples: 1,
          mutualInfo: 0,
          standardError: 0,
          interval: [null, 1],
          reasons: [],
        },
      ],
    },
    'option "runs": expected the runs of an earlier call',
  ],
  [{ x: [1], y: [1], runs: [{}] }, 'option "runs": expected the runs of an earlier call'],
  [{ x: [1], y: [1], steps: 3 }, 'mutualInfoProtocol: expected known options, got "steps"'],
  [
    { x: new Array<number>(150).fill(1), y: new Array<number>(150).fill(1) },
    'mutualInfoProtocol: expected at least 200 samples or groups for 5 folds of two parts, got 150',
  ],
  [
    { x: [1, 2], y: [1, 2], groups: [1] },
    'mutualInfoProtocol: option "groups": expected one label for each of 2 samples',
  ],
] as const)('%j is an error', async (options, message) => {
  await expect(mutualInfoProtocol(options as never)).rejects.toThrow(message);
});

test('a line is fitted by weighted least squares', () => {
  // Exact line, whatever the errors.
  const exact = fittedLine([1, 2, 4].map((x) => ({ x, y: 3 - 0.5 * x, error: x })));
  expect(exact.intercept).toBeCloseTo(3, 12);
  expect(exact.slope).toBeCloseTo(-0.5, 12);
  expect(exact.chiSquared).toBeCloseTo(0, 12);
  // Two points: intercept 2 y₁ − y₂, with the error of that combination.
  const two = fittedLine([
    { x: 1, y: 1, error: 0.3 },
    { x: 2, y: 0.7, error: 0.4 },
  ]);
  expect(two.intercept).toBeCloseTo(1.3, 12);
  expect(two.error).toBeCloseTo(Math.hypot(2 * 0.3, 0.4), 12);
  // Equal errors and one point off by 1: residuals −1/6, 1/3, −1/6 of (0, 1, 0) at 1, 2, 3, times 2.
  const bent = fittedLine([0, 1, 0].map((y, k) => ({ x: k + 1, y, error: 1 })));
  expect(bent.slope).toBeCloseTo(0, 12);
  expect(bent.chiSquared).toBeCloseTo(2 / 3, 12);
});
