import { chartColors } from './chartColors.ts';
import { CHART_WIDTH } from './cellSize.ts';
import type { NamedScore } from '../metrics/namedScore.ts';
import { numberFormat } from './numberFormat.ts';
import { shareScales, type SharedScale } from './curves/shareScales.ts';
import type { ChartPart } from './vegaLiteSpec.ts';

/** A score in a chart. */
export interface ChartedScore extends NamedScore {
  /** Lower and upper end of a confidence interval. */
  readonly interval?: readonly [lower: number, upper: number] | undefined;
  /** Value expected by chance, or of a trivial model. */
  readonly baseline?: number | undefined;
}

/** Creates the charts of {@link scoresChart}, one for each axis. */
export function scoreParts(scores: readonly ChartedScore[]): ChartPart[] {
  return scoreScales(scores).map(scaleChart);
}

/** Groups the scores of a chart on shared axes. */
export function scoreScales(scores: readonly ChartedScore[]): SharedScale<ChartedScore>[] {
  return shareScales(scores, ({ value, range = [], interval = [], baseline }, isAlone) => [
    value,
    baseline,
    ...interval,
    range[1],
    // A lower bound far below zero would squeeze the other scores together.
    isAlone ? range[0] : 0,
  ]);
}

function scaleChart({ scores, domain, direction, isOpen }: SharedScale<ChartedScore>): ChartPart {
  const [low, high] = domain;
  const format = numberFormat(scores.map(({ value }) => value));
  const values = scores.map(({ name, value, range = [], interval = [], baseline }) => ({
    name,
    value: finite(value),
    text: format(value),
    least: Math.max(low, range[0] ?? low),
    greatest: Math.min(high, range[1] ?? high),
    lower: finite(interval[0]),
    upper: finite(interval[1]),
    baseline: finite(baseline),
  }));
  const hasInterval = values.some(({ lower }) => lower !== null);
  const hasBaseline = values.some(({ baseline }) => baseline !== null);
  const title = [direction, ...(isOpen ? ['no upper bound'] : [])].filter((part) => part !== '').join(', ');
  // The position of a value alone on an axis without an end would mean nothing.
  const isDrawn = !isOpen || hasInterval || hasBaseline;
  const x = (field: string, end?: string): ChartPart => ({
    x: {
      field,
      type: 'quantitative',
      scale: { domain, nice: false },
      title,
      axis: isDrawn ? {} : { labels: false, ticks: false, grid: false, domain: false },
    },
    ...(end === undefined ? {} : { x2: { field: end } }),
  });
  const above = (align: string, place: number, field: string): ChartPart => ({
    mark: { type: 'text', align, dy: isDrawn ? -14 : 0, limit: CHART_WIDTH - 60 },
    encoding: { x: { value: place }, text: { field } },
  });
  const track: ChartPart = {
    mark: { type: 'rule', strokeWidth: 8, color: chartColors.track },
    encoding: x('least', 'greatest'),
  };
  const openEnd: ChartPart = {
    mark: { type: 'point', shape: 'triangle-right', filled: true, size: 200, opacity: 1, color: chartColors.track },
    encoding: { x: { value: CHART_WIDTH } },
  };
  return {
    width: CHART_WIDTH,
    height: { step: isDrawn ? 42 : 24 },
    data: { values },
    encoding: { y: { field: 'name', type: 'nominal', sort: null, axis: null } },
    layer: [
      ...(isDrawn ? [track] : [{ mark: { type: 'point', opacity: 0 }, encoding: x('value') }]),
      ...(isDrawn && isOpen ? [openEnd] : []),
      ...(hasInterval
        ? [{ mark: { type: 'rule', strokeWidth: 4, color: chartColors.accent }, encoding: x('lower', 'upper') }]
        : []),
      ...(hasBaseline ? [{ mark: { type: 'tick', thickness: 2, size: 16 }, encoding: x('baseline') }] : []),
      ...(isDrawn
        ? [
            {
              mark: { type: 'point', filled: true, size: 60, color: chartColors.accent, opacity: 1, tooltip: true },
              encoding: x('value'),
            },
          ]
        : []),
      above('left', 0, 'name'),
      above('right', CHART_WIDTH, 'text'),
    ],
  };
}

function finite(value: number | undefined): number | null {
  return Number.isFinite(value) ? value! : null;
}
