import { describe, expect, test } from '@jest/globals';
import {
  explainedVariance,
  meanAbsoluteError,
  meanAbsolutePercentageError,
  MetricInputError,
  meanSquaredError,
  pearsonCorrCoef,
  r2Score,
  regressionDifference,
  regressionInterval,
  spearmanCorrCoef,
  type RegressionScoreName,
} from 'tfjs-metrics';
import { REGRESSION_SCORES } from '../../../src/functional/regression/intervals/scoreInfluence.ts';
import { RandomSource } from '../../../src/numeric/random/randomSource.ts';
import { studentQuantile } from '../../../src/numeric/special/studentQuantile.ts';
import { expectClose } from '../../expectClose.ts';

const random = RandomSource.of(3);
const TARGET = Float64Array.from({ length: 40 }, () => 3 + random.uniform() + random.uniform());
// Some values are tied.
const PREDS = TARGET.map((value, i) => (i % 5 === 0 ? 4 : value + 0.3 * random.uniform()));
const OTHERS = TARGET.map((value) => value + 0.8 * (random.uniform() - 0.5));
const names = Object.keys(REGRESSION_SCORES) as RegressionScoreName[];
const mean = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;

/** Standard error of the mean. */
function errorOf(values: ArrayLike<number>): number {
  const center = mean(values);
  return Math.sqrt(mean(Array.from(values, (value) => (value - center) ** 2)) / (values.length - 1));
}

describe('regressionInterval', () => {
  test('has the values of the functions', () => {
    const valueOf = (score: RegressionScoreName): number => regressionInterval(PREDS, TARGET, { score }).value;
    expect(valueOf('meanAbsoluteError')).toBe(meanAbsoluteError(PREDS, TARGET));
    expect(valueOf('rootMeanSquaredError')).toBe(meanSquaredError(PREDS, TARGET, { squared: false }));
    expect(valueOf('meanAbsolutePercentageError')).toBe(meanAbsolutePercentageError(PREDS, TARGET));
    expect(valueOf('r2Score')).toBe(r2Score(PREDS, TARGET));
    expect(valueOf('explainedVariance')).toBe(explainedVariance(PREDS, TARGET));
    expect(valueOf('pearsonCorrCoef')).toBe(pearsonCorrCoef(PREDS, TARGET));
    expectClose(valueOf('spearmanCorrCoef'), spearmanCorrCoef(PREDS, TARGET));
    expectClose(valueOf('meanResidual'), mean(TARGET.map((value, i) => value - PREDS[i]!)));
    expect(regressionInterval(PREDS, TARGET)).toEqual(
      regressionInterval(PREDS, TARGET, { score: 'meanAbsoluteError' }),
    );
  });

  test('has the interval of a mean on its own scale, and of an error on that of its logarithm', () => {
    const residuals = TARGET.map((value, i) => value - PREDS[i]!);
    const t = studentQuantile(0.95, 39);
    const plain = regressionInterval(PREDS, TARGET, { score: 'meanResidual', confidence: 0.9 });
    expectClose(plain.standardError, errorOf(residuals));
    expectClose(plain.lower, plain.value - t * plain.standardError);
    expectClose(plain.upper, plain.value + t * plain.standardError);
    const sizes = residuals.map(Math.abs);
    const { value, lower, upper, standardError } = regressionInterval(PREDS, TARGET, { confidence: 0.9 });
    expectClose(standardError, errorOf(sizes));
    expectClose(Math.log(upper / value), (t * standardError) / value);
    expectClose(Math.log(value / lower), (t * standardError) / value);
  });

  test.each(names)('has influences on %s that are its derivatives with respect to the weights', (name) => {
    const weights = Float64Array.from(TARGET, (_, i) => 1 + (i % 3));
    const pairsOf = (changed: Float64Array) => ({
      ...{ preds: PREDS, target: TARGET, weights: changed, size: changed.length },
      n: changed.reduce((sum, weight) => sum + weight, 0),
    });
    const { influence } = REGRESSION_SCORES[name].of(pairsOf(weights));
    const n = weights.reduce((sum, weight) => sum + weight, 0);
    for (const i of [0, 1, 5, 17, 39]) {
      const [up, down] = [1e-4, -1e-4].map((step) => {
        const changed = weights.slice();
        changed[i]! += step;
        return REGRESSION_SCORES[name].of(pairsOf(changed)).value;
      });
      expectClose((n * (up! - down!)) / 2e-4, influence[i]!, 1e-6);
    }
  });

  test.each(names)('counts a sample of %s with weight k as k samples, and none with weight 0', (score) => {
    const weights = Array.from(TARGET, (_, i) => i % 4);
    const repeated = (values: Float64Array): number[] =>
      Array.from(values).flatMap((value, i) => Array.from({ length: weights[i]! }, () => value));
    const weighted = regressionInterval(PREDS, TARGET, { score, sampleWeight: weights });
    const plain = regressionInterval(repeated(PREDS), repeated(TARGET), { score });
    for (const end of ['value', 'lower', 'upper', 'standardError'] as const)
      expectClose(weighted[end], plain[end], 1e-10);
  });

  test.each(['r2Score', 'explainedVariance', 'pearsonCorrCoef', 'spearmanCorrCoef'] as const)(
    'keeps %s in its range, and does not depend on the unit or origin',
    (score) => {
      const noise = TARGET.map(() => random.uniform());
      for (const preds of [PREDS, noise]) {
        const { value, lower, upper } = regressionInterval(preds, TARGET, { score });
        expect(lower).toBeLessThan(value);
        expect(upper).toBeGreaterThan(value);
        expect(upper).toBeLessThan(1);
        const scaled = [preds, TARGET].map((values) => values.map((each) => 1e9 + 1e3 * each));
        expectClose(regressionInterval(scaled[0]!, scaled[1]!, { score }).lower, lower, 1e-4);
        const tiny = [preds, TARGET].map((values) => values.map((each) => 1e-150 * each));
        expectClose(regressionInterval(tiny[0]!, tiny[1]!, { score }).lower, lower, 1e-9);
      }
    },
  );

  test('has no interval that the samples do not determine', () => {
    const none = { lower: NaN, upper: NaN, standardError: NaN };
    expect(regressionInterval([], [])).toEqual({ value: NaN, ...none });
    expect(regressionInterval([1], [2])).toEqual({ value: 1, ...none });
    expect(regressionInterval([1, 2, 3], [2, 3, 4])).toEqual({ value: 1, ...none });
    for (const score of names) {
      const { lower, upper } = regressionInterval([1, 2, 3], [5, 5, 5], { score });
      expect(Number.isNaN(lower)).toBe(Number.isNaN(upper));
      expect(regressionInterval([1, 2, 3], [1, 2, 3], { score })).toMatchObject(none);
    }
  });

  test('rejects invalid inputs', () => {
    const call =
      (...args: unknown[]) =>
      () =>
        (regressionInterval as (...a: unknown[]) => unknown)(...args);
    expect(call([1, 2], [1])).toThrow('preds, target: expected the same number of samples, got 2 and 1');
    expect(call([1, NaN], [1, 2])).toThrow('preds[1]: expected a finite number, got NaN');
    expect(call([[1, 2]], [[1, 2]])).toThrow('preds, target: expected shape [N] or [N, 1], got [1, 2]');
    expect(call([1, 2], [1, 2], { sampleWeight: [1, 0.5] })).toThrow('expected whole numbers as weights');
    expect(call([1, 2], [1, 2], { score: 'mse' })).toThrow(MetricInputError);
    expect(call([1, 2], [1, 2], { confidence: 1 })).toThrow(MetricInputError);
  });
});

describe('regressionDifference', () => {
  test('is the paired t-test of the absolute residuals for the mean absolute error', () => {
    const differences = TARGET.map((value, i) => Math.abs(value - PREDS[i]!) - Math.abs(value - OTHERS[i]!));
    const { difference, lower, upper, standardError, statistic } = regressionDifference(PREDS, OTHERS, TARGET);
    expectClose(difference, mean(differences));
    expectClose(standardError, errorOf(differences));
    expectClose(statistic, difference / standardError);
    expectClose(upper - lower, 2 * studentQuantile(0.975, 39) * standardError);
    // scipy.stats.ttest_rel(a, b).pvalue
    const a = [1, 2, 3, 4, 5, 6];
    const b = [2, 2, 5, 3, 7, 9];
    const zeros = a.map(() => 0);
    expect(regressionDifference(a, b, zeros).pValue).toBeCloseTo(0.10987, 5);
  });

  test.each(names)(
    'is the difference of %s, with the sign and the interval exchanged for exchanged models',
    (score) => {
      const there = regressionDifference(PREDS, OTHERS, TARGET, { score });
      const back = regressionDifference(OTHERS, PREDS, TARGET, { score });
      const [first, second] = [PREDS, OTHERS].map((preds) => regressionInterval(preds, TARGET, { score }).value);
      expect(there.difference).toBe(first! - second!);
      expectClose(there.lower, -back.upper);
      expectClose(there.pValue, back.pValue);
      expect(there.pValue < 0.05).toBe(there.lower > 0 || there.upper < 0);
    },
  );

  test('is unknown for equal predictions and few samples', () => {
    expect(regressionDifference(PREDS, PREDS, TARGET)).toMatchObject({ difference: 0, lower: NaN, pValue: NaN });
    expect(regressionDifference([1], [2], [3])).toMatchObject({ difference: 1, standardError: NaN });
    expect(regressionDifference([], [], []).difference).toBeNaN();
  });

  test('rejects other predictions of another length, and fractional weights', () => {
    expect(() => regressionDifference([1, 2], [1], [1, 2])).toThrow(
      'otherPreds, target: expected the same number of samples, got 1 and 2',
    );
    expect(() => regressionDifference([1, 2], [1, 3], [1, 2], { sampleWeight: 0.5 })).toThrow(MetricInputError);
  });
});

describe('scores that are equal apart from rounding', () => {
  const target = Array.from({ length: 50 }, (_, i) => Math.sin(i * i));
  const preds = target.map((value, i) => value + Math.cos(i ** 3) / 4);

  test.each([
    ['pearsonCorrCoef', preds.map((value) => 3.3 * value + 0.7)],
    ['explainedVariance', preds.map((value) => value + 0.7)],
  ] as const)('have no difference in %s', (score, others) => {
    const { difference, standardError, pValue } = regressionDifference(preds, others, target, { score });
    expect({ difference, standardError, pValue }).toEqual({ difference: 0, standardError: NaN, pValue: NaN });
  });

  test('as the explained variance of constant predictions, have no interval', () => {
    for (const constant of [5, 4.3]) {
      const { lower, standardError } = regressionInterval(
        target.map(() => constant),
        target,
        {
          score: 'explainedVariance',
        },
      );
      expect([lower, standardError]).toEqual([NaN, NaN]);
    }
  });

  test('the root mean squared error neither underflows nor overflows', () => {
    for (const unit of [1e-300, 1e-200, 1e200, 1e300]) {
      const scaled = (values: number[]): number[] => values.map((value) => value * unit);
      const { value } = regressionInterval(scaled(preds), scaled(target), { score: 'rootMeanSquaredError' });
      const expected = regressionInterval(preds, target, { score: 'rootMeanSquaredError' }).value;
      expect(value / unit).toBeCloseTo(expected, 10);
    }
  });
});
