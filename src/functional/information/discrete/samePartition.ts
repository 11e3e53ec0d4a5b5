import type { TableCells } from '../../../state/tables/tableCells.ts';

/** Returns true if both labelings define the same partition: each row and each column has exactly one cell. */
export function samePartition({ count, targetSizes, predSizes }: TableCells): boolean {
  return count.length === targetSizes.length && count.length === predSizes.length;
}
