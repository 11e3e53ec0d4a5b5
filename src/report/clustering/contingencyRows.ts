import { heatMap } from '../../charts/heatMap.ts';
import type { ContingencyTable } from '../../state/tables/contingencyTable.ts';
import { countFormat } from '../document/countText.ts';
import { fillTable, type ReportTable } from '../document/reportTable.ts';

/**
 * Contingency table with the rows and columns of its heat map: the `most` largest labels of each side, and the sum of
 * the others.
 */
export function contingencyRows({ cells }: ContingencyTable, most: number): ReportTable {
  const { rows, columns, counts } = heatMap(cells, most);
  const text = countFormat(counts.flat());
  return fillTable<number>(
    { title: 'Classes (rows) by clusters (columns)', medium: 'text' },
    rows.map((_, i) => i),
    [
      { head: '', kind: 'label', cell: (i) => rows[i]! },
      ...columns.map((head, j) => ({
        head,
        kind: 'number' as const,
        cell: (i: number) => (counts[i]![j] === 0 ? '·' : text(counts[i]![j]!)),
      })),
    ],
  );
}
