import { expect, test } from '@jest/globals';
import { countInversions } from '../../../src/numeric/sorting/countInversions.ts';
import { sortedOrder } from '../../../src/numeric/sorting/sortedOrder.ts';

test.each([
  [0, 5],
  [1, 5],
  [9, 3],
  [700, 40],
  [1500, 1500],
  [3000, 1e6],
])('inversions of %i values below %i equal those of all pairs', (n, distinct) => {
  const values = Int32Array.from({ length: n }, (_, i) => (i * 7919 + ((i * i) % 613)) % distinct);
  let expected = 0;
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) expected += Number(values[j]! > values[i]!);
  expect(countInversions(values.slice(), distinct)).toBe(expected);
});

test.each([
  ['distinct in float32', (i: number) => Math.sin(i)],
  ['near each other', (i: number) => 1e8 + Math.sin(i)],
  ['tied', (i: number) => (i * 31) % 7],
  ['outside the range of float32', (i: number) => Math.sin(i) * 10 ** (((i * 13) % 5) * 60 - 120)],
  ['zeros of both signs', (i: number) => (i % 2 === 0 ? 0 : -0)],
])('sorted order of values that are %s', (_, valueOf) => {
  const values = Float64Array.from({ length: 5000 }, (__, i) => valueOf(i));
  const { sorted, order } = sortedOrder(values);
  const expected = Array.from(values.keys()).sort((a, b) => values[a]! - values[b]! || a - b);
  expect(Array.from(order)).toEqual(expected);
  for (const [place, index] of expected.entries()) expect(sorted[place]! - values[index]!).toBe(0);
});
