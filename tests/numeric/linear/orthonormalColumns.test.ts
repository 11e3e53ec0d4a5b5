import { expect, test } from '@jest/globals';
import { normals } from '../../../examples/gaussianPairs.ts';
import { dot, orthonormalColumns } from '../../../src/numeric/linear/orthonormalColumns.ts';

const normal = normals(2);
const column = (): Float64Array => Float64Array.from({ length: 30 }, normal);

test('columns become orthonormal over the given rows, and dependent ones are left out', () => {
  const [a, b, c] = [column(), column(), column()];
  const dependent = a.map((value, i) => 2 * value - b[i]!);
  const rows = Int32Array.of(0, 2, 3, 5, 8, 13, 21, 29);
  const basis = orthonormalColumns([a, b, dependent, new Float64Array(30), c], rows);
  expect(basis).toHaveLength(3);
  basis.forEach((u, j) => {
    basis.forEach((v, k) => {
      expect(dot(u, v, rows)).toBeCloseTo(j === k ? 1 : 0, 12);
    });
  });
  // The map is linear on all rows: the first column is only scaled.
  const scale = Math.sqrt(dot(a, a, rows));
  basis[0]!.forEach((value, i) => {
    expect(value * scale).toBeCloseTo(a[i]!, 12);
  });
});

test('nearly parallel columns stay orthogonal', () => {
  const a = column();
  const close = a.map((value) => value + 1e-4 * normal());
  const [u, v] = orthonormalColumns([a, close]);
  expect(dot(u!, v!)).toBeCloseTo(0, 9);
});
