import { closest, distance } from 'fastest-levenshtein';
import { badUsage } from '../commandError.ts';
import { printable } from '../printable.ts';
import type { TableFile } from './tableFile.ts';

/** Maximum number of columns listed in a message. */
const FEW = 12;

/** Common delimiters of columns. */
const DELIMITER = /[,;\t|]/;

/** @throws {@link CommandError} if a column is missing; the message suggests the closest name. */
export function requireColumns({ name, columns }: TableFile, wanted: readonly string[]): void {
  for (const column of wanted) {
    if (columns.includes(column)) continue;
    const [only] = columns.length === 1 ? columns : [];
    if (only !== undefined && DELIMITER.test(only)) throw otherDelimiter(name, only);
    const nearest = closest(
      column.toLowerCase(),
      columns.map((known) => known.toLowerCase()),
    );
    const known = columns.find((one) => one.toLowerCase() === nearest)!;
    const edits = distance(column.toLowerCase(), nearest);
    const isNear = edits <= Math.max(2, column.length / 3) && edits < column.length;
    const hint = isNear ? `did you mean "${printable(known)}"?` : `the columns are ${listColumns(columns)}`;
    throw badUsage(`${name}: expected a column "${printable(column)}", got none; ${hint}`);
  }
}

function otherDelimiter(name: string, header: string): Error {
  const delimiter = DELIMITER.exec(header)![0];
  const option = delimiter === '\t' ? 'tab' : `"${delimiter}"`;
  return badUsage(`${name}: expected several columns, got only "${printable(header)}"; try --delimiter ${option}`);
}

/** Lists columns for a message. */
export function listColumns(columns: readonly string[]): string {
  const shown = columns.slice(0, FEW).map((column) => `"${printable(column)}"`);
  const more = columns.length - shown.length;
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '');
}
