import type { Labels } from '../../inputs/labels.ts';
import { MultiwayTable } from '../../state/tables/multiwayTable.ts';
import { readWholeNumber, type Decimal } from './decimal.ts';
import { rowGroups } from './rowGroups.ts';
import type { Cell, CountedRows, RowGroups, TableRows, RowSource, TableFile } from './tableFile.ts';

/** Options for interpreting the cells of a file. */
interface TableOptions {
  readonly name: string;
  readonly decimal: Decimal;
  /** Values to treat as missing, in addition to empty cells. */
  readonly na: readonly string[];
  note(message: string): void;
}

/** Recognizes missing values and counts rows, in the same way for all readers. */
export function tableOf(source: RowSource, { name, decimal, na, note }: TableOptions): TableFile {
  // -999 in a column of floating-point numbers is read as -999.0.
  const canonical = (text: string): string => String(readWholeNumber(text, decimal) ?? text);
  const missing = new Set(na.map(canonical));
  const known = (cell: Cell): Cell =>
    cell === null || cell === '' || (missing.size > 0 && missing.has(canonical(cell))) ? null : cell;
  const cells = (rows: TableRows): TableRows => rows.map((row) => row.map(known));
  async function* rows(columns: readonly string[]): AsyncGenerator<TableRows> {
    for await (const batch of source.rows(columns)) yield cells(batch);
  }
  async function* groups(columns: readonly string[]): AsyncGenerator<RowGroups> {
    for await (const { rows, counts } of rowGroups(source, columns)) {
      yield { rows: cells(rows), counts };
    }
  }
  return {
    name,
    columns: source.columns,
    decimal,
    note,
    rows,
    count: (columns) => countGroups(columns.length, groups(columns)),
  };
}

async function countGroups(width: number, batches: AsyncIterable<RowGroups>): Promise<CountedRows> {
  const table = new MultiwayTable();
  let missing = 0;
  for await (const { rows, counts } of batches) {
    const kept: number[] = [];
    rows.forEach((row, i) => {
      if (row.includes(null)) missing += counts[i]!;
      else kept.push(i);
    });
    const columns = Array.from({ length: width }, (_, j) => kept.map((i) => rows[i]![j]!));
    table.add(columns as readonly Labels[], {
      sampleWeight: Float64Array.from(kept, (i) => counts[i]!),
    });
  }
  return { table, missing };
}
