import { expect, test } from '@jest/globals';
import { InputTransformer, PurityScore } from 'tfjs-metrics';

test('a function that gives no list of inputs is told of', () => {
  const metric = new InputTransformer(new PurityScore(), (() => 3) as never);
  expect(() => {
    metric.update([0], [0]);
  }).toThrow('InputTransformer: expected the function to give a list, got 3');
  expect(metric.updateCount).toBe(0);
});
