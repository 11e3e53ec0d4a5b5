import { readWholeNumber } from './files/decimal.ts';
import type { TableFile } from './files/tableFile.ts';

/**
 * Names of columns without a name: as the readers call an empty header cell, as pandas reads it again and
 * writes it to Parquet, and as R reads it again.
 */
const UNNAMED = /^(column\d+|Unnamed: \d+|__index_level_\d+__|X)$/;

/** Whether a column has no name and counts the rows: 0, 1, 2, … or 1, 2, 3, …, as pandas and R write it. */
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
