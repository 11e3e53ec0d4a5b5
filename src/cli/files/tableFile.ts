import type { MultiwayTable } from '../../state/multiwayTable.ts';

/** A cell as text; null where it is missing, or empty. */
export type Cell = string | null;

/** The rows with no cell missing, counted; and how many rows were left out. */
export interface CountedRows {
  readonly table: MultiwayTable;
  readonly missing: number;
}

/** A file of rows and named columns, however it is read. */
export interface TableFile {
  /** How messages call it. */
  readonly name: string;
  readonly columns: readonly string[];
  /** How often each combination of the cells of some columns occurs. */
  count(columns: readonly string[]): Promise<CountedRows>;
  /** The cells of some columns, some rows at a time, in the order of the file. */
  rows(columns: readonly string[]): AsyncIterable<readonly (readonly Cell[])[]>;
  close(): void;
}
