import type { ChartedCurve } from './curvePart.ts';
import { thinnedCurve } from './thinnedCurve.ts';
import type { VisLineChart } from '../visLineChart.ts';

/** Converts curves to the arguments of `tfvis.render.linechart`. */
export function visCurves(
  curves: readonly ChartedCurve[],
  { xTitle, yTitle }: Readonly<Record<'xTitle' | 'yTitle', string>>,
): VisLineChart {
  return {
    data: { values: curves.map(({ x, y }) => thinnedCurve(x, y)), series: curves.map(({ name }) => name) },
    options: { xLabel: xTitle, yLabel: yTitle },
  };
}
