import type { CalibrationCurveValue } from '../functional/classification/losses/calibrationCurve.ts';
import { chartColors } from './chartColors.ts';
import { countDecimals } from './countDecimals.ts';
import { dashedLine, DIAGONAL, SQUARE_SIDE, unitAxes } from './curvePart.ts';
import type { ChartPart } from './vegaLiteSpec.ts';

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
  const values = samples.map((size, k) => ({
    x: meanPredicted[k]!,
    y: positiveShare[k]!,
    samples: Number(size.toFixed(decimals)),
  }));
  const most = samples.reduce((largest, size) => Math.max(largest, size), 1);
  return {
    title: { text: title, subtitle: 'dashed: calibrated; size of a point: number of samples' },
    width: SQUARE_SIDE,
    height: SQUARE_SIDE,
    layer: [
      dashedLine(DIAGONAL, axes),
      {
        data: { values },
        mark: { type: 'line', strokeWidth: 1.5, color: chartColors.accent },
        encoding: unitAxes(axes),
      },
      {
        data: { values },
        mark: { type: 'point', filled: true, opacity: 1, color: chartColors.accent, tooltip: true },
        encoding: {
          ...unitAxes(axes),
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
