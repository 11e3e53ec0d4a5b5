import { chartColors } from './chartColors.ts';
import type { NamedScore } from '../metrics/namedScore.ts';
import { shareScales, type SharedScale } from './shareScales.ts';
import { shortNumber } from './shortNumber.ts';
import type { ChartPart } from './vegaLiteSpec.ts';

/** A score in a chart. */
export interface ChartedScore extends NamedScore {
  /** Lower and upper end of a confidence interval. */
  readonly interval?: readonly [lower: number, upper: number] | undefined;
  /** Value expected by chance. */
  readonly baseline?: number | undefined;
}

const WIDTH = 320;

/** Creates the charts of {@link scoresChart}, one for each axis. */
export function scoreParts(scores: readonly ChartedScore[]): ChartPart[] {
  const scales = shareScales(scores, ({ value, range = [], interval = [], baseline }, isAlone) => [
    value,
    baseline,
    ...interval,
    range[1],
    // A lower bound far below zero would squeeze the other scores together.
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
