import { badData } from '../commandError.ts';
import { printable } from '../printable.ts';

/** Creates the error for a missing cell, the first in `rows` rows with missing cells. */
export function missingCell(file: string, column: string, row: number, rows = 1): Error {
  return badData(
    `${file}: column "${printable(column)}", row ${row}: expected a value, got a missing one` +
      (rows > 1 ? ` (first of ${rows} such rows)` : '') +
      '; --drop-missing leaves such rows out',
  );
}

/** Formats the note on omitted rows. */
export function dropNote(columns: readonly string[], missing: number, rows: number): string {
  const names = [...new Set(columns)].map((column) => `"${printable(column)}"`).join(', ');
  return `left out ${missing} of ${rows} rows with a missing value in ${names}`;
}
