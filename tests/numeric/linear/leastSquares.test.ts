import { expect, test } from '@jest/globals';
import { normals } from '../../../examples/gaussianPairs.ts';
import { leastSquares } from '../../../src/numeric/linear/leastSquares.ts';

const normal = normals(3);
const randomColumn = (n: number): Float64Array => Float64Array.from({ length: n }, normal);

test('a linear function of the columns is found', () => {
  const columns = [randomColumn(30), randomColumn(30).map((value) => value + 100), randomColumn(30)];
  const target = columns[0]!.map((value, i) => 2 * value - 3 * columns[1]![i]! + 7);
  const { weights, offset } = leastSquares(columns, target);
  expect(weights[0]).toBeCloseTo(2, 11);
  expect(weights[1]).toBeCloseTo(-3, 11);
  expect(weights[2]).toBeCloseTo(0, 11);
  expect(offset).toBeCloseTo(7, 9);
});

test('the residuals are uncorrelated with the columns', () => {
  const columns = [randomColumn(50), randomColumn(50)];
  const target = randomColumn(50);
  const { weights, offset } = leastSquares(columns, target);
  const residuals = target.map(
    (value, i) => value - offset - weights[0]! * columns[0]![i]! - weights[1]! * columns[1]![i]!,
  );
  const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
  expect(total(residuals)).toBeCloseTo(0, 11);
  for (const column of columns) expect(total(residuals.map((value, i) => value * column[i]!))).toBeCloseTo(0, 11);
});

test('columns that repeat earlier ones, and constant ones, get a weight of 0', () => {
  const column = randomColumn(20);
  const { weights } = leastSquares([column, column.map((value) => 2 * value), new Float64Array(20).fill(3)], column);
  expect(Array.from(weights, (value) => Number(value.toFixed(11)))).toEqual([1, 0, 0]);
});
