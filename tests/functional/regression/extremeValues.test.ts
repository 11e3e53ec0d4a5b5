import { describe, expect, test } from '@jest/globals';
import { BootStrapper, MetricCollection, OutputMoments } from 'tfjs-metrics';
import {
  concordanceCorrCoef,
  JensenShannonDivergence,
  jensenShannonDivergence,
  KendallRankCorrCoef,
  klDivergence,
  meanAbsolutePercentageError,
  MeanAbsoluteError,
  MeanSquaredError,
  meanSquaredError,
  normalizedRootMeanSquaredError,
  pearsonCorrCoef,
  R2Score,
  r2Score,
  symmetricMeanAbsolutePercentageError,
  tweedieDeviance,
} from 'tfjs-metrics/regression';
import { expectClose } from '../../expectClose.ts';

describe('divergences', () => {
  test('the Jensen–Shannon divergence is at most ln 2 in the unit of the base, also in intervals', () => {
    const rows = Array.from({ length: 40 }, (_, i) => (i % 8 === 0 ? [1, 1] : [1, 0]));
    const bootstrap = new BootStrapper(new JensenShannonDivergence({ base: 2 }), { draws: 50 });
    bootstrap.update(
      rows,
      rows.map(() => [0, 1]),
    );
    const { value, lower, upper } = bootstrap.compute() as Record<'value' | 'lower' | 'upper', number>;
    expect(lower).toBeLessThanOrEqual(value);
    expect(upper).toBeGreaterThan(value);
    expect(upper).toBeLessThanOrEqual(1);
    for (let k = 2; k < 40; k++) {
      const p = Array.from({ length: 2 * k }, (_, i) => (i < k ? 1 / (i + 1) : 0));
      expect(jensenShannonDivergence(Array(k).fill(p), Array(k).fill([...p].reverse()))).toBeLessThanOrEqual(Math.LN2);
    }
  });

  test('are finite where shares underflow', () => {
    // (1 − p) ln 2 + …, of which all terms with the smallest number vanish.
    expect(jensenShannonDivergence([[1, 5e-324]], [[1, 0]])).toBe(0);
    expectClose(klDivergence([[1, 1]], [[1e300, 1e-300]]), 300 * Math.LN10 - Math.LN2);
  });
});

test('bootstrap draws of τ_a and τ_c have no repeated samples', () => {
  const x = Array.from({ length: 60 }, (_, i) => (i * 37) % 61);
  for (const variant of ['a', 'c'] as const) {
    const bootstrap = new BootStrapper(new KendallRankCorrCoef({ variant }), { draws: 40 });
    bootstrap.update(x, x);
    expect(bootstrap.compute()).toMatchObject({ value: 1, lower: 1, upper: 1 });
    expect(() => new BootStrapper(new KendallRankCorrCoef({ variant }), { sampling: 'poisson' }).update(x, x)).toThrow(
      'without replacement',
    );
  }
});

describe('moments', () => {
  const [preds, target] = [
    [1, 2, 3.5, 4],
    [1, 2, 3, 4],
  ];

  test('do not depend on samples of weight 0', () => {
    const sampleWeight = [0, 1, 1, 1];
    expect(r2Score([1e200, 1, 2, 3.5], [1e200, 1, 2, 3], { sampleWeight })).toBe(0.875);
    expect(r2Score([1.7e308, 1, 2, 3.5], [-1.7e308, 1, 2, 3], { sampleWeight })).toBe(0.875);
    // 2.5 / √(2 · 19/6)
    expectClose(pearsonCorrCoef([0, 1, 2, 3.5], [1e200, 1, 2, 3], { sampleWeight }), 2.5 / Math.sqrt(19 / 3));
  });

  test('keep their digits if a distant sample has a tiny weight, in one batch or in its own', () => {
    const sampleWeight = [1e-40, 1, 1, 1, 1];
    // The squared deviation 10³² has the weight 10⁻⁴⁰.
    const expected = 1 - 0.25 / (5 + 1e-8);
    expectClose(r2Score([1e16, ...preds], [1e16, ...target], { sampleWeight }), expected);
    const [metric, reversed] = [new R2Score(), new R2Score()];
    metric.update([1e16], [1e16], { sampleWeight: [1e-40] });
    metric.update(preds, target);
    reversed.update(preds, target);
    reversed.update([1e16], [1e16], { sampleWeight: [1e-40] });
    expectClose(metric.compute(), expected);
    expectClose(reversed.compute(), expected);
  });

  test('of values whose differences could overflow are rejected, and change nothing', () => {
    const metric = new R2Score();
    metric.update(preds, target);
    const before = JSON.stringify(metric);
    for (const batch of [[1.7e308, -1.7e308], [1.7e308]]) {
      const update = (): void => {
        metric.update(
          batch,
          batch.map((value) => -value),
        );
      };
      expect(update).toThrow('preds: expected numbers from -2.2e307 to 2.2e307, got 1.7e+308; divide');
    }
    expect(JSON.stringify(metric)).toBe(before);
    expect(r2Score([2e307, -2e307], [-2e307, 2e307])).toBe(-3);
    const merged = OutputMoments.of([2e307], [-2e307]);
    merged.merge(OutputMoments.of([-2e307], [2e307]));
    expect(r2Score(OutputMoments.fromJSON(JSON.parse(JSON.stringify(merged))))).toBe(-3);
  });

  test('of a variable that is 0 fit the scale of the other', () => {
    const tiny = [1e-200, 2e-200, 3e-200];
    expect(concordanceCorrCoef([0, 0, 0], tiny)).toBe(0);
    expect(concordanceCorrCoef(tiny, [0, 0, 0])).toBe(0);
  });

  test('the normalized error is not negative', () => {
    expect(normalizedRootMeanSquaredError([0, -1, -2, -3], [0, -1, -2, -2])).toBe(0.4);
  });
});

describe('Tweedie deviances', () => {
  test.each([
    [1e200, 1e-200, 1, 2e200],
    // 2(ln 10⁴⁰⁰ − 1)
    [1e200, 1e-200, 2, 2 * (400 * Math.LN10 - 1)],
    [1e8 + 1, 1e8, 1, 1e-8],
    [1e8 + 1, 1e8, 2, 1e-16],
    // (y − μ)²/(μ²y)
    [1e8 + 1, 1e8, 3, 1e-24],
    // μ⁴/2 − 2yμ³/3 + y⁴/6 for y = μ + 1/1024, μ = 1: (δ² + 2δ³/3 + δ⁴/6)
    [1, 1 + 2 ** -10, -2, 2 ** -20 + 2 ** -29 / 3 + 2 ** -41 / 3],
  ])('of the prediction %p and the target %p with the power %p', (pred, target, power, expected) => {
    expectClose(tweedieDeviance([pred], [target], { power }) / expected, 1, 2e-8);
  });

  test.each([-3, -0.5, 1, 1.5, 2, 2.5, 3, 40])('with the power %p do not jump where the series ends', (power) => {
    const end = 0.1 / Math.max(1, Math.abs(2 - power));
    for (const sign of [-1, 1]) {
      const [inside, outside] = [1 - 1e-12, 1 + 1e-12].map((share) =>
        tweedieDeviance([3], [3 + 3 * sign * end * share], { power }),
      );
      expectClose(outside! / inside!, 1, 1e-11);
    }
  });
});

test('relative errors of the smallest and largest numbers', () => {
  expect(symmetricMeanAbsolutePercentageError([5e-324], [0])).toBe(2);
  expect(symmetricMeanAbsolutePercentageError([1.5 * 2 ** 1023], [2 ** 1022])).toBe(1);
  expect(meanAbsolutePercentageError([1.7e308], [-1.7e308])).toBe(2);
});

test('the mean squared error of extreme values does not overflow or underflow, and its root has their unit', () => {
  const root = { squared: false } as const;
  for (const scale of [1e-300, 1e-200, 1, 1e200, 1e300]) {
    expectClose(meanSquaredError([scale, 2 * scale], [2 * scale, 4 * scale], root), Math.sqrt(2.5) * scale, 1e-14);
  }
  expectClose(meanSquaredError([1e154, 1e154], [0, 0]), 1e308, 1e-14);
  expectClose(meanSquaredError([1e-160, 0], [0, 0]), 5e-321, 1e-2);
});

test.each([undefined, 2])('the mean squared error is exact to 1e-11 if the first sample is an outlier', (weight) => {
  const n = 20_000;
  const preds = Float64Array.from({ length: n }, (_, i) => (i * 0.618) % 1);
  preds[0] = 1e6;
  const target = new Float64Array(n);
  const sampleWeight = weight === undefined ? undefined : new Float64Array(n).fill(weight);
  // Ascending terms: the sum of the small ones is exact enough.
  const small = preds.subarray(1).reduce((sum, error) => sum + error * error, 0);
  expectClose(meanSquaredError(preds, target, { sampleWeight }), (small + 1e12) / n, 1e-11);
});

test('the mean squared error is computed from the moments of R²', () => {
  const moments = OutputMoments.of([1, 2, 4], [2, 2, 2]);
  expectClose(meanSquaredError(moments), 5 / 3);
  expectClose(meanSquaredError(moments, { squared: false }), Math.sqrt(5 / 3));
  const scores = new MetricCollection({ r2: new R2Score(), mse: new MeanSquaredError() });
  scores.update([1, 2, 4], [2, 3, 2]);
  expect(JSON.stringify(scores).match(/"kind":"OutputMoments"/g)).toHaveLength(1);
});

test('sums that no samples can have are not restored', () => {
  const metric = new MeanAbsoluteError();
  metric.update([1], [2]);
  const snapshot = JSON.parse(JSON.stringify(metric)) as { state: { sums: unknown; weight: unknown } };
  const restored = (sums: unknown, weight: unknown) => () => {
    const state = { ...snapshot.state, sums, weight };
    new MeanAbsoluteError().merge({ ...snapshot, state } as never);
  };
  expect(restored([[[1, 0]]], [1, 0])).not.toThrow();
  expect(restored([[[1, 0]]], [0, 0])).toThrow('expected a weight above 0, got 0');
  expect(restored([], [2, 0])).toThrow('expected a weight of 0 without sums, got 2');
  expect(restored([[[-1, 0]]], [1, 0])).toThrow('expected sums of at least 0, got -1');
  expect(restored([[['NaN', 0]]], [1, 0])).toThrow('expected sums of at least 0, got NaN');
});
