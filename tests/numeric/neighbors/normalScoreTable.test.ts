import { expect, test } from '@jest/globals';
import { normals } from '../../../examples/gaussianPairs.ts';
import { normalScoresOf } from '../../../src/numeric/neighbors/normalScores.ts';
import { normalScoreAt, normalScoreTable } from '../../../src/numeric/neighbors/normalScoreTable.ts';

test('a table of few values holds their normal scores', () => {
  const column = Float64Array.of(3, 1, 2, 2, 10);
  const table = normalScoreTable(column);
  expect(Array.from(table.values)).toEqual([1, 2, 3, 10]);
  normalScoresOf(column).forEach((score, i) => {
    expect(normalScoreAt(table, column[i]!)).toBe(score);
  });
});

test('values between those of the table are interpolated, and others get the closest score', () => {
  const table = normalScoreTable(Float64Array.of(0, 1, 5));
  const [low, middle, high] = table.scores as unknown as [number, number, number];
  expect(normalScoreAt(table, 2)).toBeCloseTo(middle + (high - middle) / 4, 14);
  expect(normalScoreAt(table, -3)).toBe(low);
  expect(normalScoreAt(table, 8)).toBe(high);
});

test('a table of many values has at most 256, and small errors', () => {
  const normal = normals(4);
  const column = Float64Array.from({ length: 5000 }, () => Math.exp(normal()));
  const table = normalScoreTable(column);
  expect(table.values).toHaveLength(256);
  const exact = normalScoresOf(column);
  const errors = Array.from(column, (value, i) => Math.abs(normalScoreAt(table, value) - exact[i]!));
  const inside = errors.filter((_, i) => Math.abs(exact[i]!) < 2);
  expect(Math.max(...inside)).toBeLessThan(0.04);
  expect(Math.max(...errors)).toBeLessThan(0.6);
});

test('half of the values being equal leaves the others distinct', () => {
  const normal = normals(5);
  const column = Float64Array.from({ length: 1000 }, () => Math.max(0, normal()));
  const table = normalScoreTable(column);
  expect(table.values).toHaveLength(256);
  const exact = normalScoresOf(column);
  column.forEach((value, i) => {
    if (value === 0 || (value >= table.values[1]! && exact[i]! < 2))
      expect(Math.abs(normalScoreAt(table, value) - exact[i]!)).toBeLessThan(0.04);
  });
});

test('differences of values beyond the largest number are interpolated', () => {
  const table = normalScoreTable(Float64Array.of(-1.5e308, 1.5e308));
  expect(normalScoreAt(table, 0)).toBeCloseTo(0, 15);
});

test('a constant column has one score, 0', () => {
  const table = normalScoreTable(Float64Array.of(4, 4, 4));
  expect(normalScoreAt(table, 4)).toBeCloseTo(0, 15);
  expect(normalScoreAt(table, 7)).toBe(normalScoreAt(table, 4));
});
