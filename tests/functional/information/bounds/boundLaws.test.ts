import { beforeAll, describe, expect, test } from '@jest/globals';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import * as lib from 'tfjs-metrics/information';
import { uniform } from '../../../backends/values.ts';

// In test mode, tfjs reports the tensors saved for gradients as leaks.
tf.env().set('IS_TEST', false);
setWasmPaths('node_modules/@tensorflow/tfjs-backend-wasm/dist/');

type Bound = (scores: tf.Tensor2D) => tf.Scalar;

/** Known properties of a bound of scores. */
interface Law {
  readonly bound: Bound;
  /** Value if all scores are 0. Default: 0. */
  readonly atZero?: number;
  /** True if the bound is invariant to a constant added to all scores. */
  readonly isInvariant?: true;
  /** Values for scores of ±1000 with joint pairs above all others (perfect) and below them (worst). */
  readonly extremes: readonly [perfect: number, worst: number];
  /** Upper limit of the value for K samples. */
  readonly ceiling?: (size: number) => number;
  /** True if the bound is defined for a single sample. */
  readonly needsNoPairs?: true;
}

const K = 6;
/** Limit of the last term of a bound. */
const CAP = -Math.exp(88);

const zeroBaseline = (scores: tf.Tensor2D): tf.Tensor1D => tf.zeros([scores.shape[0]]);

/** Properties of a bound that contrasts the joint pair with others. */
const contrast = (bound: Bound): Law => ({
  bound,
  isInvariant: true,
  extremes: [Math.log(K), Math.log(K / (K - 1)) - 2000],
  ceiling: Math.log,
  needsNoPairs: true,
});

const laws: Record<string, Law> = {
  dvLowerBound: { bound: lib.dvLowerBound, isInvariant: true, extremes: [2000, -2000] },
  mineLowerBound: {
    bound: (f) => lib.mineLowerBound(f).bound,
    isInvariant: true,
    extremes: [2000, -2000],
  },
  'mineLowerBound, distant running mean': {
    bound: (f) => lib.mineLowerBound(f, { logMeanExp: -1000 }).bound,
    isInvariant: true,
    extremes: [2000, -2000],
  },
  nwjLowerBound: { bound: lib.nwjLowerBound, atZero: -1 / Math.E, extremes: [1000, CAP] },
  tubaLowerBound: { bound: (f) => lib.tubaLowerBound(f, zeroBaseline(f)), extremes: [1001, CAP] },
  jsLowerBound: { bound: lib.jsLowerBound, extremes: [1001, CAP] },
  'infoNceLowerBound, rows': contrast(lib.infoNceLowerBound),
  'infoNceLowerBound, columns': contrast((f) => lib.infoNceLowerBound(f, { contrast: 'columns' })),
  'infoNceLowerBound, symmetric': contrast((f) => lib.infoNceLowerBound(f, { contrast: 'symmetric' })),
  structuredInfoNce: contrast(lib.structuredInfoNce),
  'interpolatedLowerBound, α = 0': {
    bound: (f) => lib.interpolatedLowerBound(f, zeroBaseline(f), 0),
    extremes: [1001, CAP],
  },
  'interpolatedLowerBound, α = 0.3': {
    bound: (f) => lib.interpolatedLowerBound(f, zeroBaseline(f), 0.3),
    // The baseline of 1 is far above e^−1000 in the first case and far below e^1000 in the second.
    extremes: [1 + Math.log((K - 1) / 0.3), 1 - 2000 - Math.log(0.3) + Math.log((K - 1) / (K - 2)) - 1 / 0.3],
    ceiling: (size) => 1 + Math.log((size - 1) / 0.3),
  },
  'interpolatedLowerBound, α = 1': {
    bound: (f) => lib.interpolatedLowerBound(f, zeroBaseline(f), 1),
    isInvariant: true,
    extremes: [Math.log(K - 1), -2000 + Math.log((K - 1) / (K - 2))],
    ceiling: (size) => Math.log(size - 1),
  },
  'smileLowerBound, τ = 1': { bound: (f) => lib.smileLowerBound(f, { clip: 1 }), extremes: [1001, -1001] },
  'smileLowerBound, τ = ∞': {
    bound: (f) => lib.smileLowerBound(f, { clip: Infinity }),
    isInvariant: true,
    extremes: [2000, -2000],
  },
  leaveOneOutUpperBound: { bound: lib.leaveOneOutUpperBound, isInvariant: true, extremes: [2000, -2000] },
  clubUpperBound: {
    bound: lib.clubUpperBound,
    isInvariant: true,
    extremes: [(2000 * (K - 1)) / K, (-2000 * (K - 1)) / K],
  },
  'clubUpperBound, without the diagonal': {
    bound: (c) => lib.clubUpperBound(c, { includeDiagonal: false }),
    isInvariant: true,
    extremes: [2000, -2000],
  },
};

const square = (value: (i: number, j: number) => number, size = K): tf.Tensor2D =>
  tf.tensor2d(
    Array.from({ length: size * size }, (_, k) => value(Math.floor(k / size), k % size)),
    [size, size],
  );

const noise = uniform(K * K, 7);
const random = (scale = 1): tf.Tensor2D => square((i, j) => scale * (noise[i * K + j]! - 0.5));

/** Patterns of scores ±size that bounds treat differently. */
const PATTERNS: Record<string, (size: number) => tf.Tensor2D> = {
  'all high': (size) => square(() => size),
  'all low': (size) => square(() => -size),
  perfect: (size) => square((i, j) => (i === j ? size : -size)),
  worst: (size) => square((i, j) => (i === j ? -size : size)),
  'one high': (size) => square((i, j) => (i === 1 && j === 2 ? size : -size)),
  'one low': (size) => square((i, j) => (i === 1 && j === 2 ? -size : size)),
  random: (size) => square((i, j) => (noise[i * K + j]! > 0.5 ? size : -size)),
};

/** Bounds of log-probabilities of joint pairs. */
const ofJointPairs = ['barberAgakovLowerBound', 'variationalUpperBound'];

test('every exported bound is tested', () => {
  const exported = Object.keys(lib).filter((name) => /(Bound|Nce)$/.test(name));
  const tested = Object.keys(laws).map((name) => name.split(',')[0]!);
  expect(new Set([...tested, ...ofJointPairs])).toEqual(new Set(exported));
});

describe.each(['cpu', 'wasm'])('on the %s backend', (backend) => {
  beforeAll(async () => {
    await tf.setBackend(backend);
  });

  describe.each(Object.entries(laws))('%s', (_, law) => {
    const { bound, atZero = 0, isInvariant, extremes, ceiling, needsNoPairs } = law;
    const at = (scores: tf.Tensor2D): number => bound(scores).arraySync();
    const gradientOf = (scores: tf.Tensor2D): number[][] =>
      tf
        .grad((f) => bound(f as tf.Tensor2D))(scores)
        .arraySync() as number[][];

    test('has the known value if all scores are 0', () => {
      expect(at(square(() => 0))).toBeCloseTo(atZero, 6);
    });

    test(`${isInvariant ? 'is' : 'is not'} invariant to a constant added to all scores`, () => {
      const apart = Math.abs(at(tf.add(random(), 3)) - at(random()));
      if (isInvariant) expect(apart).toBeLessThan(1e-5);
      else expect(apart).toBeGreaterThan(0.01);
    });

    test('does not depend on the order of the samples, nor does its gradient', () => {
      const order = [3, 0, 5, 1, 4, 2];
      const moved = square((i, j) => noise[order[i]! * K + order[j]!]! - 0.5);
      expect(at(moved)).toBeCloseTo(at(random()), 5);
      const [before, after] = [gradientOf(random()), gradientOf(moved)];
      order.forEach((from, i) => {
        order.forEach((of, j) => {
          expect(after[i]![j]!).toBeCloseTo(before[from]![of]!, 5);
        });
      });
    });

    test('has the expected limits at scores of ±1000', () => {
      for (const [k, pattern] of (['perfect', 'worst'] as const).entries()) {
        const value = at(PATTERNS[pattern]!(1000));
        expect(Math.abs(value / extremes[k]! - 1)).toBeLessThan(1e-4);
      }
    });

    describe.each([50, 1000, 1e29])('at scores of ±%p', (size) => {
      test.each(Object.entries(PATTERNS))('%s: value and gradient are finite', (__, pattern) => {
        const scores = pattern(size);
        expect(at(scores)).not.toBeNaN();
        expect(Number.isFinite(at(scores))).toBe(true);
        expect(gradientOf(scores).flat().every(Number.isFinite)).toBe(true);
        if (ceiling) expect(at(scores)).toBeLessThanOrEqual(ceiling(K) + 1e-6);
      });
    });

    if (ceiling) {
      test('stays below its ceiling', () => {
        for (const scale of [1, 10, 100]) {
          expect(at(random(scale))).toBeLessThanOrEqual(ceiling(K) + 1e-6);
        }
      });
    }

    test(`${needsNoPairs ? 'is 0' : 'throws'} for a single sample`, () => {
      const single = tf.tensor2d([[3]]);
      if (needsNoPairs) expect(at(single)).toBe(0);
      else expect(() => bound(single)).toThrow('of shape [K, K], K ≥ 2');
    });
  });

  test.each([1e-2, 1e-4, 1e-6])(
    'if the learned baseline is negligible, α = %p changes InfoNCE by a constant and not its gradient',
    (alpha) => {
      const [scores, low] = [random(4), tf.fill([K], -100)];
      const at = (share: number) => (f: tf.Tensor) => lib.interpolatedLowerBound(f as tf.Tensor2D, low, share);
      const expected = at(1)(scores).arraySync() + 1 - Math.log(alpha) - 1 / alpha;
      expect(Math.abs(at(alpha)(scores).arraySync() / expected - 1)).toBeLessThan(1e-5);
      const [here, there] = [alpha, 1].map((share) => tf.grad(at(share))(scores).dataSync());
      there!.forEach((derivative, k) => {
        expect(Math.abs(here![k]! - derivative)).toBeLessThan(1e-6);
      });
    },
  );

  test('the running mean of mine is finite for all scores and initial values', () => {
    for (const size of [50, 1000, 1e29]) {
      for (const pattern of Object.values(PATTERNS)) {
        for (const logMeanExp of [undefined, -1000, 1000]) {
          const scores = pattern(size);
          const next = lib.mineLowerBound(scores, { logMeanExp }).logMeanExp.arraySync();
          expect(Number.isFinite(next)).toBe(true);
          const gradient = tf.grad((f) => lib.mineLowerBound(f as tf.Tensor2D, { logMeanExp }).bound)(scores);
          expect((gradient.dataSync() as Float32Array).every(Number.isFinite)).toBe(true);
        }
      }
    }
  });

  test.each([50, 1000, 1e29])('the means of log-probabilities are finite at −%p', (size) => {
    const low = tf.fill([K], -size) as tf.Tensor1D;
    expect(lib.barberAgakovLowerBound(low, 1).arraySync() / -size).toBeCloseTo(1, 1);
    expect(lib.variationalUpperBound(low, tf.zeros([K])).arraySync() / -size).toBeCloseTo(1, 5);
  });
});
