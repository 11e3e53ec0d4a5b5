import { MetricInputError, mutualInfoScore } from 'tfjs-metrics';
import { MutualInfoScore } from 'tfjs-metrics/clustering';

test('scores labels', () => {
  const metric = new MutualInfoScore();
  metric.update(['a', 'b'], [0, 1]);
  expect(metric.compute()).toBe(mutualInfoScore(['a', 'b'], [0, 1]));
  expect(() => mutualInfoScore([0.5], [1])).toThrow(MetricInputError);
});
