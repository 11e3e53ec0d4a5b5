import type { FlatSamples } from '../../inputs/samples.ts';
import { badData } from '../commandError.ts';
import { printable } from '../printable.ts';
import { dropNote, missingCell } from './missingCell.ts';
import { readNumber, type Decimal } from './decimal.ts';
import { requireColumns } from './requireColumns.ts';
import type { TableFile } from './tableFile.ts';

/** A batch of numeric rows, with the text of other columns. */
interface NumberRows {
  readonly samples: FlatSamples;
  /** Cells of the other columns, row by row. */
  readonly beside: readonly (readonly string[])[];
  /** Number of each row in the file, from 1. */
  readonly places: readonly number[];
  /** Number of rows in the file, including those with a missing value. */
  readonly size: number;
}

/** Yields batches of rows with numeric columns, and text columns in `beside`. */
export async function* readNumberRows(
  file: TableFile,
  numbers: readonly string[],
  { beside = [], dropMissing = false }: { beside?: readonly string[]; dropMissing?: boolean } = {},
): AsyncGenerator<NumberRows> {
  const columns = [...numbers, ...beside];
  requireColumns(file, columns);
  const d = numbers.length;
  let seen = 0;
  let dropped = 0;
  for await (const rows of file.rows(columns)) {
    const places: number[] = [];
    rows.forEach((row, i) => {
      if (!dropMissing || !row.includes(null)) places.push(seen + i + 1);
    });
    const kept = places.map((place) => rows[place - seen - 1]!);
    const data = new Float64Array(kept.length * d);
    kept.forEach((row, i) => {
      for (let j = 0; j < columns.length; j++) {
        const cell = row[j]!;
        if (cell === null) throw missingCell(file.name, columns[j]!, places[i]!);
        if (j >= d) continue;
        const value = readNumber(cell, file.decimal);
        if (Number.isNaN(value)) throw notANumber(file, columns[j]!, cell, places[i]!);
        data[i * d + j] = value;
      }
    });
    seen += rows.length;
    dropped += rows.length - kept.length;
    yield {
      samples: { data, shape: [kept.length, d] },
      beside: kept.map((row) => row.slice(d) as string[]),
      places,
      size: rows.length,
    };
  }
  if (dropped > 0) file.note(dropNote(columns, dropped, seen));
}

function notANumber(file: TableFile, column: string, cell: string, row: number): Error {
  return badData(
    `${file.name}: column "${printable(column)}", row ${row}: expected a finite number, got "${printable(cell)}"; ${numberHint(cell, file.decimal)}`,
  );
}

/** Suggests an option for reading a cell that is not a number. */
export function numberHint(cell: string, decimal: Decimal): string {
  if (decimal === ',' && /\d\.\d/.test(cell)) return 'with --decimal-comma, numbers must not contain a point';
  return decimal === '.' && /\d,\d/.test(cell)
    ? '--decimal-comma reads decimal commas'
    : `--na ${JSON.stringify(printable(cell))} treats it as missing`;
}
