import type { CalibrationCurveValue } from '../../functional/classification/losses/calibrationCurve.ts';
import { wilsonBounds } from '../../numeric/special/wilsonBounds.ts';
import { chartColors } from '../chartColors.ts';
import { countDecimals } from '../countDecimals.ts';
import { dashedLine, DIAGONAL, SQUARE_SIDE, unitAxes } from './curvePart.ts';
import type { ChartPart } from '../vegaLiteSpec.ts';

/** Titles of the axes of a calibration curve. */
export const CALIBRATION_AXES = { xTitle: 'mean predicted probability', yTitle: 'share of positive samples' } as const;

/** Creates the chart of {@link calibrationCurveChart}. */
export function calibrationCurvePart(
  { meanPredicted, positiveShare, weight }: CalibrationCurveValue,
  title: string,
  axes: Readonly<Record<'xTitle' | 'yTitle', string>> = CALIBRATION_AXES,
): ChartPart {
  const samples = Array.from(weight);
  const decimals = countDecimals(samples);
  // Intervals are those of counts, not of sums of weights.
  const areCounts = samples.every(Number.isInteger);
  const values = samples.map((size, k) => ({
    x: meanPredicted[k]!,
    y: positiveShare[k]!,
    samples: Number(size.toFixed(decimals)),
    ...(areCounts ? wilsonBounds(positiveShare[k]! * size, size) : {}),
  }));
  const most = samples.reduce((largest, size) => Math.max(largest, size), 1);
  const { x, y } = unitAxes(axes) as Readonly<Record<'x' | 'y', ChartPart>>;
  const key = areCounts ? 'lines: 95 % intervals' : 'larger points: more samples';
  return {
    title: { text: title, subtitle: `dashed: calibrated; ${key}` },
    width: SQUARE_SIDE,
    height: SQUARE_SIDE,
    data: { values },
    layer: [
      dashedLine(DIAGONAL, axes),
      ...(areCounts
        ? [
            {
              mark: { type: 'rule', strokeWidth: 1.5, color: chartColors.accent, opacity: 0.4 },
              encoding: { x, y: { ...y, field: 'lower' }, y2: { field: 'upper' } },
            },
          ]
        : []),
      {
        mark: { type: 'point', filled: true, opacity: 1, color: chartColors.accent, tooltip: true },
        encoding: {
          x,
          y,
          size: {
            field: 'samples',
            type: 'quantitative',
            scale: { domain: [0, most], range: [16, 320] },
            legend: null,
          },
        },
      },
    ],
  };
}
