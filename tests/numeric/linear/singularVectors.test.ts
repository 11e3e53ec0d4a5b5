import { expect, test } from '@jest/globals';
import { normals } from '../../../examples/gaussianPairs.ts';
import { combination } from '../../../src/numeric/linear/combination.ts';
import { dot } from '../../../src/numeric/linear/orthonormalColumns.ts';
import { singularVectors } from '../../../src/numeric/linear/singularVectors.ts';

const normal = normals(1);
const randomColumns = (rows: number, columns: number): Float64Array[] =>
  Array.from({ length: columns }, () => Float64Array.from({ length: rows }, normal));

test.each([
  [3, 3],
  [12, 5],
  [5, 12],
  [40, 40],
])('a matrix of %d rows and %d columns is the sum of its singular parts', (rows, columns) => {
  const matrix = randomColumns(rows, columns);
  const { values, left, right } = singularVectors(matrix);
  expect(values).toHaveLength(Math.min(rows, columns));
  matrix.forEach((column, j) => {
    const weights = Float64Array.from(values, (value, k) => value * right[k]![j]!);
    combination(left, weights).forEach((value, i) => {
      expect(value).toBeCloseTo(column[i]!, 11);
    });
  });
  left.forEach((u, k) => {
    left.forEach((other, l) => {
      expect(dot(u, other)).toBeCloseTo(k === l ? 1 : 0, 11);
    });
  });
  expect(Array.from(values)).toEqual(Array.from(values).sort((a, b) => b - a));
});

test('the singular values of a known matrix are exact', () => {
  // [[3, 0], [4, 5]]: 3√5 and √5.
  const { values } = singularVectors([Float64Array.of(3, 4), Float64Array.of(0, 5)]);
  expect(values[0]).toBeCloseTo(3 * Math.sqrt(5), 14);
  expect(values[1]).toBeCloseTo(Math.sqrt(5), 14);
});

test('singular values of 0 are left out', () => {
  const column = Float64Array.of(1, 2, 3);
  expect(singularVectors([column, column.map((value) => 2 * value), new Float64Array(3)]).values).toHaveLength(1);
  expect(singularVectors([new Float64Array(3)]).values).toHaveLength(0);
});
