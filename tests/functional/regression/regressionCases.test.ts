import { describe, expect, test } from '@jest/globals';
import { JointMoments, OutputMoments } from 'tfjs-metrics';
import {
  concordanceCorrCoef,
  cosineSimilarity,
  criticalSuccessIndex,
  crps,
  explainedVariance,
  jensenShannonDivergence,
  kendallRankCorrCoef,
  kendallTest,
  klDivergence,
  logCoshError,
  meanAbsolutePercentageError,
  meanSquaredError,
  meanSquaredLogError,
  meanAbsoluteError,
  minkowskiDistance,
  normalizedRootMeanSquaredError,
  pearsonCorrCoef,
  R2Score,
  r2Score,
  relativeSquaredError,
  spearmanCorrCoef,
  symmetricMeanAbsolutePercentageError,
  tweedieDeviance,
  weightedMeanAbsolutePercentageError,
} from 'tfjs-metrics/regression';
import { expectClose } from '../../expectClose.ts';

const THREE = [1, 2, 3];

test.each([
  [[12, 2, 1, 12, 2], [1, 4, 7, 1, 0], 0.28274545993277467, 0.8586272700336126, 0.14137272996638733],
  [[1, 2, 3, 4, 5, 6], [2, 1, 4, 3, 6, 5], 0.1361111111111111, 0.06805555555555555, 0.9722222222222222],
  [[6, 5, 4, 3, 2, 1], [2, 1, 4, 3, 6, 5], 0.1361111111111111, 0.9722222222222222, 0.06805555555555555],
  [[1, 2, 3], [1, 2, 3], 1 / 3, 1 / 6, 1],
  [[1, 2, 3, 4], [2, 4, 1, 3], 1, 0.625, 0.625],
])('p-values of kendallTest of %j and %j are those of scipy.stats.kendalltau', (x, y, twoSided, greater, less) => {
  expectClose(kendallTest(x, y).pValue, twoSided);
  expectClose(kendallTest(x, y, { alternative: 'two-sided' }).pValue, twoSided);
  expectClose(kendallTest(x, y, { alternative: 'greater' }).pValue, greater);
  expectClose(kendallTest(x, y, { alternative: 'less' }).pValue, less);
});

describe('targets that are constant', () => {
  test('have an R² and an explained variance of 1 without errors, else of 0, or of onUndefined', () => {
    expect(r2Score([2, 2], [2, 2])).toBe(1);
    expect(r2Score([2, 3], [2, 2])).toBe(0);
    expect(r2Score([2, 3], [2, 2], { adjusted: 1 })).toBe(0);
    expect(explainedVariance([3, 3], [2, 2])).toBe(1);
    expect(explainedVariance([2, 3], [2, 2])).toBe(0);
    expect(r2Score([2, 3], [2, 2], { onUndefined: 0.3 })).toBe(0.3);
    expect(() => r2Score([2, 3], [2, 2], { onUndefined: 'throw' })).toThrow('all targets are equal');
    expect(r2Score([0.3, 0.3, 0.3], [0.1, 0.1, 0.1])).toBe(0);
  });

  test('have no correlation', () => {
    for (const score of [pearsonCorrCoef, spearmanCorrCoef, kendallRankCorrCoef]) {
      expect(score(THREE, [0.1, 0.1, 0.1])).toBeNaN();
      expect(score([0.1, 0.1, 0.1], THREE)).toBeNaN();
      expect(score(THREE, [2, 2, 2], { onUndefined: 0 })).toBe(0);
    }
    expect(concordanceCorrCoef(THREE, [2, 2, 2])).toBe(0);
    expect(concordanceCorrCoef([2, 2], [2, 2])).toBeNaN();
    expect(kendallTest(THREE, [2, 2, 2])).toEqual({ statistic: NaN, pValue: NaN });
  });

  test('have a relative error of Infinity, or NaN without errors', () => {
    expect(relativeSquaredError(THREE, [2, 2, 2])).toBe(Infinity);
    expect(relativeSquaredError([2, 2], [2, 2])).toBeNaN();
    expect(normalizedRootMeanSquaredError(THREE, [2, 2, 2], { normalization: 'range' })).toBe(Infinity);
    expect(normalizedRootMeanSquaredError([0, 0], [0, 0])).toBeNaN();
  });

  test('stay constant in several blocks and merged states', () => {
    const target = new Float64Array(5000).fill(0.1);
    const preds = target.map((_, i) => i);
    expect(pearsonCorrCoef(preds, target)).toBeNaN();
    const moments = OutputMoments.of(preds, target, { sampleWeight: preds.map((i) => i / 7) });
    moments.merge(OutputMoments.of(preds, target));
    expect(pearsonCorrCoef(moments)).toBeNaN();
  });
});

test('one sample has no score that is relative to a variance', () => {
  const scores: readonly ((preds: number[], target: number[], options?: { onUndefined: 'throw' }) => unknown)[] = [
    r2Score,
    explainedVariance,
    relativeSquaredError,
    pearsonCorrCoef,
    concordanceCorrCoef,
    spearmanCorrCoef,
    kendallRankCorrCoef,
  ];
  for (const score of scores) {
    expect(score([1], [2])).toBeNaN();
    expect(() => score([1], [2], { onUndefined: 'throw' })).toThrow('it needs at least 2 samples, and has 1');
  }
  expect(r2Score([1, 2, 3], [1, 2, 4], { adjusted: 2 })).toBeNaN();
});

test('R² near 1e8 streams without cancellation', () => {
  const target = Array.from({ length: 3000 }, (_, i) => 1e8 + ((i * 7919) % 1024) / 512);
  const preds = target.map((value, i) => value + ((i % 3) - 1) / 1024);
  // All values are multiples of 2⁻¹⁰, so that the same values without the offset are exact.
  const near = (values: number[]): number[] => values.map((value) => value - 1e8);
  const metric = new R2Score();
  for (let from = 0; from < 3000; from += 30)
    metric.update(preds.slice(from, from + 30), target.slice(from, from + 30));
  expectClose((1 - metric.compute()) / (1 - r2Score(near(preds), near(target))), 1, 1e-9);
  expectClose(pearsonCorrCoef(preds, target), pearsonCorrCoef(near(preds), near(target)), 1e-15);
});

test('the moments of outputs are the joint moments of predictions and targets', () => {
  const [preds, target] = [Array.from({ length: 2500 }, (_, i) => Math.sin(i)), [] as number[]];
  preds.forEach((value, i) => target.push(value + Math.cos(i * i)));
  const { n, preds: ofPreds, target: ofTarget, product } = OutputMoments.of(preds, target).outputs[0]!;
  const [[xx, xy], [, yy]] = JointMoments.of(preds, target).covariance() as [[number, number], [number, number]];
  expectClose(ofPreds.squares / (n - 1), xx, 1e-13);
  expectClose(ofTarget.squares / (n - 1), yy, 1e-13);
  expectClose(product / (n - 1), xy, 1e-13);
});

test('moments keep errors that are much smaller or larger than either variable', () => {
  expect(r2Score([1, 2, 3 + 2 ** -40], THREE)).toBe(1 - 2 ** -80 / 2);
  expect(pearsonCorrCoef([2 ** -700, 2 ** -699, 0], [2, 4, 0])).toBe(1);
  expect(r2Score([2 ** 600, 0, 0], [0, 1, 2])).toBeLessThan(-1e300);
  expect(relativeSquaredError([2 ** -600, 0], [2 ** 300, 0])).toBe(2);
  const zeros = OutputMoments.of([0, 0], [0, 0]);
  zeros.merge(OutputMoments.of([2 ** -600, 2 ** -599], [2 ** -600, 2 ** -598]));
  expectClose(r2Score(zeros), r2Score([0, 0, 1, 2], [0, 0, 1, 4]));
});

describe('targets of 0', () => {
  test('are infinite percentage errors, unless the prediction is exact', () => {
    expect(meanAbsolutePercentageError([0.1, 1], [0, 1])).toBe(Infinity);
    expect(meanAbsolutePercentageError([0, 1.5], [0, 1])).toBe(0.25);
    expect(meanAbsolutePercentageError([0.1, 1.5], [0, 1], { sampleWeight: [0, 2] })).toBe(0.5);
    expect(symmetricMeanAbsolutePercentageError([0, 0.1], [0, 0])).toBe(1);
    expect(symmetricMeanAbsolutePercentageError([1e308], [-1e308])).toBe(2);
    expect(weightedMeanAbsolutePercentageError([0, 0.5], [0, 1])).toBe(0.5);
    expect(weightedMeanAbsolutePercentageError([1], [0])).toBe(Infinity);
    expect(weightedMeanAbsolutePercentageError([0], [0])).toBeNaN();
  });
});

describe('values outside the domain of a loss are rejected', () => {
  test.each([
    [() => meanSquaredLogError([1, -1], [1, 1]), 'preds[1]: expected a number ≥ 0, got -1'],
    [() => meanSquaredLogError([1], [-0.5]), 'target[0]: expected a number ≥ 0, got -0.5'],
    [() => tweedieDeviance([0], [1], { power: 1 }), 'preds[0]: expected a number > 0 with the power 1, got 0'],
    [() => tweedieDeviance([1], [0], { power: 2 }), 'target[0]: expected a number > 0 with the power 2'],
    [() => tweedieDeviance([1], [1], { power: 0.5 }), 'option "power": expected a number ≤ 0 or ≥ 1, got 0.5'],
    [() => minkowskiDistance([1], [1], { p: 0.5 }), 'option "p": expected a number ≥ 1, got 0.5'],
    [() => klDivergence([[1, -1]], [[1, 1]]), 'p: row 0, column 1: expected a number ≥ 0, got -1'],
    [() => klDivergence([[1, 1]], [[0, 0]]), 'q: row 0: expected a finite sum above 0, got 0'],
    [() => klDivergence([0.5, 0.5], [0.5, 0.5]), 'p: expected rows [N, K] of at least 2 numbers, got [2, 1]; pass'],
    [() => cosineSimilarity([1, 2], [1, 2]), 'preds: expected rows [N, K] of at least 2 numbers'],
    [() => crps([[1, 2]], [[1, 2]]), 'target: expected shape [N] or [N, 1], got [1, 2]'],
    [() => kendallTest([[1, 2]], [[1, 2]]), 'preds, target: expected shape [N] or [N, 1], got [1, 2]'],
    [() => kendallTest([1, 1], [1, 2], { method: 'exact' }), 'only with values without ties'],
    [() => meanAbsoluteError([1e308, 1e308], [0, 0]), 'expected a sum of losses below 1.8e308, got Infinity'],
    [
      () => minkowskiDistance([1e200], [0], { p: 3 }),
      'preds, target: row 0: expected a loss below 1.8e308, got Infinity',
    ],
    [() => meanSquaredError([1e200], [0]), 'expected a mean squared error below 1.8e308, got Infinity; set the option'],
  ])('%#', (call, message) => {
    expect(call).toThrow(message);
  });
});

test('log-cosh errors neither overflow nor lose small errors', () => {
  expectClose(logCoshError([1e-10], [0]) / 5e-21, 1);
  expect(logCoshError([1e300], [0])).toBe(1e300);
  expectClose(logCoshError([1 - 1e-15], [0]), logCoshError([1], [0]), 1e-14);
});

test('divergences of distributions with zeros', () => {
  expect(klDivergence([[1, 0]], [[1, 1]], { base: 2 })).toBe(1);
  expect(klDivergence([[1, 1]], [[1, 0]])).toBe(Infinity);
  expect(jensenShannonDivergence([[2, 0]], [[0, 3]])).toBe(Math.LN2);
});

test('cosines of zero vectors are 0, and those of tiny and huge vectors are exact', () => {
  expect(cosineSimilarity([[0, 0]], [[1, 0]])).toBe(0);
  expect(cosineSimilarity([[3e-300, 4e-300]], [[4e300, 3e300]])).toBeCloseTo(0.96, 15);
});

test('CRPS is the absolute error for one prediction, and ∫ (F − [z ≥ y])² in general', () => {
  expect(crps([2, 5], [3, 5])).toBe(0.5);
  // F is 1/2 on [0, 1] and 1 above.
  expect(crps([[1, 0]], [0.25])).toBe(0.25 * 0.25 + 0.75 * 0.25);
  expect(crps([[0, 1]], [-2])).toBe(2 + 0.25);
  expect(crps([[0, 1]], [3])).toBe(2 + 0.25);
});

test('no event reaches the threshold', () => {
  expect(criticalSuccessIndex([0.1], [0.2])).toBeNaN();
  expect(criticalSuccessIndex([0.1], [0.2], { onUndefined: 0 })).toBe(0);
});

test('Kendall counts equal those of all pairs', () => {
  const x = Array.from({ length: 300 }, (_, i) => (i * i * 31) % 23);
  const y = x.map((value, i) => value + ((i * 17) % 11));
  let [balance, pairs, tiedX, tiedY] = [0, 0, 0, 0];
  for (let i = 0; i < 300; i++) {
    for (let j = 0; j < i; j++) {
      balance += Math.sign(x[i]! - x[j]!) * Math.sign(y[i]! - y[j]!);
      pairs++;
      tiedX += Number(x[i] === x[j]);
      tiedY += Number(y[i] === y[j]);
    }
  }
  expect(kendallRankCorrCoef(x, y, { variant: 'a' })).toBe(balance / pairs);
  expectClose(kendallRankCorrCoef(x, y), balance / Math.sqrt((pairs - tiedX) * (pairs - tiedY)));
  const m = new Set(x).size;
  expectClose(kendallRankCorrCoef(x, y, { variant: 'c' }), (2 * balance) / (300 ** 2 * ((m - 1) / m)));
  expect(kendallTest(x, y).pValue).toBeGreaterThan(0);
});
