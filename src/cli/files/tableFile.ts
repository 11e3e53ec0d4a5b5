import type { MultiwayTable } from '../../state/tables/multiwayTable.ts';
import type { Decimal } from './decimal.ts';

/** A cell as text; null if it is missing. */
export type Cell = string | null;

/** Some rows, each with the cells of the columns that were asked for. */
export type TableRows = readonly (readonly Cell[])[];

/** Distinct rows, and how often each occurs. */
export interface RowGroups {
  readonly rows: TableRows;
  readonly counts: Float64Array;
}

/** A file as a reader yields it. */
export interface RowSource {
  readonly columns: readonly string[];
  /** Yields the rows in the order of the file, some at a time. */
  rows(columns: readonly string[]): AsyncIterable<TableRows>;
  /** Yields groups of equal rows, if the reader counts them faster than one by one. */
  groups?(columns: readonly string[]): AsyncIterable<RowGroups>;
  close(): void;
}

/** The counts of the rows without a missing cell, and the number of the other rows. */
export interface CountedRows {
  readonly table: MultiwayTable;
  readonly missing: number;
}

/** A file of rows and named columns, whichever reader reads it. */
export interface TableFile {
  /** The name of the file in messages. */
  readonly name: string;
  readonly columns: readonly string[];
  /** The decimal separator of its numbers. */
  readonly decimal: Decimal;
  /** Counts how often each combination of the cells of some columns occurs. */
  count(columns: readonly string[]): Promise<CountedRows>;
  /** Yields the cells of some columns in the order of the file, some rows at a time. */
  rows(columns: readonly string[]): AsyncIterable<TableRows>;
  /** Writes a note to standard error when the file is closed, equal notes once. */
  note(message: string): void;
}
