import { heatMap } from '../charts/heatMap.ts';
import type { ContingencyTable } from '../state/tables/contingencyTable.ts';
import type { ReportTable } from './reportTable.ts';
import { countText } from './countText.ts';

interface Row {
  readonly name: string;
  readonly counts: readonly number[];
}

/**
 * Contingency table with the rows and columns of its heat map: the `most` largest labels of each side, and the sum of
 * the others.
 */
export function contingencyRows({ cells }: ContingencyTable, most: number): ReportTable<Row> {
  const { rows, columns, counts } = heatMap(cells, most);
  return {
    caption: 'Classes (rows) by clusters (columns)',
    columns: [
      { head: '', kind: 'label', cell: ({ name }) => name },
      ...columns.map((head, j) => ({
        head,
        kind: 'number' as const,
        cell: ({ counts: of }: Row) => (of[j] === 0 ? '·' : countText(of[j]!)),
      })),
    ],
    rows: rows.map((name, i) => ({ name, counts: counts[i]! })),
    all: rows.length,
  };
}
