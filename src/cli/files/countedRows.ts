import type { Labels } from '../../inputs/labels.ts';
import { MultiwayTable } from '../../state/multiwayTable.ts';
import type { Cell, CountedRows } from './tableFile.ts';

/** Counts batches of rows, or of rows with how often each occurs. */
export async function countRows(
  width: number,
  batches: AsyncIterable<readonly (readonly Cell[])[]>,
  counts?: (batch: number) => Float64Array,
): Promise<CountedRows> {
  const table = new MultiwayTable();
  let missing = 0;
  let batch = 0;
  for await (const rows of batches) {
    const weights = counts?.(batch++);
    const kept: number[] = [];
    rows.forEach((row, i) => {
      if (row.includes(null)) missing += weights?.[i] ?? 1;
      else kept.push(i);
    });
    const columns = Array.from({ length: width }, (_, j) => kept.map((i) => rows[i]![j]!));
    const sampleWeight = weights && Float64Array.from(kept, (i) => weights[i]!);
    table.add(columns as readonly Labels[], { sampleWeight });
  }
  return { table, missing };
}
