import { readWholeNumber } from './files/decimal.ts';
import type { TableFile } from './files/tableFile.ts';

/**
 * Names of unnamed columns: for an empty header cell in this package, for an index read or written to Parquet by
 * pandas, and for row names read by R.
 */
const UNNAMED = /^(column\d+|Unnamed: \d+|__index_level_\d+__|X)$/;

/** Returns true if a column is unnamed and numbers the rows, 0, 1, 2, … or 1, 2, 3, …, as pandas and R write it. */
export async function isIndexColumn(file: TableFile, column: string): Promise<boolean> {
  if (!UNNAMED.test(column)) return false;
  let first: number | undefined;
  let row = 0;
  for await (const rows of file.rows([column])) {
    for (const [cell] of rows) {
      const value = cell === null ? undefined : readWholeNumber(cell!, file.decimal);
      first ??= value;
      if ((first !== 0 && first !== 1) || value !== first + row) return false;
      row++;
    }
  }
  return row > 0;
}
