import { expect, test } from '@jest/globals';
import { InputTransformer, PurityScore } from 'tfjs-metrics';

test('a function that does not return a list of inputs is reported', () => {
  const metric = new InputTransformer(new PurityScore(), (() => 3) as never);
  expect(() => {
    metric.update([0], [0]);
  }).toThrow('InputTransformer: expected the function to return an array, got 3');
  expect(metric.updateCount).toBe(0);
});
