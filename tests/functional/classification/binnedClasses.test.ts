import { describe, expect, test } from '@jest/globals';
import { auroc, Auroc, ClassScoreCounts, MetricInputError, MetricStateError, type Thresholds } from 'tfjs-metrics';
import { expectClose } from '../../expectClose.ts';
import { hash32 } from '../../parity/hashLabels.ts';

const n = 400;
const rows = Array.from({ length: n }, (_, i) => {
  const raw = [1, 2, 3].map((seed) => (hash32(i, seed) % 997) + 1);
  return raw.map((value) => value / raw.reduce((sum, other) => sum + other, 0));
});
const target = rows.map((row, i) => (hash32(i, 4) % 3 === 0 ? row.indexOf(Math.max(...row)) : hash32(i, 5) % 3));

/** Returns the scores rounded down to thresholds, found one by one. */
function rounded(thresholds: readonly number[]): number[][] {
  const below = (score: number): number => Math.max(-1, ...thresholds.filter((edge) => edge <= score));
  return rows.map((row) => row.map(below));
}

const edgesOf = (thresholds: Thresholds): readonly number[] =>
  typeof thresholds === 'number' ? Array.from({ length: thresholds }, (_, k) => k / (thresholds - 1)) : thresholds;

describe.each(['ovr', 'ovo'] as const)('auroc %s with thresholds', (multiclass) => {
  test.each([2, 5, 50, [0.5, 0.2, 0.4], [0.3]].map((thresholds) => [thresholds] as [Thresholds]))(
    '%j: equals the exact area of scores rounded down',
    (thresholds) => {
      const expected = auroc(rounded(edgesOf(thresholds)), target, { multiclass });
      expectClose(auroc(rows, target, { multiclass, thresholds }), expected);
      const metric = new Auroc({ multiclass, thresholds, average: 'weighted' });
      for (let from = 0; from < n; from += 37) {
        metric.update(rows.slice(from, from + 37) as never, target.slice(from, from + 37));
      }
      const weighted = auroc(rounded(edgesOf(thresholds)), target, { multiclass, average: 'weighted' });
      expectClose(metric.compute(), weighted);
    },
  );

  test('approaches the exact area', () => {
    const difference = auroc(rows, target, { multiclass, thresholds: 2000 }) - auroc(rows, target, { multiclass });
    expect(Math.abs(difference)).toBeLessThan(0.001);
  });

  test('the size of the counts depends on the thresholds, not on the samples', () => {
    const counts = new ClassScoreCounts(multiclass, 11).add(rows, target);
    const before = JSON.stringify(counts).length;
    for (let k = 0; k < 20; k++) {
      const others = rows.map(([a, b, c]) => [b! * 0.9, c! + b! * 0.1, a!]);
      counts.add(others, target);
    }
    expect(counts.n).toBe(21 * n);
    expect(JSON.stringify(counts).length).toBeLessThan(2 * before);
  });

  test('counts merge, subtract, and are saved and restored', () => {
    const part = (from: number, to: number): ClassScoreCounts =>
      new ClassScoreCounts(multiclass, [0.1, 0.3, 0.5]).add(rows.slice(from, to), target.slice(from, to));
    const json = JSON.stringify(part(0, n));
    expect(JSON.stringify(part(0, 100).merge(part(100, n)))).toBe(json);
    expect(JSON.stringify(part(0, n).subtract(part(0, 100)))).toBe(JSON.stringify(part(100, n)));
    const restored = ClassScoreCounts.fromJSON(JSON.parse(json));
    expect(JSON.stringify(restored.clone())).toBe(json);
    expect(restored.merge(part(0, 1)).n).toBe(n + 1);
  });

  test('other thresholds, invalid ones and scores that are no probabilities are refused', () => {
    const counts = new ClassScoreCounts(multiclass, 11).add(rows, target);
    const json = JSON.stringify(counts);
    for (const thresholds of [undefined, 12, [0, 1]]) {
      expect(() => counts.merge(new ClassScoreCounts(multiclass, thresholds))).toThrow('the same thresholds');
    }
    expect(() => counts.add([[2, -1, 0]], [0])).toThrow('expected a probability from 0 to 1, got 2');
    for (const thresholds of [1, 2.5, [], [NaN], 'a', null]) {
      expect(() => new ClassScoreCounts(multiclass, thresholds as number)).toThrow(MetricInputError);
      expect(() => auroc(rows, target, { multiclass, thresholds: thresholds as number })).toThrow(MetricInputError);
      const damaged = { ...(JSON.parse(json) as object), thresholds };
      expect(() => ClassScoreCounts.fromJSON(damaged)).toThrow(MetricStateError);
    }
    expect(JSON.stringify(counts)).toBe(json);
    expect(new ClassScoreCounts(multiclass, [0]).add([[2, -1, 0]], [0]).n).toBe(1);
  });
});
