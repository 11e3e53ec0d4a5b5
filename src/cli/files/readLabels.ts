import type { Label, Labels } from '../../inputs/labels.ts';
import { MultiwayTable } from '../../state/tables/multiwayTable.ts';
import { badData } from '../commandError.ts';
import { printable } from '../printable.ts';
import { dropNote, missingCell } from './missingCell.ts';
import { readWholeNumber } from './decimal.ts';
import { requireColumns } from './requireColumns.ts';
import type { CountedRows, TableFile } from './tableFile.ts';

/** Representations of missing values in R, pandas, SQL and Python. */
const SUSPECT = /^(NA|NaN|null|None)$/i;

/**
 * Counts the labels in some columns. The labels of a column are numbers if all of them are integers, otherwise text.
 *
 * @throws {@link CommandError} if a label is missing and `dropMissing` is false.
 */
export async function readLabels(
  file: TableFile,
  columns: readonly string[],
  dropMissing = false,
): Promise<MultiwayTable> {
  return (await countLabels(file, columns, dropMissing)).table;
}

/** Counts labels like {@link readLabels}, and the omitted rows. */
export async function countLabels(
  file: TableFile,
  columns: readonly string[],
  dropMissing: boolean,
): Promise<CountedRows> {
  requireColumns(file, columns);
  const { table, missing } = await file.count(columns);
  if (missing > 0 && !dropMissing) throw await missingLabel(file, columns, missing);
  if (missing > 0) file.note(dropNote(columns, missing, table.n + missing));
  if (table.n === 0) throw badData(`${file.name}: expected at least one row, got none`);
  return { table: typed(table, file, columns), missing };
}

async function missingLabel(file: TableFile, columns: readonly string[], missing: number): Promise<Error> {
  let number = 0;
  for await (const rows of file.rows(columns)) {
    for (const row of rows) {
      number++;
      const at = row.indexOf(null);
      if (at >= 0) return missingCell(file.name, columns[at]!, number, missing);
    }
  }
  throw new Error(`${file.name}: expected an unchanged file, got other rows at the second reading`);
}

function typed(table: MultiwayTable, file: TableFile, columns: readonly string[]): MultiwayTable {
  const entries = [...table.entries()];
  const variables = columns.map((column, v) => {
    return typedLabels(
      file,
      column,
      entries.map(({ labels }) => labels[v] as string),
    );
  });
  return MultiwayTable.of(variables as Labels[], {
    sampleWeight: entries.map(({ count }) => count),
  });
}

/** Returns the labels of a column as numbers if all of them are integers, otherwise as text, with a warning about NA. */
export function typedLabels(file: TableFile, column: string, texts: readonly string[]): number[] | readonly string[] {
  const numbers = texts.map((text) => readWholeNumber(text, file.decimal));
  if (!numbers.includes(undefined)) return numbers as number[];
  for (const text of new Set(texts.filter((label) => SUSPECT.test(label)))) {
    file.note(`warning: column "${printable(column)}" has the label "${text}"; --na ${text} treats it as missing`);
  }
  return texts;
}

/** Returns a table whose variables all have numbers or all have text, so that their labels can be equal. */
export function ofOneKind(table: MultiwayTable): MultiwayTable {
  const entries = [...table.entries()];
  const kinds = new Set(entries[0]?.labels.map((label) => typeof label));
  if (kinds.size < 2) return table;
  const variables = entries[0]!.labels.map((_, v) => entries.map(({ labels }) => String(labels[v])));
  return MultiwayTable.of(variables, { sampleWeight: entries.map(({ count }) => count) });
}

/** Converts texts from the command line to labels: the text and, if it is an integer, also the number. */
export function asLabels(texts: readonly string[] | undefined): Label[] {
  return (texts ?? []).flatMap((text): Label[] => {
    const number = readWholeNumber(text, '.');
    return number === undefined ? [text] : [text, number];
  });
}
