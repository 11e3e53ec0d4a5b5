import { expect, test } from '@jest/globals';
import { fowlkesMallowsIndex, jaccardScore, MetricInputError, pairPrecisionRecallFScore } from 'tfjs-metrics';
import { expectClose } from '../../expectClose.ts';
import { hash32 } from '../../parity/hashLabels.ts';

const labels = (groups: number, seed: number): number[] =>
  Array.from({ length: 60 }, (_, i) => hash32(i, seed) % groups);

test.each([1, 2, 3, 4, 5])('equals a count of all pairs, seed %d', (seed) => {
  const [preds, target] = [labels(seed + 1, seed), labels(3, seed + 10)];
  let [both, inPreds, inTarget] = [0, 0, 0];
  for (let i = 0; i < preds.length; i++) {
    for (let j = 0; j < i; j++) {
      if (preds[i] === preds[j]) inPreds++;
      if (target[i] === target[j]) inTarget++;
      if (preds[i] === preds[j] && target[i] === target[j]) both++;
    }
  }
  const { precision, recall, fScore } = pairPrecisionRecallFScore(preds, target, { beta: 2 });
  expectClose(precision, both / inPreds);
  expectClose(recall, both / inTarget);
  expectClose(fScore, (5 * both) / (inPreds + 4 * inTarget));
});

test('agrees with the other scores of pairs', () => {
  const [preds, target] = [labels(4, 1), labels(3, 2)];
  const { precision, recall, fScore } = pairPrecisionRecallFScore(preds, target);
  expectClose(Math.sqrt(precision * recall), fowlkesMallowsIndex(preds, target));
  expectClose(fScore / (2 - fScore), jaccardScore(preds, target));
});

test('a ratio without pairs is 1, or what onUndefined says', () => {
  expect(pairPrecisionRecallFScore([0, 1, 2], [0, 0, 1])).toEqual({ precision: 1, recall: 0, fScore: 0 });
  expect(pairPrecisionRecallFScore([0, 1, 2], [0, 1, 2])).toEqual({ precision: 1, recall: 1, fScore: 1 });
  expect(pairPrecisionRecallFScore([0, 1, 2], [0, 0, 1], { onUndefined: 'nan' }).precision).toBeNaN();
  expect(() => pairPrecisionRecallFScore([0, 1], [0, 0], { onUndefined: 'throw' })).toThrow(
    'pairPrecisionRecallFScore: expected a defined value, got 0/0 because no two samples are together in preds',
  );
});

test('requires whole weights', () => {
  expect(() => pairPrecisionRecallFScore([0, 1], [0, 1], { sampleWeight: [0.5, 1] })).toThrow(MetricInputError);
});
