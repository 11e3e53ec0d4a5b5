import type { ContingencyTable } from '../state/tables/contingencyTable.ts';
import { badData, badUsage } from './commandError.ts';
import type { EstimatorSettings } from './estimator.ts';
import { asLabels, readLabels } from './files/readLabels.ts';
import type { TableFile } from './files/tableFile.ts';

/** Counts of the labels of two columns, with their description. */
interface CountedPairs {
  readonly table: ContingencyTable;
  readonly samples: number;
  readonly how: string;
}

/**
 * Counts the pairs of labels of two columns.
 *
 * @throws {@link CommandError} if all rows have ignored labels.
 */
export async function countLabelPairs(
  file: TableFile,
  { x, y, dropMissing, ignoreLabel }: EstimatorSettings,
): Promise<CountedPairs> {
  const counted = await readLabels(file, [...x, ...y], dropMissing);
  const table = counted.without(asLabels(ignoreLabel)).pair(0, 1);
  if (table.n === 0) throw badData(`${file.name}: expected at least one row without ignored labels, got none`);
  const [rows, columns] = [table.predLabels.length, table.targetLabels.length];
  return { table, samples: table.n, how: `counts of ${rows} × ${columns} labels` };
}

/** @throws {@link CommandError} if a variable has several columns. */
export function requireSingleColumns({ x, y }: EstimatorSettings, option: string): void {
  for (const [name, { length }] of [
    ['--x', x],
    ['--y', y],
  ] as const) {
    if (length !== 1) throw badUsage(`${option}: expected one column in ${name}, got ${length}`);
  }
}
