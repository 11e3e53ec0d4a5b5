import { expect, test } from '@jest/globals';
import { meanAndVariance } from '../../src/numeric/meanAndVariance.ts';

test('has the mean and the sample variance', () => {
  expect(meanAndVariance([2, 4, 4, 4, 5, 5, 7, 9])).toEqual({ mean: 5, variance: expect.closeTo(32 / 7, 12) });
  // No cancellation.
  expect(meanAndVariance([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]).variance).toBe(30);
  for (const n of [2, 3, 10])
    expect(meanAndVariance(new Array<number>(n).fill(0.3))).toEqual({ mean: 0.3, variance: 0 });
});

test('is undefined without enough values', () => {
  expect(meanAndVariance([]).mean).toBeNaN();
  expect(meanAndVariance([3]).mean).toBe(3);
  expect(meanAndVariance([3]).variance).toBeNaN();
});
