import { chartColors } from './chartColors.ts';
import type { NamedScore } from '../metrics/namedScore.ts';
import { shareScales, type SharedScale } from './shareScales.ts';
import { shortNumber } from './shortNumber.ts';
import type { ChartPart } from './vegaLiteSpec.ts';

/** A score to be drawn. */
export interface ChartedScore extends NamedScore {
  /** The ends of its interval, where one is known. */
  readonly interval?: readonly [lower: number, upper: number] | undefined;
  /** What chance alone gives, where that is known. */
  readonly baseline?: number | undefined;
}

const WIDTH = 320;

/** Scores as points on the scale of what they can be, those of one scale together. */
export function scoreParts(scores: readonly ChartedScore[]): ChartPart[] {
  const scales = shareScales(scores, ({ value, range = [], interval = [], baseline }, isAlone) => [
    value,
    baseline,
    ...interval,
    range[1],
    // A range that reaches far down would leave little room for the values of the others.
    isAlone ? range[0] : 0,
  ]);
  return scales.map(scaleChart);
}

function scaleChart({ scores, domain, direction }: SharedScale<ChartedScore>): ChartPart {
  const [low, high] = domain;
  const values = scores.map(({ name, value, range = [], interval = [], baseline }) => ({
    name,
    value: finite(value),
    text: shortNumber(value),
    least: Math.max(low, range[0] ?? low),
    greatest: Math.min(high, range[1] ?? high),
    lower: finite(interval[0]),
    upper: finite(interval[1]),
    baseline: finite(baseline),
  }));
  const x = (field: string, end?: string): ChartPart => ({
    x: { field, type: 'quantitative', scale: { domain, nice: false }, title: direction },
    ...(end === undefined ? {} : { x2: { field: end } }),
  });
  const above = (align: string, place: number, field: string): ChartPart => ({
    mark: { type: 'text', align, dy: -14, limit: WIDTH - 60 },
    encoding: { x: { value: place }, text: { field } },
  });
  return {
    width: WIDTH,
    height: { step: 42 },
    data: { values },
    encoding: { y: { field: 'name', type: 'nominal', sort: null, axis: null } },
    layer: [
      { mark: { type: 'rule', strokeWidth: 8, color: chartColors.track }, encoding: x('least', 'greatest') },
      ...(values.some(({ lower }) => lower !== null)
        ? [{ mark: { type: 'rule', strokeWidth: 4, color: chartColors.accent }, encoding: x('lower', 'upper') }]
        : []),
      ...(values.some(({ baseline }) => baseline !== null)
        ? [{ mark: { type: 'tick', thickness: 2, size: 16 }, encoding: x('baseline') }]
        : []),
      {
        mark: { type: 'point', filled: true, size: 60, color: chartColors.accent, opacity: 1, tooltip: true },
        encoding: x('value'),
      },
      above('left', 0, 'name'),
      above('right', WIDTH, 'text'),
    ],
  };
}

function finite(value: number | undefined): number | null {
  return Number.isFinite(value) ? value! : null;
}
