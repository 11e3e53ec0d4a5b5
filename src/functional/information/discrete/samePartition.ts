import type { TableCells } from '../../../state/tables/tableCells.ts';

/** Whether both labelings group the samples alike: each row and each column has just one cell. */
export function samePartition({ count, targetLabels, predLabels }: TableCells): boolean {
  return count.length === targetLabels.length && count.length === predLabels.length;
}
