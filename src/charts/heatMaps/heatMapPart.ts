import { chartColors } from '../chartColors.ts';
import { cellSize } from '../cellSize.ts';
import { countDecimals } from '../countDecimals.ts';
import type { HeatMap } from './heatMap.ts';
import type { ChartPart } from '../vegaLiteSpec.ts';

/** Maximum number of columns for which counts are written in the cells. */
const MAX_NUMBERED = 16;

/** Words of a heat map. */
interface HeatMapFrame {
  readonly title: string;
  /** Title of the axis of true labels. Default: `'target'`. */
  readonly rowTitle?: string | undefined;
  /** Title of the axis of predicted labels. Default: `'preds'`. */
  readonly columnTitle?: string | undefined;
  /** True if rows and columns are the same classes, so that cells off the diagonal are errors. */
  readonly areClasses?: boolean | undefined;
}

/**
 * Draws a heat map of counts; the opacity of a cell is its fraction of the row, relative to the largest fraction.
 * Errors have their own color and their own largest fraction.
 */
export function heatMapPart(
  { rows, columns, counts }: HeatMap,
  { title, rowTitle = 'target', columnTitle = 'preds', areClasses = false }: HeatMapFrame,
): ChartPart {
  const values = counts.flatMap((cells, i) => {
    const size = cells.reduce((sum, count) => sum + count, 0);
    return cells.flatMap((count, j) => {
      const error = areClasses && i !== j ? { error: true } : {};
      return count > 0 ? [{ row: rows[i]!, column: columns[j]!, count, share: count / size, ...error }] : [];
    });
  });
  const isNumbered = columns.length <= MAX_NUMBERED;
  const largest = values.reduce((most, { count }) => Math.max(most, count), 0);
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
  const rects = (color: string, areErrors: boolean): ChartPart => {
    const filter = areErrors ? 'datum.error === true' : 'datum.error !== true';
    const shares = values.filter(({ error = false }) => error === areErrors).map(({ share }) => share);
    const strongest = shares.reduce((most, share) => Math.max(most, share), 0) || 1;
    return {
      ...(areClasses ? { transform: [{ filter }] } : {}),
      mark: { type: 'rect', color, tooltip: true },
      encoding: {
        opacity: {
          field: 'share',
          type: 'quantitative',
          scale: { domain: [0, strongest], range: [0.06, 1] },
          legend: null,
        },
      },
    };
  };
  const key = areClasses ? 'blue: correct, orange: errors; ' : '';
  return {
    title: { text: title, subtitle: `${key}stronger color: larger share of the ${rowTitle}` },
    width: { step: width },
    height: { step: height },
    data: { values },
    encoding: {
      x: axis('column', columns, columnTitle, { labelAngle: 8 * longest <= width ? 0 : -45 }),
      y: axis('row', rows, rowTitle, {}),
    },
    layer: [
      rects(chartColors.cell, false),
      ...(areClasses ? [rects(chartColors.error, true)] : []),
      ...(isNumbered
        ? [
            {
              mark: { type: 'text', fontSize: width < 44 ? 12 : 14 },
              encoding: { text: { field: 'count', format: largest < 1e4 ? `,.${decimals}f` : '.3~s' } },
            },
          ]
        : []),
    ],
    ...(areClasses ? { resolve: { scale: { opacity: 'independent' } } } : {}),
  };
}
