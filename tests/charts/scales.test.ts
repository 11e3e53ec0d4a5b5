import { describe, expect, test } from '@jest/globals';
import { MetricInputError } from 'tfjs-metrics';
import {
  clusterSizesChart,
  historyChart,
  scoresChart,
  silhouetteChart,
  visLineChart,
  type ChartPart,
  type VegaLiteSpec,
} from 'tfjs-metrics/charts';

const rowsOf = (chart: ChartPart): Record<string, unknown>[] =>
  (chart['data'] as { values: Record<string, unknown>[] }).values;
const partsOf = (chart: VegaLiteSpec): ChartPart[] => chart['vconcat'] as ChartPart[];

describe('scores', () => {
  test('share an axis if their upper bounds and directions are equal', () => {
    const chart = scoresChart([
      { name: 'nmi', value: 0.5, range: [0, 1], higherIsBetter: true },
      { name: 'mi', value: 2, range: [0, Infinity], higherIsBetter: true },
      { name: 'ari', value: 0.4, range: [-0.5, 1], higherIsBetter: true },
      { name: 'vi', value: 3, range: [0, Infinity], higherIsBetter: false },
    ]);
    const names = partsOf(chart).map((part) => rowsOf(part).map(({ name }) => name));
    expect(names).toEqual([['nmi', 'ari'], ['mi'], ['vi']]);
  });

  test('show their ranges, clipped to the axis', () => {
    const chart = scoresChart([
      { name: 'nmi', value: 0.5, range: [0, 1], interval: [0.4, 0.6] },
      { name: 'ami', value: -0.2, range: [-Infinity, 1], baseline: 0 },
    ]);
    expect(rowsOf(chart)).toEqual([
      { name: 'nmi', value: 0.5, text: '0.500', least: 0, greatest: 1, lower: 0.4, upper: 0.6, baseline: null },
      { name: 'ami', value: -0.2, text: '−0.200', least: -0.2, greatest: 1, lower: null, upper: null, baseline: 0 },
    ]);
  });

  test('are labeled with three decimals, with an exponent if large, and "undefined" if not finite', () => {
    const values = [NaN, Infinity, 0, 1.5e-7, 12_345.678, 3.2e9, 2 / 3];
    const chart = scoresChart(values.map((value, k) => ({ name: String(k), value, range: [0, 1] })));
    expect(rowsOf(chart).map(({ text }) => text)).toEqual([
      'undefined',
      'undefined',
      '0.000',
      '0.000',
      '12,345.678',
      '3.20e+9',
      '0.667',
    ]);
  });

  test('are labeled with exponents if all are very small', () => {
    const chart = scoresChart([0, 1.5e-7, -2e-9].map((value, k) => ({ name: String(k), value, range: [-1, 1] })));
    expect(rowsOf(chart).map(({ text }) => text)).toEqual(['0.000', '1.50e-7', '−2.00e-9']);
  });

  test('without an upper bound have no mark unless there is an interval or a baseline to compare with', () => {
    const score = { name: 'x', value: 3, range: [0, Infinity], higherIsBetter: true } as const;
    const marksOf = (chart: VegaLiteSpec): unknown[] =>
      (chart['layer'] as ChartPart[]).map(({ mark }) => mark as { type: string; opacity?: number });
    expect(marksOf(scoresChart([score]))).toEqual([
      { type: 'point', opacity: 0 },
      expect.objectContaining({ type: 'text' }),
      expect.objectContaining({ type: 'text' }),
    ]);
    const chart = scoresChart([{ ...score, baseline: 1 }]);
    expect(marksOf(chart)).toContainEqual(expect.objectContaining({ type: 'tick' }));
    const { least, greatest } = rowsOf(chart)[0]!;
    expect([least, greatest]).toEqual([0, 3.75]);
  });
});

describe('a history', () => {
  const bestOf = (values: number[], higherIsBetter: boolean | null): unknown[] =>
    rowsOf(historyChart([{ name: 'x', values, higherIsBetter }]))
      .filter(({ best }) => best !== undefined)
      .map(({ step }) => step);

  test('marks the first best step, by the direction of the score', () => {
    expect(bestOf([1, 3, NaN, 3, 0, 0], true)).toEqual([1]);
    expect(bestOf([1, 3, NaN, 3, 0, 0], false)).toEqual([4]);
    expect(bestOf([1, 3], null)).toEqual([]);
    expect(bestOf([NaN, NaN], true)).toEqual([]);
  });

  test('of a million steps is reduced to about a thousand points that include peaks and the best step', () => {
    const values = Float64Array.from({ length: 1e6 }, (_, k) => Math.sin(k / 1e4));
    values[123_456] = 7;
    values[765_432] = -7;
    const rows = rowsOf(historyChart([{ name: 'x', values, higherIsBetter: true }]));
    expect(rows.length).toBeLessThanOrEqual(1001);
    expect(rows).toContainEqual({ name: 'x', step: 123_456, value: 7, best: '7.000' });
    expect(rows).toContainEqual({ name: 'x', step: 765_432, value: -7 });
    const steps = rows.map(({ step }) => step as number);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
  });

  test('accepts step numbers, also for tfjs-vis', () => {
    const histories = [{ name: 'x', values: [0.5, NaN, 0.7] }];
    const options = { steps: [10, 20, 30], stepName: 'batch' };
    expect(rowsOf(historyChart(histories, options)).map(({ step }) => step)).toEqual([10, 20, 30]);
    expect(visLineChart(histories, options)).toEqual({
      data: {
        values: [
          [
            { x: 10, y: 0.5 },
            { x: 30, y: 0.7 },
          ],
        ],
        series: ['x'],
      },
      options: { xLabel: 'batch', yLabel: 'value' },
    });
  });

  test('throws an error that names the invalid item', () => {
    expect(() => historyChart([{ name: 'x', values: 3 as never }])).toThrow(
      new MetricInputError('historyChart: "values" of item 0: expected an array of numbers, got 3'),
    );
    expect(() => historyChart({} as never)).toThrow('historyChart: expected an array, got an object');
    expect(() => historyChart([], { colour: 1 } as never)).toThrow('expected known options, got "colour"');
  });
});

describe('silhouettes', () => {
  const pointsOf = (chart: VegaLiteSpec, layer: number): Record<string, number>[] =>
    rowsOf((chart['layer'] as ChartPart[])[layer]!) as Record<string, number>[];

  test('are sorted within each cluster, and their mean is over all samples', () => {
    const chart = silhouetteChart([
      { label: 'a', values: [0.1, 0.9, 0.5] },
      { label: 'b', values: [-0.3] },
    ]);
    const inFirst = pointsOf(chart, 0).filter(({ cluster }) => cluster === 0);
    expect(inFirst.map(({ value }) => value)).toEqual([0.9, 0.5, 0.1, 0.1]);
    expect(pointsOf(chart, 1)[0]!['mean']).toBeCloseTo(0.3, 12);
  });

  test('of a million samples are averaged to a few hundred points with the same mean', () => {
    const values = Float64Array.from({ length: 1e6 }, (_, i) => Math.cos(i));
    const points = pointsOf(silhouetteChart([{ label: 0, values }]), 0);
    expect(points.length).toBeLessThan(400);
    const rows = points.slice(0, -1).map(({ value }) => value!);
    const mean = rows.reduce((sum, value) => sum + value, 0) / rows.length;
    expect(mean).toBeCloseTo(values.reduce((sum, value) => sum + value, 0) / 1e6, 3);
  });

  test('are limited to the largest clusters, as the subtitle says', () => {
    const clusters = Array.from({ length: 50 }, (_, label) => ({
      label,
      values: new Float64Array(label + 1),
    }));
    const chart = silhouetteChart(clusters, { most: 2, title: 'Mine' });
    expect(chart['title']).toEqual({
      text: 'Mine',
      subtitle: 'the 2 largest of 50 clusters; dashed: mean of all samples',
    });
    expect(pointsOf(chart, 2).map(({ name }) => name)).toEqual(['49', '48']);
  });
});

test('cluster sizes are sorted in descending order, and small clusters are summed without a bar', () => {
  const chart = clusterSizesChart(
    [3, 9, 1, 4].map((size, label) => ({ label, size, dominant: size - 1 })),
    { most: 2 },
  );
  expect(rowsOf(chart)).toEqual([
    { name: '1', size: 9, dominant: 8 },
    { name: '3', size: 4, dominant: 3 },
    { name: '2 others', others: 4 },
  ]);
});
