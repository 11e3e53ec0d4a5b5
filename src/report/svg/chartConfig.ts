import { chartColors } from '../../charts/chartColors.ts';
import type { JsonValue } from '../../charts/vegaLiteSpec.ts';

const INK = '#1f2328';
const LINE = '#c3cad3';

/** Dark-mode replacement of each chart color, with similar contrast. */
export const ON_DARK: readonly (readonly [light: string, dark: string])[] = [
  [INK, '#e9ecf1'],
  [chartColors.faint, '#aab4c0'],
  [LINE, '#4a5563'],
  [chartColors.accent, '#6aa9ee'],
  [chartColors.cell, '#2c67ad'],
  [chartColors.error, '#93501a'],
  [chartColors.track, '#36404c'],
  [chartColors.highlight, '#f0a35e'],
  ...['#4cc38a', '#c795e0', '#d9b63c', '#f08ab0'].map((dark, k) => [chartColors.series[k + 2]!, dark] as const),
];

/** CSS rules that apply the dark-mode colors. */
export const DARK_CHART_RULES: string = ON_DARK.flatMap(([light, dark]) =>
  ['fill', 'stroke'].map((paint) => `svg [${paint}="${light}"]{${paint}:${dark}}`),
).join('');

/** Vega-Lite configuration with the colors that {@link DARK_CHART_RULES} replaces. */
export const CHART_CONFIG: JsonValue = {
  background: null,
  font: 'sans-serif',
  padding: 4,
  view: { stroke: null },
  text: { color: INK, fontSize: 12 },
  tick: { color: INK },
  title: {
    anchor: 'start',
    frame: 'group',
    color: INK,
    fontSize: 14,
    subtitleColor: chartColors.faint,
    subtitleFontSize: 12,
    subtitlePadding: 4,
    offset: 10,
  },
  axis: {
    labelColor: INK,
    labelFontSize: 12,
    titleColor: chartColors.faint,
    titleFontSize: 12,
    titleFontWeight: 'normal',
    domainColor: LINE,
    gridColor: LINE,
    gridOpacity: 0.5,
    tickColor: LINE,
  },
  legend: { labelColor: INK, labelFontSize: 12 },
};
