import { badData } from '../commandError.ts';
import { printable } from '../printable.ts';

/** The error for a missing cell, the first in `rows` rows. */
export function missingCell(file: string, column: string, row: number, rows = 1): Error {
  return badData(
    `${file}: column "${printable(column)}" has a missing value in row ${row}` +
      (rows > 1 ? `, the first of ${rows} such rows` : '') +
      '; --drop-missing leaves such rows out',
  );
}

/** The note on rows that were left out. */
export function dropNote(columns: readonly string[], missing: number, rows: number): string {
  const names = [...new Set(columns)].map((column) => `"${printable(column)}"`).join(', ');
  return `left out ${missing} of ${rows} rows with a missing value in ${names}`;
}
