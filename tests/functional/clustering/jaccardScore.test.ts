import { expect, test } from '@jest/globals';
import { ContingencyTable, jaccardScore, MetricInputError } from 'tfjs-metrics';
import { hash32 } from '../../parity/hashLabels.ts';

/** Counts the pairs of samples one by one. */
function countedByPairs(preds: readonly number[], target: readonly number[]): number {
  let [both, either] = [0, 0];
  for (let i = 0; i < preds.length; i++) {
    for (let j = 0; j < i; j++) {
      const [inPreds, inTarget] = [preds[i] === preds[j], target[i] === target[j]];
      if (inPreds && inTarget) both++;
      if (inPreds || inTarget) either++;
    }
  }
  return both / either;
}

test.each([1, 2, 3, 4, 5])('equals a count of all pairs, seed %d', (seed) => {
  const labels = (groups: number, by: number) => Array.from({ length: 60 }, (_, i) => hash32(i, seed + by) % groups);
  const [preds, target] = [labels(seed + 1, 0), labels(3, 10)];
  expect(jaccardScore(preds, target)).toBe(countedByPairs(preds, target));
});

test('is 1 if no two samples are together in either labeling, or what onUndefined says', () => {
  expect(jaccardScore([0, 1, 2], ['a', 'b', 'c'])).toBe(1);
  expect(jaccardScore([0, 1, 2], ['a', 'b', 'c'], { onUndefined: 'nan' })).toBeNaN();
});

test('is 0 if no pair is together in both labelings', () => {
  expect(jaccardScore([0, 0, 1, 1], [0, 1, 0, 1])).toBe(0);
});

test('requires whole weights', () => {
  expect(() => jaccardScore([0, 1], [0, 1], { sampleWeight: [0.5, 1] })).toThrow(MetricInputError);
});

test('counts 4e9 pairs without overflow', () => {
  const table = ContingencyTable.fromMatrix([
    [60_000, 30_000],
    [0, 0],
  ]);
  const pairs = (n: number): number => (n * (n - 1)) / 2;
  expect(jaccardScore(table)).toBeCloseTo((pairs(60_000) + pairs(30_000)) / pairs(90_000), 15);
});
