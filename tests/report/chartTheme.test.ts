import { describe, expect, test } from '@jest/globals';
import { chartColors } from '../../src/charts/chartColors.ts';
import { CHART_CONFIG, ON_DARK } from '../../src/report/chartConfig.ts';
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
])('on %s ground', (_, ground, shown) => {
  const contrastOf = (color: string, behind: string): number => contrast(colorOf(shown(color)), colorOf(behind));

  test('text can be read, on the ground and on the cells of a heat map', () => {
    for (const color of [ink, faint, chartColors.highlight]) {
      expect(contrastOf(color, ground)).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrastOf(ink, shown(chartColors.cell))).toBeGreaterThanOrEqual(4.5);
  });

  test('marks and lines stand out', () => {
    for (const color of [chartColors.accent, chartColors.highlight, ...chartColors.series]) {
      expect(contrastOf(color, ground)).toBeGreaterThanOrEqual(3);
    }
  });
});

test('no two lines of a chart have the same colour, on dark ground either', () => {
  expect(new Set(chartColors.series).size).toBe(chartColors.series.length);
  expect(new Set(chartColors.series.map((color) => dark.get(color))).size).toBe(chartColors.series.length);
});
