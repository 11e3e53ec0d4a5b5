import { badData } from '../commandError.ts';

/** Position of a parser in delimited text. */
export interface CsvPlace {
  /** Number of header cells. */
  readonly width: number;
  /** Number of rows so far, including the header. */
  readonly rows: number;
  /** Number of lines so far. */
  readonly lines: number;
}

/** A batch of rows. */
export type CsvRows = readonly (readonly string[])[];

/** Creates the error for a row whose length differs from the header. */
export function raggedRow(name: string, row: number, line: number, cells: number): Error {
  return badData(`${name}: row ${row} (line ${line}): expected one cell per column, got ${cells}`);
}
