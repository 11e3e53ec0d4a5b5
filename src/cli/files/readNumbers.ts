import type { FlatSamples } from '../../inputs/samples.ts';
import { badData } from '../commandError.ts';
import { printable } from '../printable.ts';
import { requireColumns } from './requireColumns.ts';
import type { Cell, TableFile } from './tableFile.ts';

/** Rows of numbers, with the text that came beside each. */
export interface NumberedRows {
  readonly samples: FlatSamples;
  /** The cells of the other columns, row by row. */
  readonly beside: readonly (readonly string[])[];
}

/** Columns of numbers, and others of text beside them, some rows at a time. */
export async function* readNumbers(
  file: TableFile,
  numbers: readonly string[],
  { beside = [], dropMissing = false }: { beside?: readonly string[]; dropMissing?: boolean } = {},
): AsyncGenerator<NumberedRows> {
  const columns = [...numbers, ...beside];
  requireColumns(file, columns);
  const d = numbers.length;
  let number = 0;
  for await (const rows of file.rows(columns)) {
    const kept = dropMissing ? rows.filter((row) => !row.includes(null)) : rows;
    const data = new Float64Array(kept.length * d);
    kept.forEach((row, i) => {
      for (let j = 0; j < columns.length; j++) {
        const cell = row[j]!;
        const value = j < d ? toNumber(cell) : 0;
        if (cell === null || Number.isNaN(value)) {
          throw notANumber(file.name, columns[j]!, cell, number + rows.indexOf(row) + 1);
        }
        if (j < d) data[i * d + j] = value;
      }
    });
    number += rows.length;
    yield {
      samples: { data, shape: [kept.length, d] },
      beside: kept.map((row) => row.slice(d) as string[]),
    };
  }
}

function toNumber(cell: Cell): number {
  if (cell === null || cell.trim() === '') return NaN;
  const value = Number(cell);
  return Number.isFinite(value) ? value : NaN;
}

function notANumber(file: string, column: string, cell: Cell, row: number): Error {
  const place = `${file}: column "${printable(column)}" `;
  return cell === null
    ? badData(`${place}is empty in row ${row}; --drop-missing leaves such rows out`)
    : badData(`${place}has "${printable(cell)}" in row ${row}: expected a finite number`);
}
