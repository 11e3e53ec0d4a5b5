import { chartColors } from './chartColors.ts';
import { cellSize } from './chartSize.ts';
import { countDecimals } from './countDecimals.ts';
import type { HeatMap } from './heatMap.ts';
import type { ChartPart } from './vegaLiteSpec.ts';

/** Maximum number of columns for which counts are written in the cells. */
const MAX_NUMBERED = 16;

/** Draws a heat map of counts; the opacity of a cell is its fraction of the row, relative to the largest fraction. */
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
  const strongest = values.reduce((most, { share }) => Math.max(most, share), 0) || 1;
  const axis = (field: string, domain: readonly string[], name: string, more: ChartPart) => ({
    field,
    type: 'ordinal',
    title: name,
    scale: { domain },
    axis: { labelLimit: 240, labelOverlap: false, domain: false, ticks: false, ...more },
  });
  const { width, height } = cellSize(rows.length, columns.length, isNumbered);
  const decimals = countDecimals(values.map(({ count }) => count));
  const longest = columns.reduce((most, name) => Math.max(most, name.length), 0);
  return {
    title: { text: title, subtitle: `stronger color: larger share of the ${rowTitle}` },
    width: { step: width },
    height: { step: height },
    data: { values },
    encoding: {
      x: axis('column', columns, columnTitle, { labelAngle: 8 * longest <= width ? 0 : -45 }),
      y: axis('row', rows, rowTitle, {}),
    },
    layer: [
      {
        mark: { type: 'rect', color: chartColors.cell, tooltip: true },
        encoding: {
          opacity: {
            field: 'share',
            type: 'quantitative',
            scale: { domain: [0, strongest], range: [0.06, 1] },
            legend: null,
          },
        },
      },
      ...(isNumbered
        ? [
            {
              mark: { type: 'text', fontSize: width < 44 ? 12 : 14 },
              encoding: { text: { field: 'count', format: largest < 1e4 ? `,.${decimals}f` : '.3~s' } },
            },
          ]
        : []),
    ],
  };
}
