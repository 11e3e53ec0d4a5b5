import { chartColors } from './chartColors.ts';
import type { HeatMap } from './heatMap.ts';
import type { ChartPart } from './vegaLiteSpec.ts';

/** Maximum number of columns for which counts are written in the cells. */
const MAX_NUMBERED = 16;

/** Draws a heat map of counts; the opacity of a cell is its fraction of the row. */
export function heatMapPart(
  { rows, columns, counts }: HeatMap,
  title: string,
  rowTitle = 'target',
  columnTitle = 'preds',
): ChartPart {
  const values = counts.flatMap((cells, i) => {
    const size = cells.reduce((sum, count) => sum + count, 0);
    return cells.flatMap((count, j) =>
      count > 0 ? [{ row: rows[i]!, column: columns[j]!, count, share: count / size }] : [],
    );
  });
  const isNumbered = columns.length <= MAX_NUMBERED;
  const largest = values.reduce((most, { count }) => Math.max(most, count), 0);
  const axis = (field: string, domain: readonly string[], name: string, more: ChartPart) => ({
    field,
    type: 'ordinal',
    title: name,
    scale: { domain },
    axis: { labelLimit: 240, domain: false, ticks: false, ...more },
  });
  const side = { step: isNumbered ? 36 : 16 };
  return {
    title: { text: title, subtitle: `darker: larger share of the ${rowTitle}` },
    width: side,
    height: isNumbered ? { step: 28 } : side,
    data: { values },
    encoding: {
      x: axis('column', columns, columnTitle, { labelAngle: columns.every((name) => name.length < 4) ? 0 : -45 }),
      y: axis('row', rows, rowTitle, {}),
    },
    layer: [
      {
        mark: { type: 'rect', color: chartColors.cell, tooltip: true },
        encoding: {
          opacity: {
            field: 'share',
            type: 'quantitative',
            scale: { domain: [0, 1], range: [0.06, 1] },
            legend: null,
          },
        },
      },
      ...(isNumbered
        ? [
            {
              mark: 'text',
              encoding: { text: { field: 'count', format: largest < 1e4 ? ',.4~r' : '.3~s' } },
            },
          ]
        : []),
    ],
  };
}
