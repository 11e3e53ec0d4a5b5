import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { MetricCollection, MetricStateError, mutualInfoScore, normalizedMutualInfoScore } from 'tfjs-metrics';
import {
  AssignmentMutualInfoScore,
  SoftMutualInfoScore,
  SoftNormalizedMutualInfoScore,
  softMutualInfoScore,
  type SoftMutualInfoOptions,
} from 'tfjs-metrics/information';
import { following, uniform } from '../backends/values.ts';
import { expectClose } from '../expectClose.ts';
import { SOFT_KERNELS } from '../../src/numeric/binning/softKernel.ts';

const x = uniform(500, 1);
const y = following(x, 2);

const corrected: SoftMutualInfoOptions = { bins: 12, biasCorrection: 'millerMadow' };

describe('the soft mutual information of batches', () => {
  test.each([{ bins: 12 }, corrected])('equals that of all values at once: %j', (options) => {
    const whole = new SoftMutualInfoScore(options);
    whole.update(x, y);
    const parts = new SoftMutualInfoScore(options);
    for (let k = 0; k < 500; k += 77) parts.update(x.slice(k, k + 77), y.slice(k, k + 77));
    expectClose(parts.compute(), whole.compute());
    const [left, right] = [new SoftMutualInfoScore(options), new SoftMutualInfoScore(options)];
    left.update(x.slice(0, 200), y.slice(0, 200));
    right.update(x.slice(200), y.slice(200));
    left.merge(right);
    expectClose(left.compute(), whole.compute());
  });

  test('does not depend on the order of samples or sides', () => {
    const straight = new SoftMutualInfoScore(corrected);
    straight.update(x, y);
    const turned = new SoftMutualInfoScore(corrected);
    turned.update(y.slice().reverse(), x.slice().reverse());
    expectClose(turned.compute(), straight.compute());
  });

  test('is unchanged by a round trip through JSON', () => {
    const metric = new SoftMutualInfoScore(corrected);
    metric.update(x, y);
    const restored = SoftMutualInfoScore.fromJSON(JSON.parse(JSON.stringify(metric)));
    expect(restored.compute()).toBe(metric.compute());
    restored.update(x, y);
    expectClose(restored.compute(), doubled(corrected));
  });

  test('counts a pair of weight 2 like two pairs', () => {
    const weighted = new SoftMutualInfoScore({ bins: 12 });
    weighted.update(x, y, { sampleWeight: x.map((_, n) => 1 + (n % 2)) });
    const twice = new SoftMutualInfoScore({ bins: 12 });
    twice.update(x, y);
    twice.update(
      x.filter((_, n) => n % 2 === 1),
      y.filter((_, n) => n % 2 === 1),
    );
    expectClose(weighted.compute(), twice.compute());
  });

  test('ignores masked pairs', () => {
    const masked = new SoftMutualInfoScore({ bins: 12 });
    masked.update([0.1, NaN, 0.9, 0.3], [0.4, 0.5, 0.2, 0.7], { mask: [true, false, true, true] });
    const without = new SoftMutualInfoScore({ bins: 12 });
    without.update([0.1, 0.9, 0.3], [0.4, 0.2, 0.7]);
    expect(masked.compute()).toBe(without.compute());
  });

  test('reads tensors without blocking', async () => {
    const metric = new SoftMutualInfoScore({ bins: 12 });
    const tensors = [x, y].map((values) => tf.tensor1d(Float32Array.from(values)));
    await metric.updateAsync(tensors[0]!, tensors[1]!);
    const direct = new SoftMutualInfoScore({ bins: 12 });
    direct.update(x, y);
    expect(metric.compute()).toBe(direct.compute());
    tf.dispose(tensors);
  });

  test('with the box kernel is exactly that of the binned labels', () => {
    const bin = (value: number): number => Math.min(7, Math.floor(value * 8));
    const labels = [x, y].map((values) => Int32Array.from(values, bin));
    const options = { bins: 8, kernel: 'box' } as const;
    const mi = new SoftMutualInfoScore(options);
    const nmi = new SoftNormalizedMutualInfoScore(options);
    mi.update(x, y);
    nmi.update(x, y);
    expect(mi.compute()).toBe(mutualInfoScore(labels[0]!, labels[1]!));
    expect(nmi.compute()).toBe(normalizedMutualInfoScore(labels[0]!, labels[1]!));
  });

  test('with the box kernel and bias correction is that of Miller and Madow', () => {
    const bin = (value: number): number => Math.min(7, Math.floor(value * 8));
    const labels = [x, y].map((values) => Int32Array.from(values, bin));
    const used = (of: Int32Array): number => new Set(of).size;
    const pairs = new Set(Array.from(labels[0]!, (label, n) => `${label} ${labels[1]![n]}`)).size;
    const bias = (pairs - used(labels[0]!) - used(labels[1]!) + 1) / (2 * 500);
    const metric = new SoftMutualInfoScore({
      bins: 8,
      kernel: 'box',
      biasCorrection: 'millerMadow',
    });
    metric.update(x, y);
    expectClose(metric.compute(), mutualInfoScore(labels[0]!, labels[1]!) - bias);
  });

  test('of independent values is less than 0.01 nats with bias correction', () => {
    for (const kernel of SOFT_KERNELS) {
      const metric = new SoftMutualInfoScore({ bins: 32, kernel, biasCorrection: 'millerMadow' });
      metric.update(uniform(5000, 31), uniform(5000, 32));
      expect(Math.abs(metric.compute())).toBeLessThan(0.01);
    }
  });

  test('is never negative and never above the entropies', () => {
    const pairs = fc.array(
      fc.tuple(fc.double({ min: -1, max: 2, noNaN: true }), fc.double({ min: -1, max: 2, noNaN: true })),
      { minLength: 1, maxLength: 30 },
    );
    const kernels = fc.constantFrom(...SOFT_KERNELS);
    const law = fc.property(pairs, fc.integer({ min: 1, max: 9 }), kernels, (given, bins, kernel) => {
      const metric = new SoftMutualInfoScore({ bins, kernel });
      const share = new SoftNormalizedMutualInfoScore({ bins, kernel });
      const [a, b] = [given.map(([first]) => first), given.map(([, second]) => second)];
      metric.update(a, b);
      share.update(a, b);
      expect(metric.compute()).toBeGreaterThanOrEqual(0);
      expect(metric.compute()).toBeLessThanOrEqual(Math.log(bins) + 1e-12);
      expect(share.compute()).toBeGreaterThanOrEqual(0);
      expect(share.compute()).toBeLessThanOrEqual(1);
    });
    fc.assert(law, { numRuns: 300, seed: 7 });
  });
});

function doubled(options: SoftMutualInfoOptions): number {
  const metric = new SoftMutualInfoScore(options);
  metric.update(x, y);
  metric.update(x, y);
  return metric.compute();
}

describe('in a collection', () => {
  test('scores of the same bins share one histogram', () => {
    const collection = new MetricCollection({
      nats: new SoftMutualInfoScore({ bins: 8 }),
      bits: new SoftMutualInfoScore({ bins: 8, base: 2 }),
      share: new SoftNormalizedMutualInfoScore({ bins: 8 }),
      finer: new SoftMutualInfoScore({ bins: 9 }),
      corrected: new SoftMutualInfoScore({ bins: 8, biasCorrection: 'millerMadow' }),
    });
    collection.update(x, y);
    const { nats, bits } = collection.compute();
    expectClose(bits, nats / Math.LN2);
    const { state } = collection.toJSON() as { state: object };
    expect(Object.keys(state)).toHaveLength(3);
  });
});

describe('invalid input is rejected and does not change the metric', () => {
  const metric = new SoftMutualInfoScore({ bins: 4 });
  metric.update([0.1, 0.9], [0.2, 0.8]);
  const before = JSON.stringify(metric);

  test.each([
    [
      [
        [0.1, NaN],
        [0.2, 0.3],
      ],
      'preds[1]: expected a finite number, got NaN',
    ],
    [
      [
        [0.1, 0.2],
        [0.2, Infinity],
      ],
      'target[1]: expected a finite number, got Infinity',
    ],
    [
      [
        [0.1, '0.2'],
        [0.2, 0.3],
      ],
      'preds[1]: expected a finite number, got "0.2"',
    ],
    [[[0.1], [0.2, 0.3]], 'preds, target: expected the same number of values, got 1 and 2'],
    [[[0.1], [0.2], { sampleWeight: [-1] }], 'sampleWeight[0]: expected a finite number ≥ 0, got -1'],
    [
      [[0.1], [0.2], { sampleWeight: [1, 2] }],
      'sampleWeight: expected one weight for each of 1 samples, or one for all, got 2',
    ],
    [[[0.1], [0.2], { mask: [true, true] }], 'mask: expected one value for each of 1 pairs, got 2'],
    [[[0.1], [0.2], { weight: [1] }], 'expected known options, got "weight"'],
    [[{}, [0.2]], 'preds: expected a tensor, a typed array or an array'],
  ])('%j', (inputs, message) => {
    expect(() => metric.update(...(inputs as [number[], number[]]))).toThrow(message);
    expect(JSON.stringify(metric)).toBe(before);
  });

  test.each([
    [{ bins: 0 }, 'option "bins": expected a whole number from 1 to 4096, or two of them, got 0'],
    [{ range: [1, 0] }, 'option "range": expected [low, high] with finite low < high'],
    [{ kernel: 'cubic' }, 'option "kernel": expected one of "box", "linear"'],
    [{ bandwidth: 1 }, 'option "bandwidth": expected only with the kernel "gaussian"'],
    [{ sigma: 1 }, 'expected known options, got "sigma"; the options are bins, range, kernel'],
  ])('options %j', (options, message) => {
    expect(() => new SoftMutualInfoScore(options as never)).toThrow(message);
  });

  test('a modified snapshot', () => {
    const snapshot = JSON.parse(before) as { state: { sums: { cells: number[] } } };
    snapshot.state.sums.cells.pop();
    expect(() => SoftMutualInfoScore.fromJSON(snapshot)).toThrow(MetricStateError);
    const other = JSON.parse(before) as { options: object };
    other.options = { bins: 5 };
    expect(() => SoftMutualInfoScore.fromJSON(other)).toThrow('merge: expected a soft histogram of {"axes":[{"bins":5');
  });

  test('an empty batch is ignored', () => {
    const empty = new SoftMutualInfoScore();
    empty.update([], []);
    expect(empty.updateCount).toBe(0);
  });
});

describe('the mutual information of soft assignments', () => {
  const p = [
    [0.9, 0.1],
    [0.2, 0.8],
    [0.6, 0.4],
  ];
  const q = [
    [0.5, 0.3, 0.2],
    [0.1, 0.8, 0.1],
    [0, 0, 1],
  ];

  test('of probabilities 0 and 1 equals that of the labels', () => {
    const labels = { a: [0, 1, 1, 2, 0, 1], b: ['x', 'y', 'y', 'x', 'x', 'x'] };
    const metric = new AssignmentMutualInfoScore();
    metric.update(labels.a, labels.b);
    expectClose(metric.compute(), mutualInfoScore(labels.a, labels.b));
    const hard = labels.a.map((label) => [0, 1, 2].map((k) => Number(k === label)));
    const mixed = new AssignmentMutualInfoScore();
    mixed.update(hard, labels.b);
    expectClose(mixed.compute(), mutualInfoScore(labels.a, labels.b));
  });

  test('of batches and merged halves equals that of all samples at once', () => {
    const whole = new AssignmentMutualInfoScore();
    whole.update(p, q);
    const left = new AssignmentMutualInfoScore();
    left.update(p.slice(0, 1), q.slice(0, 1));
    const right = new AssignmentMutualInfoScore();
    right.update(p.slice(1), q.slice(1));
    left.merge(JSON.parse(JSON.stringify(right)));
    expectClose(left.compute(), whole.compute());
  });

  test.each([
    [[[[0.9, 0.3]], [[1, 0]]], 'p[0]: expected probabilities that sum to 1, got the sum 1.2'],
    [[[[2.5, -1.5]], [[1, 0]]], 'p[0][0]: expected a probability from 0 to 1, got 2.5'],
    [
      [
        [[1, 0]],
        [
          [1, 0],
          [0, 1],
        ],
      ],
      'p, q: expected the same number of samples, got 1 and 2',
    ],
    [[[[1, 0]], [0.5]], 'q[0]: expected an integer label, got 0.5'],
  ])('rejects %j', (inputs, message) => {
    const metric = new AssignmentMutualInfoScore();
    expect(() => metric.update(...(inputs as [number[][], number[][]]))).toThrow(message);
  });
});

test('the function equals the metric', () => {
  const metric = new SoftMutualInfoScore(corrected);
  metric.update(x, y);
  const score = softMutualInfoScore(x, y, corrected);
  expectClose(score.dataSync()[0]!, metric.compute(), 1e-6);
  score.dispose();
});
