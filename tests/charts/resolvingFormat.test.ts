import { expect, test } from '@jest/globals';
import { numberFormat } from '../../src/charts/numberFormat.ts';
import { resolvingFormat } from '../../src/charts/resolvingFormat.ts';

const texts = (values: readonly number[], difference: number): string[] =>
  values.map(resolvingFormat(values, difference));

test.each([
  [[1e8 + 1.5, -(1e8 + 1)], 0.5, ['100,000,001.50', '−100,000,001.00']],
  [[1.2345678, 0], 1e-5, ['1.234568', '0.000000']],
  [[1.5e20, 1.51e20], 1e18, ['1.500e+20', '1.510e+20']],
  [[1e-20, 1.001e-20], 1e-23, ['1.0000e-20', '1.0010e-20']],
])('%j with a difference of %d', (values, difference, expected) => {
  expect(texts(values, difference)).toEqual(expected);
});

test('values are shown as by numberFormat if that shows the difference, or there is none', () => {
  for (const [values, difference] of [
    [[1.25, -3], 0.5],
    [[2e7, 1e7], 5e6],
    [[1e8, 1e8], 0],
    [[1e8, 1e8], NaN],
    [[0, 0], 1],
  ] as const) {
    expect(texts(values, difference)).toEqual(values.map(numberFormat(values)));
  }
  expect(resolvingFormat([1e8], 0.5)(NaN)).toBe('undefined');
});
