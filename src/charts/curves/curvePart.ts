import { chartColors } from '../chartColors.ts';
import { labelTexts } from '../labelText.ts';
import { thinnedCurve, type ChartPoint } from './thinnedCurve.ts';
import type { ChartPart } from '../vegaLiteSpec.ts';

/** Width and height of a chart of rates. */
export const SQUARE_SIDE = 260;

/** Default number of curves: as many as there are colors. */
const MAX_CURVES: number = chartColors.series.length;

/** A curve in the unit square. */
export interface ChartedCurve {
  readonly name: string;
  /** Horizontal coordinates, ascending. */
  readonly x: ArrayLike<number>;
  /** Vertical coordinates. */
  readonly y: ArrayLike<number>;
  /** A point to mark, such as that of a threshold, with its text. */
  readonly marked?: (ChartPoint & { readonly text: string }) | undefined;
}

/** Words and lines around the curves of a chart. */
interface CurveFrame {
  readonly title: string;
  readonly subtitle: string;
  readonly xTitle: string;
  readonly yTitle: string;
  /** Line between the points. */
  readonly interpolate: 'linear' | 'step-before';
  /** Dashed line of a classifier without information; absent if it differs between curves. */
  readonly baseline?: readonly ChartPoint[] | undefined;
}

/** Draws curves in the unit square, with a legend if there are several. */
export function curvePart(curves: readonly ChartedCurve[], frame: CurveFrame, most: number = MAX_CURVES): ChartPart {
  const shown = curves.slice(0, most);
  const names = labelTexts(shown.map(({ name }) => name));
  const values = shown.flatMap(({ x, y }, k) =>
    thinnedCurve(x, y).map((point, order) => ({ name: names[k]!, ...point, order })),
  );
  const marks = shown.flatMap(({ marked }, k) =>
    marked && Number.isFinite(marked.x + marked.y) ? [{ name: names[k]!, ...marked }] : [],
  );
  const { title, subtitle, interpolate, baseline } = frame;
  const left = curves.length > shown.length ? `${shown.length} of ${curves.length} curves` : '';
  const color = {
    field: 'name',
    type: 'nominal',
    title: null,
    scale: { domain: names, range: chartColors.series },
    legend: names.length > 1 ? { orient: 'bottom', columns: 2, labelLimit: 140, symbolType: 'stroke' } : null,
  };
  // Text beside a mark stays inside the chart.
  const markText = (isRight: boolean): ChartPart => ({
    data: { values: marks.filter(({ x }) => x > 0.5 === isRight) },
    mark: { type: 'text', align: isRight ? 'right' : 'left', dx: isRight ? -9 : 9, dy: 12 },
    encoding: { ...unitAxes(frame), text: { field: 'text' } },
  });
  return {
    title: { text: title, subtitle: [left, subtitle].filter((text) => text !== '').join('; ') },
    width: SQUARE_SIDE,
    height: SQUARE_SIDE,
    layer: [
      ...(baseline ? [dashedLine(baseline, frame)] : []),
      {
        data: { values },
        mark: { type: 'line', interpolate, strokeWidth: 2, tooltip: true },
        encoding: { ...unitAxes(frame), color, order: { field: 'order', type: 'quantitative' } },
      },
      ...(marks.length === 0
        ? []
        : [
            {
              data: { values: marks },
              mark: { type: 'point', filled: true, size: 90, opacity: 1, tooltip: true, color: chartColors.highlight },
              encoding: { ...unitAxes(frame), ...(names.length > 1 ? { color } : {}) },
            },
            markText(false),
            markText(true),
          ]),
    ],
  };
}

/** Axes from 0 to 1. */
export function unitAxes({ xTitle, yTitle }: Pick<CurveFrame, 'xTitle' | 'yTitle'>): ChartPart {
  const axis = (field: string, title: string): ChartPart => ({
    field,
    type: 'quantitative',
    title,
    scale: { domain: [0, 1], nice: false },
    axis: { tickCount: 5, format: '.1f' },
  });
  return { x: axis('x', xTitle), y: axis('y', yTitle) };
}

/** Dashed line for comparison. */
export function dashedLine(points: readonly ChartPoint[], titles: Pick<CurveFrame, 'xTitle' | 'yTitle'>): ChartPart {
  return {
    data: { values: points.map(({ x, y }) => ({ x, y })) },
    mark: { type: 'line', strokeDash: [5, 4], strokeWidth: 1.5, color: chartColors.faint },
    encoding: unitAxes(titles),
  };
}

/** Diagonal of the unit square. */
export const DIAGONAL: readonly ChartPoint[] = [
  { x: 0, y: 0 },
  { x: 1, y: 1 },
];
