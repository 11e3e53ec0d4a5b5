import { badData } from '../commandError.ts';

/** Where a parser is in a file of delimited text. */
export interface CsvPlace {
  /** Number of cells of the header. */
  readonly width: number;
  /** Number of rows so far, the header included. */
  readonly rows: number;
  /** Number of lines so far. */
  readonly lines: number;
}

/** Some rows of cells. */
export type CsvRows = readonly (readonly string[])[];

/** The error for a row whose length is not that of the header. */
export function raggedRow(name: string, row: number, line: number, cells: number): Error {
  return badData(`${name}: row ${row} (line ${line}) has ${cells} cells: expected as many as there are columns`);
}
