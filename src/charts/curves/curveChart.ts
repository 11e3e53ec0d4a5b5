import { stackCharts, type ChartPart, type VegaLiteSpec } from '../vegaLiteSpec.ts';
import type { VisLineChart } from '../visLineChart.ts';
import type { ChartedCurve } from './curvePart.ts';
import { curveChartOptions, readCurves, type CurveChartOptions, type NamedCurves } from './readCurves.ts';
import { visCurves } from './visCurves.ts';

/** A kind of curves of scores, as Vega-Lite and tfjs-vis draw it. */
export interface CurveKind<Curve extends object> {
  /** Default title. */
  readonly title: string;
  /** Names of the arrays of a curve. */
  readonly fields: readonly (keyof Curve & string)[];
  /** Names of the arrays of equal length. */
  readonly equal: readonly (keyof Curve & string)[];
  readonly axes: Readonly<Record<'xTitle' | 'yTitle', string>>;
  /** Returns a curve as points, with the point of a threshold marked. */
  readonly points: (name: string, curve: Curve, threshold?: number) => ChartedCurve;
  readonly part: (curves: readonly ChartedCurve[], title: string, most?: number) => ChartPart;
}

/** @throws {@link MetricInputError} if a curve or option is invalid. */
export function curveChart<Curve extends object>(
  owner: string,
  kind: CurveKind<Curve>,
  curves: NamedCurves<Curve>,
  options: CurveChartOptions | undefined,
): VegaLiteSpec {
  const { title = kind.title, most, threshold } = curveChartOptions(options, owner);
  return stackCharts([kind.part(chartedCurves(owner, { ...kind, title }, curves, threshold), title, most)]);
}

/** @throws {@link MetricInputError} if a curve is invalid. */
export function visCurveChart<Curve extends object>(
  owner: string,
  kind: CurveKind<Curve>,
  curves: NamedCurves<Curve>,
): VisLineChart {
  return visCurves(chartedCurves(owner, kind, curves), kind.axes);
}

function chartedCurves<Curve extends object>(
  owner: string,
  kind: CurveKind<Curve>,
  curves: NamedCurves<Curve>,
  threshold?: number,
): ChartedCurve[] {
  return readCurves(owner, curves, kind).map((curve) => kind.points(curve.name, curve, threshold));
}
