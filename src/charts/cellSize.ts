/** Width of charts with bars or areas, in pixels. */
export const CHART_WIDTH = 360;

/** Returns the height of each of `count` bars with its gap: the chart is about as high as wide for 9 to 18 bars. */
export function barStep(count: number): number {
  return clamp(CHART_WIDTH / count, 20, 40);
}

/** Maximum width and height of a heat map as long as its cells are not at their minimum size. */
const MAP_WIDTH = 440;
const MAP_HEIGHT = 360;

/** Returns the size of the cells of a heat map. Cells with numbers are larger. */
export function cellSize(
  rows: number,
  columns: number,
  isNumbered: boolean,
): { readonly width: number; readonly height: number } {
  if (!isNumbered) {
    const side = clamp(MAP_WIDTH / Math.max(rows, columns), 18, 28);
    return { width: side, height: side };
  }
  return { width: clamp(MAP_WIDTH / columns, 36, 80), height: clamp(MAP_HEIGHT / rows, 28, 56) };
}

function clamp(size: number, least: number, greatest: number): number {
  return Math.round(Math.min(greatest, Math.max(least, size)));
}
