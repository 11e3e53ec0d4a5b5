import { describe, expect, test } from '@jest/globals';
import { auroc, delongInterval, delongTest, MetricInputError, ScoreCounts } from 'tfjs-metrics';
import { delongTestTable } from '../../../scripts/classifierCoverage.ts';
import { studentQuantile } from '../../../src/numeric/special/studentQuantile.ts';
import { expectClose } from '../../expectClose.ts';
import { binaryScores } from '../../parity/binaryScores.ts';
import { hash32 } from '../../parity/hashLabels.ts';

const first = binaryScores({ n: 150, seed: 21, levels: 32, onePositiveIn: 3 });
const { target } = first;
const second = first.preds.map((score, i) => 0.5 * score + hash32(i, 9) / 2 ** 32);

/** Sample covariance matrix of the areas by DeLong's formula, from all pairs. */
function covariance(scores: readonly ArrayLike<number>[]): number[][] {
  const [positive, negative] = [1, 0].map((label) => [...target.keys()].filter((i) => target[i] === label));
  const won = (s: ArrayLike<number>, i: number, j: number): number => (s[i]! > s[j]! ? 1 : s[i] === s[j] ? 0.5 : 0);
  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const covarianceOf = (a: number[], b: number[]): number => {
    const [ma, mb] = [mean(a), mean(b)];
    return a.reduce((sum, value, i) => sum + (value - ma) * (b[i]! - mb), 0) / (a.length - 1);
  };
  const v10 = scores.map((s) => positive!.map((i) => mean(negative!.map((j) => won(s, i, j)))));
  const v01 = scores.map((s) => negative!.map((j) => mean(positive!.map((i) => won(s, i, j)))));
  return scores.map((_, a) =>
    scores.map(
      (__, b) => covarianceOf(v10[a]!, v10[b]!) / positive!.length + covarianceOf(v01[a]!, v01[b]!) / negative!.length,
    ),
  );
}

test('the standard errors are those of the formula over all pairs', () => {
  const [[a, ab], [, b]] = covariance([first.preds, second]) as [[number, number], [number, number]];
  expectClose(delongInterval(first.preds, target).standardError, Math.sqrt(a));
  expectClose(delongInterval(second, target).standardError, Math.sqrt(b));
  const { difference, standardError, statistic } = delongTest(first.preds, second, target);
  expectClose(standardError, Math.sqrt(a + b - 2 * ab));
  expectClose(difference, auroc(first.preds, target) - auroc(second, target));
  expectClose(statistic, difference / standardError);
});

describe('delongInterval', () => {
  test('counts whole weights as samples, and rejects others', () => {
    const sampleWeight = target.map((_, i) => 1 + (hash32(i, 3) % 3));
    const repeat = (values: ArrayLike<number>): number[] =>
      Array.from(values).flatMap((value, i) => Array<number>(sampleWeight[i]!).fill(value));
    const weighted = delongInterval(first.preds, target, { sampleWeight });
    const repeated = delongInterval(repeat(first.preds), repeat(target));
    for (const name of ['value', 'lower', 'upper', 'standardError'] as const) {
      expectClose(weighted[name], repeated[name]);
    }
    expect(() => delongInterval([0.1, 0.2], [0, 1], { sampleWeight: 0.5 })).toThrow(MetricInputError);
  });

  test('is wider for more confidence, and stays between 0 and 1', () => {
    const narrow = delongInterval(first.preds, target, { confidence: 0.8 });
    const wide = delongInterval(ScoreCounts.of(first.preds, target), { confidence: 0.99 });
    expect(wide.lower).toBeLessThan(narrow.lower);
    expect(wide.upper).toBeGreaterThan(narrow.upper);
    expect(wide.lower).toBeGreaterThan(0);
    expect(wide.upper).toBeLessThan(1);
  });

  test('of separated classes is not empty', () => {
    const { lower, upper } = delongInterval([1, 2, 3, 4, 5, 6], [0, 0, 0, 1, 1, 1]);
    expectClose(lower, 0.025 ** (1 / 3));
    expect(upper).toBe(1);
    expectClose(delongInterval([4, 5, 6, 1, 2, 3], [0, 0, 0, 1, 1, 1]).upper, 1 - lower);
  });

  test('needs two samples of each class', () => {
    expect(delongInterval([1, 2, 3], [0, 0, 1]).standardError).toBeNaN();
    expect(() => delongInterval([1, 2, 3], [0, 0, 1], { onUndefined: 'throw' })).toThrow('a class has one sample');
  });

  test('contains the area of the population about as often as it says', () => {
    // Binomial scores: the area of the population is a sum over all values.
    const [draws, size] = [600, 40];
    const share = (k: number, p: number): number => [1, 3, 3, 1][k]! * p ** k * (1 - p) ** (3 - k);
    let area = 0;
    for (let i = 0; i < 4; i++) {
      for (let j = 0; j < 4; j++) area += share(i, 0.7) * share(j, 0.4) * (i > j ? 1 : i === j ? 0.5 : 0);
    }
    let covered = 0;
    for (let draw = 0; draw < draws; draw++) {
      const labels = Array.from({ length: size }, (_, i) => i % 2);
      const scores = labels.map((label, i) => {
        const below = (label === 1 ? 0.7 : 0.4) * 2 ** 32;
        return [1, 2, 3].filter((s) => hash32(i, 1000 * draw + s) < below).length;
      });
      const { lower, upper } = delongInterval(scores, labels);
      if (lower <= area && area <= upper) covered++;
    }
    // 95 % of 600, with a standard deviation of 0.9 %.
    expect(covered / draws).toBeGreaterThan(0.92);
    expect(covered / draws).toBeLessThan(0.98);
  });
});

describe('delongInterval of several classes', () => {
  const truth = Array.from({ length: 90 }, (_, i) => hash32(i, 40) % 3);
  const rows = truth.map((label, i) => {
    return [0, 1, 2].map((k) => Math.round(8 * (hash32(3 * i + k, 41) / 2 ** 32 + (k === label ? 0.5 : 0))));
  });
  const ovr = { multiclass: 'ovr' } as const;
  const found = delongInterval(rows, truth, ovr);

  test('has the mean of auroc, and about the standard error of the jackknife', () => {
    expectClose(found.value, auroc(rows, truth, ovr));
    const without = truth.map((_, left) =>
      auroc(
        rows.filter((__, i) => i !== left),
        truth.filter((__, i) => i !== left),
        ovr,
      ),
    );
    const mean = without.reduce((sum, value) => sum + value, 0) / truth.length;
    const squares = without.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    expect(found.standardError / Math.sqrt(squares * (1 - 1 / truth.length))).toBeCloseTo(1, 1);
    expect(found.lower).toBeLessThan(found.value);
    expect(found.upper).toBeGreaterThan(found.value);
    expect(delongInterval(rows, truth, { ...ovr, confidence: 0.99 }).lower).toBeLessThan(found.lower);
  });

  test('has the standard error of one area for two classes with opposite scores', () => {
    const pairs = Array.from(first.preds, (score) => [1 - score, score]);
    const both = delongInterval(pairs, first.target, ovr);
    const one = delongInterval(first.preds, first.target);
    expectClose(both.value, one.value);
    expectClose(both.standardError, one.standardError);
    // Welch's degrees of freedom are not fewer than those of the smaller class.
    expect(both.lower).toBeGreaterThanOrEqual(one.lower);
  });

  test('counts whole weights as samples, leaves out ignored ones, and names columns', () => {
    const sampleWeight = truth.map((_, i) => hash32(i, 42) % 3);
    const repeat = <T>(values: readonly T[]): T[] =>
      values.flatMap((value, i) => Array.from({ length: sampleWeight[i]! }, () => value));
    const names = truth.map((label, i) => (i < 20 ? 'none' : 'abc'[label]!));
    const labels = ['a', 'b', 'c'];
    for (const [one, other] of [
      [delongInterval(rows, truth, { ...ovr, sampleWeight }), delongInterval(repeat(rows), repeat(truth), ovr)],
      [
        delongInterval(rows, names, { ...ovr, labels, ignoreLabel: 'none' }),
        delongInterval(rows.slice(20), truth.slice(20), ovr),
      ],
    ] as const) {
      for (const name of ['value', 'lower', 'upper', 'standardError'] as const) expectClose(one[name], other[name]);
    }
    expect(() => delongInterval(rows, truth, { ...ovr, sampleWeight: 0.5 })).toThrow(
      'expected whole numbers as weights',
    );
    expect(() => delongInterval(rows, truth, { ...ovr, thresholds: 5 })).toThrow(
      'expected only with scores of one class',
    );
    expect(() => delongInterval(rows, truth, { multiclass: 'ovo' as never })).toThrow('option "multiclass"');
  });

  test('is NaN if a class has one sample, and ends at 1 for separated classes', () => {
    expect(delongInterval(rows.slice(0, 3), [0, 1, 1], ovr).lower).toBeNaN();
    expect(() => delongInterval([], [], { ...ovr, onUndefined: 'throw' })).toThrow('there are no samples');
    const perfect = truth.map((label) => [0, 1, 2].map((k) => Number(k === label)));
    const least = Math.min(...[0, 1, 2].map((label) => truth.filter((other) => other === label).length));
    expect(delongInterval(perfect, truth, ovr)).toMatchObject({ value: 1, lower: 0.025 ** (1 / least), upper: 1 });
  });
});

describe('delongTest', () => {
  test('does not depend on the scales of the scores', () => {
    const moved = delongTest(
      first.preds.map((x) => 5 * x - 3),
      second.map((x) => Math.exp(x)),
      target,
    );
    expect(moved).toEqual(delongTest(first.preds, second, target));
  });

  test('is antisymmetric', () => {
    const [one, other] = [delongTest(first.preds, second, target), delongTest(second, first.preds, target)];
    expectClose(one.statistic, -other.statistic);
    expectClose(one.lower, -other.upper);
    expectClose(one.pValue, other.pValue);
  });

  test('of scores with the same order has p-value 1', () => {
    const { difference, statistic, pValue } = delongTest(
      first.preds,
      first.preds.map((x) => x ** 3),
      target,
    );
    expect([difference, statistic, pValue]).toEqual([0, 0, 1]);
  });

  test('of opposite perfect orders has p-value 0', () => {
    expect(delongTest([1, 2, 3, 4], [4, 3, 2, 1], [0, 0, 1, 1])).toMatchObject({ difference: 1, pValue: 0 });
  });

  test("has Welch's degrees of freedom, and an interval that ends where the p-value is 1 − confidence", () => {
    const { difference, lower, upper, standardError, pValue } = delongTest(first.preds, second, target);
    const quantile = (upper - difference) / standardError;
    expectClose(difference - lower, upper - difference);
    const sizes = [0, 1].map((label) => target.filter((other) => other === label).length - 1);
    expect(quantile).toBeLessThan(studentQuantile(0.975, Math.min(...sizes)));
    expect(quantile).toBeGreaterThan(studentQuantile(0.975, sizes[0]! + sizes[1]!));
    const level = delongTest(first.preds, second, target, { confidence: 1 - pValue });
    expect(Math.abs(level.lower)).toBeLessThan(1e-5);
  });

  test('rejects a true null hypothesis at most about as often as it says', () => {
    const [, , row] = delongTestTable(600, [[10, 100]]).split('\n');
    const sizes = row!
      .split('|')
      .slice(2, -1)
      .map((cell) => parseFloat(cell));
    // 5 % of 600, with a standard deviation of 0.9 %; the normal distribution gives up to 8 %.
    for (const size of sizes) expect(size).toBeLessThan(7);
    expect(Math.max(...sizes)).toBeGreaterThan(3);
  });

  test('leaves out ignored samples, and needs two samples of each class', () => {
    const labels = Array.from(target, (label, i) => (i < 10 ? -1 : label));
    const expected = delongTest(first.preds.subarray(10), second.subarray(10), target.subarray(10));
    expect(delongTest(first.preds, second, labels, { ignoreLabel: -1 })).toEqual(expected);
    expect(delongTest([1, 2], [1, 2], [0, 1]).pValue).toBeNaN();
    expect(() => delongTest([1, 2], [1, 2], [0, 1], { onUndefined: 'throw' })).toThrow('a class has one sample');
    const { difference, lower, statistic, pValue } = delongTest([1, 2], [1, 2], [0, 1], { onUndefined: 0 });
    expect([difference, lower, statistic, pValue]).toEqual([0, 0, NaN, NaN]);
    expect(() => delongTest([1, 2], [1], [0, 1])).toThrow(MetricInputError);
  });
});
