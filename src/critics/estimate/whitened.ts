import { orthonormalColumns } from '../../numeric/linear/orthonormalColumns.ts';

/** Returns uncorrelated columns with mean 0 and sum of squares 1 over the given rows. */
export function whitened(columns: readonly Float64Array[], rows: Int32Array): Float64Array[] {
  const centered = columns.map((column) => {
    const mean = rows.reduce((sum, row) => sum + column[row]!, 0) / rows.length;
    return column.map((value) => value - mean);
  });
  return orthonormalColumns(centered, rows);
}
