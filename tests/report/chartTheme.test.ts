import { describe, expect, test } from '@jest/globals';
import { chartColors } from '../../src/charts/chartColors.ts';
import { CHART_CONFIG, ON_DARK } from '../../src/report/svg/chartConfig.ts';
import { colorOf, contrast } from './contrast.ts';

const dark = new Map(ON_DARK);
const config = CHART_CONFIG as {
  text: { color: string };
  title: { subtitleColor: string };
};
const ink = config.text.color;
const faint = config.title.subtitleColor;

describe.each([
  ['light', '#ffffff', (color: string) => color],
  ['dark', '#171c23', (color: string) => dark.get(color)!],
])('on a %s background', (_, ground, shown) => {
  const contrastOf = (color: string, behind: string): number => contrast(colorOf(shown(color)), colorOf(behind));

  test('text has enough contrast, also on the cells of a heat map', () => {
    for (const color of [ink, faint, chartColors.highlight]) {
      expect(contrastOf(color, ground)).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrastOf(ink, shown(chartColors.cell))).toBeGreaterThanOrEqual(4.5);
  });

  test('marks and lines have enough contrast', () => {
    for (const color of [chartColors.accent, chartColors.highlight, ...chartColors.series]) {
      expect(contrastOf(color, ground)).toBeGreaterThanOrEqual(3);
    }
  });
});

test('all lines of a chart have distinct colors, in dark mode too', () => {
  expect(new Set(chartColors.series).size).toBe(chartColors.series.length);
  expect(new Set(chartColors.series.map((color) => dark.get(color))).size).toBe(chartColors.series.length);
});
