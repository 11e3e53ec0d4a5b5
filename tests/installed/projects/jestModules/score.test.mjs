import { createRequire } from 'node:module';
import { Metric, MutualInfoScore } from 'tfjs-metrics';

const required = createRequire(import.meta.url)('tfjs-metrics');

test('gives one class to import and require', () => {
  expect(required.Metric).toBe(Metric);
  expect(new required.MutualInfoScore()).toBeInstanceOf(MutualInfoScore);
});
