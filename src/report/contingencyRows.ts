import { heatMap } from '../charts/heatMap.ts';
import type { ContingencyTable } from '../state/tables/contingencyTable.ts';
import type { ReportTable } from './reportTable.ts';
import { countText } from './reportTables.ts';

interface Row {
  readonly name: string;
  readonly counts: readonly number[];
}

/** The contingency table as its heat map has it: of more labels than `most` the largest, and the others added up. */
export function contingencyRows({ cells }: ContingencyTable, most: number): ReportTable<Row> {
  const { rows, columns, counts } = heatMap(cells, most);
  return {
    caption: 'Classes (rows) in clusters (columns)',
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
