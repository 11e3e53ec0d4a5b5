import { describe, expect, test } from '@jest/globals';
import { averagePrecision, averagePrecisionInterval, MetricInputError, ScoreCounts } from 'tfjs-metrics';
import { averagePrecisionCoverageTable } from '../../../scripts/classifierCoverage.ts';
import { expectClose } from '../../expectClose.ts';
import { binaryScores } from '../../parity/binaryScores.ts';
import { hash32 } from '../../parity/hashLabels.ts';

const { preds, target } = binaryScores({ n: 120, seed: 5, levels: 24, onePositiveIn: 3 });

test('the standard error is that of the derivatives by the weights of the samples', () => {
  const step = 1e-4;
  const weighted = (i: number, weight: number): number => {
    const sampleWeight = Array.from(target, (_, j) => (i === j ? weight : 1));
    return averagePrecision(preds, target, { sampleWeight });
  };
  const squares = [0, 0];
  target.forEach((label, i) => {
    const derivative = (weighted(i, 1 + step) - weighted(i, 1 - step)) / (2 * step);
    squares[label]! += derivative ** 2;
  });
  const [negatives, positives] = [0, 1].map((label) => target.filter((other) => other === label).length);
  const variance = (squares[1]! * positives!) / (positives! - 1) + (squares[0]! * negatives!) / (negatives! - 1);
  const { value, standardError } = averagePrecisionInterval(preds, target);
  expect(value).toBe(averagePrecision(preds, target));
  expect(standardError / Math.sqrt(variance)).toBeCloseTo(1, 6);
});

test('whole weights count samples, and others are rejected', () => {
  const sampleWeight = Array.from(target, (_, i) => 1 + (hash32(i, 3) % 3));
  const repeat = (values: ArrayLike<number>): number[] =>
    Array.from(values).flatMap((value, i) => Array<number>(sampleWeight[i]!).fill(value));
  const weighted = averagePrecisionInterval(preds, target, { sampleWeight });
  const repeated = averagePrecisionInterval(ScoreCounts.of(repeat(preds), repeat(target)));
  for (const name of ['value', 'lower', 'upper', 'standardError'] as const) expectClose(weighted[name], repeated[name]);
  expect(() => averagePrecisionInterval([0.1, 0.2], [0, 1], { sampleWeight: 0.5 })).toThrow(MetricInputError);
});

test('the interval is wider for more confidence, and stays between 0 and 1', () => {
  const narrow = averagePrecisionInterval(preds, target, { confidence: 0.8 });
  const wide = averagePrecisionInterval(preds, target, { confidence: 0.99 });
  expect(wide.lower).toBeLessThan(narrow.lower);
  expect(wide.upper).toBeGreaterThan(narrow.upper);
  expect(wide.lower).toBeGreaterThan(0);
  expect(wide.upper).toBeLessThan(1);
  const { lower, upper } = averagePrecisionInterval([1, 2, 3, 4, 5, 6], [0, 0, 0, 1, 1, 1]);
  expectClose(lower, 0.025 ** (1 / 3));
  expect(upper).toBe(1);
});

test('two samples of each class are needed', () => {
  expect(averagePrecisionInterval([1, 2, 3], [0, 0, 1]).standardError).toBeNaN();
  expect(() => averagePrecisionInterval([1, 2, 3], [0, 0, 1], { onUndefined: 'throw' })).toThrow(
    'a class has one sample',
  );
});

describe('the interval contains the value of the population', () => {
  test('about as often as it says', () => {
    const [, , ...rows] = averagePrecisionCoverageTable(400, [[200, 0.3]]).split('\n');
    const shares = rows[0]!.split('|').slice(2, -1).map(Number);
    // 95 % of 400, with a standard deviation of 1.1 %.
    for (const share of shares) expect(share).toBeGreaterThan(90);
    expect(Math.min(...shares)).toBeLessThan(98.5);
  });
});
