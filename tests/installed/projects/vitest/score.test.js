import { createRequire } from 'node:module';
import { Metric, MutualInfoScore } from 'tfjs-metrics';
import { expect, test } from 'vitest';

const required = createRequire(import.meta.url)('tfjs-metrics');

test('scores labels, with one class for import and require', () => {
  const metric = new required.MutualInfoScore();
  metric.update(['a', 'b'], [0, 1]);
  expect(metric.compute()).toBeCloseTo(Math.LN2);
  expect(metric).toBeInstanceOf(MutualInfoScore);
  expect(required.Metric).toBe(Metric);
});
