import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sortFloats } from '../../../src/numeric/sorting/sortFloats.ts';
import { hash32 } from '../../parity/hashLabels.ts';

const sizes = [0, 1, 2, 32, 33, 500, 4095, 4096, 20_000];

type Floats = Float32Array | Float64Array;

const kinds: [string, (length: number, valueOf: (i: number) => number) => Floats][] = [
  ['float32', (length, valueOf) => Float32Array.from({ length }, (_, i) => valueOf(i))],
  ['float64', (length, valueOf) => Float64Array.from({ length }, (_, i) => valueOf(i))],
];

describe.each(kinds)('%s', (name, floats) => {
  test.each(sizes)('sorts %d values of either sign and any magnitude', (size) => {
    const values = floats(size, (i) => {
      const sign = hash32(i, 1) % 2 === 0 ? 1 : -1;
      return sign * (1 + hash32(i, 2) / 2 ** 32) * 2 ** ((hash32(i, 3) % 200) - 100);
    });
    const expected = Array.from(values).sort((a, b) => a - b);
    sortFloats(values);
    expect(Array.from(values)).toEqual(expected);
  });

  test.each(sizes)('moves the weights of %d values with them', (size) => {
    const values = floats(size, (i) => (hash32(i, 4) % 1000) - 500);
    const weights = Float64Array.from(values, (value) => 3 * value + 0.25);
    sortFloats(values, weights);
    expect(values.every((value, k) => k === 0 || value >= values[k - 1]!)).toBe(true);
    expect(Array.from(weights)).toEqual(Array.from(values, (value) => 3 * value + 0.25));
  });

  test.each([3, 50])('sorts the extremes, and both zeros as 0, in %d values', (size) => {
    const [tiny, large] = name === 'float32' ? [2 ** -149, 2 ** 127] : [Number.MIN_VALUE, Number.MAX_VALUE];
    const some = [0, -0, tiny, -tiny, large, -large, 1, -1];
    const values = floats(size, (i) => some[i % some.length]!);
    const expected = Array.from(values, (value) => value + 0).sort((a, b) => a - b);
    sortFloats(values);
    expect(Array.from(values)).toEqual(expected);
  });
});

test('sorts a view of a larger array without changing the rest', () => {
  const all = Float32Array.from({ length: 102 }, (_, i) => 200 - i);
  sortFloats(all.subarray(1, 101));
  expect([all[0], all[1], all[100], all[101]]).toEqual([200, 100, 199, 99]);
});

test('sorts any doubles', () => {
  fc.assert(
    fc.property(fc.float64Array({ noNaN: true, noDefaultInfinity: true, maxLength: 100 }), (values) => {
      const expected = Array.from(values, (value) => value + 0).sort((a, b) => a - b);
      sortFloats(values);
      expect(Array.from(values)).toEqual(expected);
    }),
  );
});
