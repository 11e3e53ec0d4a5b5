import { describe, expect, test } from '@jest/globals';
import { entropyScore, expectedMutualInfo, homogeneityCompletenessVMeasure, MetricStateError } from 'tfjs-metrics';
import { clusteringScores } from '../../parity/tableScores.ts';

const ONES = [1, 1, 1];
const DISTINCT = [0, 1, 2];
const SPLIT = [0, 0, 1];

/** Labels, and the scores whose formula is 0/0 for them; '*' is all of them. */
const undefinedFor: [string, number[], number[], RegExp][] = [
  ['no samples', [], [], /^/],
  ['one sample', [0], [0], /^(Norm|Adj|Rand|Jacc|Fowl|Homo|Comp|VMea)/],
  ['one cluster on both sides', ONES, ONES, /^(Norm|Adj|Homo|Comp|VMea)/],
  ['one predicted cluster', ONES, SPLIT, /^(Norm.*(min|geometric)|AdjustedM.*(min|geometric)|Comp|VMea)/],
  ['one class', SPLIT, ONES, /^(Norm.*(min|geometric)|AdjustedM.*(min|geometric)|Homo|VMea)/],
  ['distinct labels on both sides', DISTINCT, DISTINCT, /^(Adj|Jacc|Fowl)/],
  ['distinct labels in preds', DISTINCT, SPLIT, /^(AdjustedM.*min|Fowl)/],
  ['distinct labels in target', SPLIT, DISTINCT, /^(AdjustedM.*min|Fowl)/],
  ['independent labels', [0, 0, 1, 1], [0, 1, 0, 1], /^VMea/],
  ['dependent labels', [0, 0, 1, 1], [0, 0, 0, 1], /^$/],
];

describe.each(undefinedFor)('for %s', (_, preds, target, names) => {
  const isUndefined = ({ name }: { name: string }): boolean => names.test(name);

  test("onUndefined: 'nan' gives NaN exactly for scores whose formula is undefined", () => {
    for (const each of clusteringScores) {
      const value = each.score(preds, target, { ...each.options, onUndefined: 'nan' });
      expect([each.name, Number.isNaN(value)]).toEqual([each.name, isUndefined(each)]);
    }
  });

  test("onUndefined: 'throw' throws an error with the score and the reason", () => {
    for (const { name, score, make, options } of clusteringScores) {
      const throwing = { ...options, onUndefined: 'throw' } as const;
      const metric = make({ onUndefined: 'throw' });
      metric.update(preds, target);
      const calls = [() => score(preds, target, throwing), () => metric.compute()];
      for (const call of preds.length === 0 ? calls.slice(0, 1) : calls) {
        if (!isUndefined({ name })) {
          expect(call()).toBe(score(preds, target, options));
          continue;
        }
        expect(call).toThrow(MetricStateError);
        expect(call).toThrow(/^[a-zA-Z]+: expected a defined value, got 0\/0 because [a-z]/);
        expect(call).toThrow(name.replace(/ .*/, '').slice(1));
      }
    }
  });

  test('a number is returned unchanged', () => {
    for (const each of clusteringScores) {
      for (const onUndefined of [0, -7, 0.5]) {
        const value = each.score(preds, target, { ...each.options, onUndefined });
        const defined = each.score(preds, target, each.options);
        expect([each.name, value]).toEqual([each.name, isUndefined(each) ? onUndefined : defined]);
      }
    }
  });

  test('a class returns the same value as its function', () => {
    for (const { name, score, make, options } of clusteringScores) {
      if (preds.length === 0) continue;
      for (const onUndefined of ['nan', 3, undefined] as const) {
        const metric = make({ onUndefined });
        metric.update(preds, target);
        const expected = score(preds, target, { ...options, onUndefined });
        expect([name, metric.compute()]).toEqual([name, expected]);
      }
    }
  });
});

test('the entropy and the expectation of no samples are undefined', () => {
  expect(entropyScore([], { onUndefined: 'nan' })).toBeNaN();
  expect(entropyScore([], { onUndefined: 9 })).toBe(9);
  expect(entropyScore([0], { onUndefined: 9 })).toBe(0);
  expect(expectedMutualInfo([], [], { onUndefined: 'nan' })).toBeNaN();
  expect(() => expectedMutualInfo([], [], { onUndefined: 'throw' })).toThrow(MetricStateError);
});

test('three scores in one call are handled separately', () => {
  expect(homogeneityCompletenessVMeasure(ONES, SPLIT, { onUndefined: 'nan' })).toEqual({
    homogeneity: 0,
    completeness: NaN,
    vMeasure: NaN,
  });
});

test('a metric that is undefined for its first batches is defined after more', () => {
  const { make } = clusteringScores.find(({ name }) => name.startsWith('Completeness'))!;
  const metric = make({ onUndefined: 'throw' });
  metric.update([0, 0], [0, 1]);
  expect(() => metric.compute()).toThrow(MetricStateError);
  metric.update([1, 1], [1, 1]);
  expect(metric.compute()).toBeGreaterThan(0);
});
