import type { Label, Labels } from '../../inputs/labels.ts';
import { MultiwayTable } from '../../state/multiwayTable.ts';
import { badData } from '../commandError.ts';
import { printable } from '../printable.ts';
import { requireColumns } from './requireColumns.ts';
import type { TableFile } from './tableFile.ts';

/** Whole numbers as they are mostly written: "7", "-1" and "7.0", but not "07", which is a name. */
const WHOLE = /^-?(0|[1-9]\d*)(\.0+)?$/;

const isWhole = (text: string): boolean => WHOLE.test(text) && Number.isSafeInteger(Number(text));

/**
 * Counts the labels of some columns. Those of a column are numbers when all of them are whole numbers, else
 * text. Rows in which one is missing are refused, or left out.
 */
export async function readLabels(
  file: TableFile,
  columns: readonly string[],
  dropMissing = false,
): Promise<MultiwayTable> {
  requireColumns(file, columns);
  const { table, missing } = await file.count(columns);
  if (missing > 0 && !dropMissing) throw await missingLabel(file, columns, missing);
  if (table.n === 0) throw badData(`${file.name} has no rows to read`);
  return typed(table);
}

async function missingLabel(
  file: TableFile,
  columns: readonly string[],
  missing: number,
): Promise<Error> {
  let number = 0;
  for await (const rows of file.rows(columns)) {
    for (const row of rows) {
      number++;
      const empty = row.indexOf(null);
      if (empty < 0) continue;
      return badData(
        `${file.name}: column "${printable(columns[empty]!)}" is empty in row ${number}` +
          (missing > 1 ? `, the first of ${missing} such rows` : '') +
          '; --drop-missing leaves such rows out',
      );
    }
  }
  throw new Error(`${file.name} has changed while it was read`);
}

function typed(table: MultiwayTable): MultiwayTable {
  const entries = [...table.entries()];
  const variables = Array.from({ length: table.variables }, (_, v) => {
    const texts = entries.map(({ labels }) => labels[v] as string);
    return (texts.every(isWhole) ? texts.map(Number) : texts) as Labels;
  });
  return MultiwayTable.of(variables, { sampleWeight: entries.map(({ count }) => count) });
}

/** A label given in words: whatever a column takes it for. */
export function asLabels(texts: readonly string[] | undefined): Label[] {
  return (texts ?? []).flatMap((text): Label[] => (isWhole(text) ? [text, Number(text)] : [text]));
}
