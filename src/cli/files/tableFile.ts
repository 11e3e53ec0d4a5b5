import type { MultiwayTable } from '../../state/tables/multiwayTable.ts';
import type { Decimal } from './decimal.ts';

/** A cell as text; null if it is missing. */
export type Cell = string | null;

/** A batch of rows with the cells of the requested columns. */
export type TableRows = readonly (readonly Cell[])[];

/** Distinct rows and their counts. */
export interface RowGroups {
  readonly rows: TableRows;
  readonly counts: Float64Array;
}

/** Rows and columns of a file, as its reader returns them. */
export interface RowSource {
  readonly columns: readonly string[];
  /** Yields batches of rows in file order. */
  rows(columns: readonly string[]): AsyncIterable<TableRows>;
  /** Yields groups of equal rows, if the reader can count them efficiently. */
  groups?(columns: readonly string[]): AsyncIterable<RowGroups>;
  close(): void;
}

/** Counts of rows without a missing cell, and the number of rows with one. */
export interface CountedRows {
  readonly table: MultiwayTable;
  readonly missing: number;
}

/** A file with rows and named columns, independent of its reader. */
export interface TableFile {
  /** Name of the file in messages. */
  readonly name: string;
  readonly columns: readonly string[];
  /** Decimal separator. */
  readonly decimal: Decimal;
  /** Counts the combinations of cells in some columns. */
  count(columns: readonly string[]): Promise<CountedRows>;
  /** Yields batches of rows with the cells of some columns, in file order. */
  rows(columns: readonly string[]): AsyncIterable<TableRows>;
  /** Writes a note to standard error when the file is closed; equal notes are written once. */
  note(message: string): void;
}
