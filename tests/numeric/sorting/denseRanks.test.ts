import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { denseRanks } from '../../../src/numeric/sorting/denseRanks.ts';
import { hash32 } from '../../parity/hashLabels.ts';

function expectDenseRanks(values: Float64Array): void {
  const distinct = [...new Set(values)].sort((a, b) => a - b);
  const rankOf = new Map(distinct.map((value, rank) => [value, rank]));
  const of = denseRanks(values);
  // -0 is equal to 0 and becomes 0.
  expect(Array.from(of.distinct)).toEqual(distinct.map((value) => value + 0));
  expect(Array.from(of.ranks)).toEqual(Array.from(values, (value) => rankOf.get(value)!));
}

const distributions: [string, (i: number) => number][] = [
  ['evenly distributed', (i) => hash32(i, 1) * 2 ** 20 + i],
  ['in order', (i) => 1e10 + i],
  ['equal', () => 2 ** 40],
  ['mostly equal', (i) => (hash32(i, 1) % 5 === 0 ? hash32(i, 2) * 2 ** 20 : 2 ** 40)],
  ['of every magnitude and sign', (i) => (i % 2 === 0 ? 1 : -1) * Math.floor(2 ** (hash32(i, 1) / 2 ** 26.3))],
  ['in a few narrow ranges', (i) => (hash32(i, 1) % 3) * 2 ** 50 + (hash32(i, 2) % 4096)],
  ['at both ends of the safe integers', (i) => (i % 2 === 0 ? 1 : -1) * (Number.MAX_SAFE_INTEGER - (i % 99))],
  ['zeros of both signs', (i) => [0, -0, 1, -1][i % 4]!],
];

describe.each(distributions)('dense ranks of values %s', (_, valueOf) => {
  test.each([0, 1, 2, 16, 17, 500, 40_000])('%d values', (size) => {
    expectDenseRanks(Float64Array.from({ length: size }, (__, i) => valueOf(i)));
  });
});

test('ranks any safe integers, and does not modify them', () => {
  fc.assert(
    fc.property(fc.array(fc.maxSafeInteger(), { maxLength: 100 }), (integers) => {
      const values = Float64Array.from(integers);
      expectDenseRanks(values);
      expect(values).toEqual(Float64Array.from(integers));
    }),
  );
});
