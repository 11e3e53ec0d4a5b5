import { describe, expect, test } from '@jest/globals';
import { MetricInputError, ContingencyTable } from 'tfjs-metrics';
import * as classification from 'tfjs-metrics/classification';
import {
  calibrationCurveChart,
  confusionMatrixChart,
  precisionRecallCurveChart,
  rocCurveChart,
  visCalibrationCurve,
  visConfusionMatrix,
  visPrecisionRecallCurve,
  visRocCurve,
  type ChartPart,
  type VegaLiteSpec,
} from 'tfjs-metrics/charts';
import { RandomSource } from '../../src/numeric/random/randomSource.ts';
import { drawChart } from './drawChart.ts';

const { calibrationCurve, precisionRecallCurve, rocCurve } = classification;
const PREDS = [0.1, 0.4, 0.35, 0.8];
const TARGET = [0, 0, 1, 1];
const roc = rocCurve(PREDS, TARGET);
const precisionRecall = precisionRecallCurve(PREDS, TARGET);

type Row = Record<string, unknown>;
const layers = (chart: ChartPart): ChartPart[] => chart['layer'] as ChartPart[];
const rowsOf = (layer: ChartPart): Row[] => (layer['data'] as { values: Row[] }).values;
/** Rows of the layer with a mark of this type, other than the dashed line. */
const rowsOfMark = (chart: ChartPart, type: string): Row[] =>
  layers(chart)
    .filter(({ mark }) => (mark as Row)['type'] === type && (mark as Row)['strokeDash'] === undefined)
    .flatMap(rowsOf);
const xyOf = (rows: readonly Row[]): unknown[] => rows.map(({ x, y }) => [x, y]);

const hostile = ['<script>alert(1)</script>', '"\'`', "datum['x']", '\u202ex'];
const charts: [name: string, chart: VegaLiteSpec][] = [
  ['a ROC curve', rocCurveChart(roc, { threshold: 0.5 })],
  ['several ROC curves', rocCurveChart(hostile.map((name) => ({ name, ...roc })))],
  ['a ROC curve of one class', rocCurveChart(rocCurve([0.1, 0.2], [1, 1]), { threshold: 0.1 })],
  ['no ROC curves', rocCurveChart([])],
  ['a precision–recall curve', precisionRecallCurveChart(precisionRecall, { threshold: 0.5 })],
  ['precision–recall curves', precisionRecallCurveChart(hostile.map((name) => ({ name, ...precisionRecall })))],
  ['a precision–recall curve without samples', precisionRecallCurveChart(precisionRecallCurve([], []))],
  ['a reliability diagram', calibrationCurveChart(calibrationCurve(PREDS, TARGET))],
  ['a reliability diagram without samples', calibrationCurveChart(calibrationCurve([], []))],
  ['a confusion matrix', confusionMatrixChart(ContingencyTable.of(hostile, [...hostile].reverse()))],
  ['an empty confusion matrix', confusionMatrixChart(new ContingencyTable())],
];

test.each(charts)('%s is drawn without warnings', async (_, chart) => {
  const { warnings, svg } = await drawChart(chart);
  expect(warnings).toEqual([]);
  expect(svg).not.toMatch(/<script|NaN|undefined/);
});

describe('the chart of a ROC curve', () => {
  test('has the points of the curve and the diagonal', () => {
    const chart = rocCurveChart(roc);
    expect(xyOf(rowsOfMark(chart, 'line'))).toEqual(Array.from(roc.fpr, (fpr, k) => [fpr, roc.tpr[k]!]));
    expect(xyOf(rowsOf(layers(chart)[0]!))).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });

  test.each([
    [0.5, [0, 0.5]],
    [0.4, [0.5, 0.5]],
    [0.9, [0, 0]],
    [-1, [1, 1]],
  ])('marks the rates at threshold %p', (threshold, point) => {
    const marked = rowsOfMark(rocCurveChart(roc, { threshold }), 'point');
    expect(xyOf(marked)).toEqual([point]);
    expect(marked[0]!['text']).toBe(`threshold ${threshold}`);
  });

  test('of several classifiers has a legend of distinct names, and shows at most as many as asked', async () => {
    const curves = ['x', 'x', 'y'].map((name) => ({ name, ...roc }));
    const { texts } = await drawChart(rocCurveChart(curves));
    expect(texts).toEqual(expect.arrayContaining(['x', 'x (2)', 'y']));
    expect(rocCurveChart(curves, { most: 2 })['title']).toMatchObject({
      subtitle: '2 of 3 curves; dashed: random scores',
    });
  });

  test('of 100,000 scores is reduced to about a thousand points that keep its corners', () => {
    const random = RandomSource.of(3);
    const target = Array.from({ length: 1e5 }, () => Number(random.uniform() < 0.3));
    const preds = target.map((label) => random.uniform() + label * 0.4);
    const full = rocCurve(preds, target);
    const rows = rowsOfMark(rocCurveChart(full), 'line') as { x: number; y: number }[];
    expect(rows.length).toBeLessThanOrEqual(1000);
    const area = rows.slice(1).reduce((sum, { x, y }, k) => sum + ((x - rows[k]!.x) * (y + rows[k]!.y)) / 2, 0);
    expect(Math.abs(area - classification.auroc(preds, target))).toBeLessThan(1e-3);
    expect([xyOf(rows)[0], xyOf(rows).at(-1)]).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });
});

describe('the chart of a precision–recall curve', () => {
  test('has steps with the area of average precision', () => {
    const rows = rowsOfMark(precisionRecallCurveChart(precisionRecall), 'line') as { x: number; y: number }[];
    const area = rows.slice(1).reduce((sum, { x, y }, k) => sum + (x - rows[k]!.x) * y, 0);
    expect(area).toBeCloseTo(classification.averagePrecision(PREDS, TARGET), 12);
  });

  test.each([
    [0.5, [0.5, 1]],
    [0.35, [1, 2 / 3]],
    [0.9, [0, 1]],
  ])('marks precision and recall at threshold %p', (threshold, point) => {
    expect(xyOf(rowsOfMark(precisionRecallCurveChart(precisionRecall, { threshold }), 'point'))).toEqual([point]);
  });

  test('has a dashed line at the share of positive samples, unless it differs between curves', () => {
    const isDashed = ({ mark }: ChartPart): boolean => (mark as Row)['strokeDash'] !== undefined;
    const [dashed] = layers(precisionRecallCurveChart(precisionRecall)).filter(isDashed);
    expect(xyOf(rowsOf(dashed!))).toEqual([
      [0, 0.5],
      [1, 0.5],
    ]);
    const other = precisionRecallCurve(PREDS, [0, 1, 1, 1]);
    const both = precisionRecallCurveChart([
      { name: 'a', ...precisionRecall },
      { name: 'b', ...other },
    ]);
    expect(layers(both).filter(isDashed)).toEqual([]);
  });
});

describe('a reliability diagram', () => {
  const valuesOf = (chart: ChartPart): Row[] => (chart['data'] as { values: Row[] }).values;

  test('has a point for each bin, with its number of samples and the interval of Wilson', () => {
    const target = Array.from({ length: 12 }, (_, i) => Number(i < 3 || i > 9));
    const curve = calibrationCurve([...Array.from({ length: 10 }, () => 0.2), 0.9, 0.9], target, { bins: 2 });
    const [first, second] = valuesOf(calibrationCurveChart(curve));
    expect(second).toMatchObject({ x: 0.9, y: 1, samples: 2, upper: 1 });
    expect(first).toMatchObject({ y: 0.3, samples: 10 });
    // Ends p of the interval satisfy (0.3 − p)² = z² p(1 − p) / n.
    for (const end of [first!['lower'], first!['upper']] as number[]) {
      expect((0.3 - end) ** 2).toBeCloseTo((1.959964 ** 2 * end * (1 - end)) / 10, 6);
    }
  });

  test('has no intervals for fractional weights', () => {
    const curve = calibrationCurve([0.2, 0.9], [0, 1], { sampleWeight: [0.5, 2] });
    expect(Object.keys(valuesOf(calibrationCurveChart(curve))[0]!)).toEqual(['x', 'y', 'samples']);
  });
});

describe('a confusion matrix', () => {
  test('has the same classes in the same order on both sides, also if most predictions are swapped', () => {
    const table = ContingencyTable.of(['b', 'b', 'a', 'c'], ['a', 'a', 'b', 'a']);
    expect(visConfusionMatrix(table)).toEqual({
      data: {
        values: [
          [0, 2, 1],
          [1, 0, 0],
          [0, 0, 0],
        ],
        tickLabels: ['a', 'b', 'c'],
      },
      options: { xLabel: 'preds', yLabel: 'target' },
    });
  });

  test('marks the cells of errors', () => {
    const { values } = confusionMatrixChart(ContingencyTable.of([0, 1, 1], [0, 0, 1]))['data'] as { values: Row[] };
    expect(values.map(({ row, column, error }) => [row, column, error])).toEqual([
      ['0', '0', undefined],
      ['0', '1', true],
      ['1', '1', undefined],
    ]);
  });

  test('has the order of the option labels, and leaves ignored targets out', () => {
    const table = ContingencyTable.of([0, 1, 1], [0, 1, -1]);
    const { data } = visConfusionMatrix(table, { labels: [1, 0], ignoreLabel: -1 });
    expect(data).toEqual({
      values: [
        [1, 0],
        [0, 1],
      ],
      tickLabels: ['1', '0'],
    });
  });

  test('sums the smallest classes on both sides', () => {
    const preds = [0, 0, 0, 1, 1, 2, 3];
    const { data } = visConfusionMatrix(ContingencyTable.of(preds, [0, 0, 0, 1, 1, 3, 3]), { most: 2 });
    expect(data).toEqual({
      values: [
        [3, 0, 0],
        [0, 2, 0],
        [0, 0, 2],
      ],
      tickLabels: ['0', '1', '2 others'],
    });
  });
});

test('charts for tfjs-vis have ascending x and the names of the curves', () => {
  const { data, options } = visPrecisionRecallCurve([{ name: 'model', ...precisionRecall }]);
  expect(data.series).toEqual(['model']);
  const [points] = data.values;
  expect(points!.map(({ x }) => x)).toEqual(points!.map(({ x }) => x).sort((a, b) => a - b));
  expect(options).toEqual({ xLabel: 'recall', yLabel: 'precision' });
  expect(visRocCurve(roc).data.values[0]).toHaveLength(roc.fpr.length);
  expect(visCalibrationCurve(calibrationCurve(PREDS, TARGET)).data.values[1]).toEqual([
    { x: 0, y: 0 },
    { x: 1, y: 1 },
  ]);
});

describe('invalid curves are rejected by name:', () => {
  test.each([
    [() => rocCurveChart(null as never), 'rocCurveChart: expected an array, got null'],
    [() => rocCurveChart({ fpr: [0] } as never), '"tpr" of item 0: expected an array of numbers, got undefined'],
    [() => rocCurveChart({ ...roc, tpr: new Float64Array(2) }), '"tpr" of item 0: expected 5 numbers, got 2'],
    [() => rocCurveChart([roc as never]), '"name" of item 0: expected a string, got undefined'],
    [() => rocCurveChart(roc, { threshold: NaN }), 'option "threshold": expected a number, got NaN'],
    [() => rocCurveChart(roc, { thresholds: 1 } as never), 'expected known options, got "thresholds"'],
    [() => precisionRecallCurveChart(roc as never), '"precision" of item 0'],
    [() => calibrationCurveChart([] as never), '"meanPredicted" of item 0'],
    [() => confusionMatrixChart([[1]] as never), 'confusionMatrixChart: expected a ContingencyTable'],
    [() => confusionMatrixChart(ContingencyTable.of([0], ['a'])), 'expected preds and target of one kind'],
  ])('%#', (call, message) => {
    expect(call).toThrow(MetricInputError);
    expect(call).toThrow(message);
  });
});
