import type { HeatMap } from '../../charts/heatMaps/heatMap.ts';
import { countFormat } from './countText.ts';
import { fillTable, type ReportTable } from './reportTable.ts';

/** Table of a heat map, for text. */
export function heatMapRows(title: string, { rows, columns, counts }: HeatMap): ReportTable {
  const text = countFormat(counts.flat());
  return fillTable<number>(
    { title, medium: 'text' },
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
