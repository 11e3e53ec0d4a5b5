import { expect, test } from '@jest/globals';
import { MetricInputError, mutualInfoScore } from 'tfjs-metrics';
import { MutualInfoScore } from 'tfjs-metrics/clustering';

test('scores labels', () => {
  const metric: MutualInfoScore = new MutualInfoScore({ base: 2 });
  metric.update(['a', 'b'], [0, 1]);
  const value: number = metric.compute();
  expect(value).toBe(mutualInfoScore(['a', 'b'], [0, 1], { base: 2 }));
  expect(() => mutualInfoScore([0.5], [1])).toThrow(MetricInputError);
});
