import { indices } from '../indices.ts';

/** Fraction of a column's sum of squares up to which a residual counts as rounding error. */
const DEPENDENT = 1e-10;

/**
 * Makes columns orthonormal by the modified Gram–Schmidt process, in the given order.
 *
 * Lengths and products are sums over `rows`; the same linear map is applied to all rows. Column j of the result depends
 * only on columns 0 to j of the input. Columns that are linear combinations of earlier ones are left out.
 */
export function orthonormalColumns(
  columns: readonly Float64Array[],
  rows: Int32Array = indices(columns[0]?.length ?? 0),
): Float64Array[] {
  const basis: Float64Array[] = [];
  for (const column of columns) {
    const rest = column.slice();
    const before = dot(rest, rest, rows);
    for (const direction of basis) subtract(rest, direction, dot(rest, direction, rows));
    const squares = dot(rest, rest, rows);
    if (!(squares > DEPENDENT * before)) continue;
    const length = Math.sqrt(squares);
    for (let i = 0; i < rest.length; i++) rest[i]! /= length;
    basis.push(rest);
  }
  return basis;
}

/** Returns Σ aᵢ bᵢ over the given rows. Default: over all. */
export function dot(a: Float64Array, b: Float64Array, rows: Int32Array = indices(a.length)): number {
  let sum = 0;
  for (let r = 0; r < rows.length; r++) sum += a[rows[r]!]! * b[rows[r]!]!;
  return sum;
}

function subtract(from: Float64Array, direction: Float64Array, factor: number): void {
  for (let i = 0; i < from.length; i++) from[i]! -= factor * direction[i]!;
}
