import { describe, expect, test } from '@jest/globals';
import {
  AdjustedRandScore,
  CalinskiHarabaszScore,
  ContingencyTable,
  CramersVMatrix,
  MetricCollection,
  MetricTracker,
  MinMaxMetric,
  MutualInfoScore,
  pointwiseMutualInfo,
  RandScore,
  SilhouetteScore,
} from 'tfjs-metrics';
import { SoftMutualInfoScore } from 'tfjs-metrics/information';
import {
  clusterSizesChart,
  contingencyChart,
  historyChart,
  metricChart,
  mutualInfoProtocolChart,
  pointwiseMutualInfoChart,
  scoresChart,
  silhouetteChart,
  visLineChart,
  type VegaLiteSpec,
} from 'tfjs-metrics/charts';
import { metricClasses } from '../clustering/metricClasses.ts';
import { drawChart } from './drawChart.ts';

const hostile = ['<script>alert(1)</script>', '"\'`', 'a\\b', "datum['x']", '{{x}}', '🙂', '\u202ex'];
const table = ContingencyTable.of(hostile, hostile);
const PREDS = [0, 0, 1, 1];
const TARGET = ['a', 'a', 'a', 'b'];

const shown = (value: number): string => value.toFixed(3);

const charts: [name: string, chart: VegaLiteSpec][] = [
  ['a contingency table', contingencyChart(table)],
  [
    'a large contingency table',
    contingencyChart(
      ContingencyTable.of(
        Array.from({ length: 90 }, (_, i) => i),
        Array.from({ length: 90 }, (_, i) => i % 50),
      ),
    ),
  ],
  ['an empty contingency table', contingencyChart(new ContingencyTable())],
  [
    'scores',
    scoresChart([
      { name: 'x', value: NaN },
      { name: 'y', value: 0, baseline: 0 },
    ]),
  ],
  ['no scores', scoresChart([])],
  ['pairs of labels', pointwiseMutualInfoChart(pointwiseMutualInfo(hostile, hostile), { most: 5 })],
  ['no pairs of labels', pointwiseMutualInfoChart([])],
  [
    'estimates of latent dimensions and of parts',
    mutualInfoProtocolChart({
      mutualInfo: 0.6,
      interval: [0.4, Infinity],
      dimensions: 2,
      slope: -0.1,
      runs: [1, 2].flatMap((parts) =>
        [1, 2].map((dimensions) => ({ dimensions, parts, samples: 9, mutualInfo: 0.5 / parts, standardError: 0.1 })),
      ),
    }),
  ],
  [
    'no estimates',
    mutualInfoProtocolChart({ mutualInfo: NaN, interval: [NaN, NaN], dimensions: 1, slope: NaN, runs: [] }),
  ],
  [
    'a history',
    historyChart([
      { name: hostile[0]!, values: [1, NaN, 3], higherIsBetter: true },
      { name: 'b', values: [], range: [0, 1] },
    ]),
  ],
  ['silhouettes', silhouetteChart(hostile.map((label, k) => ({ label, values: [k / 7, -k / 9] })))],
  ['no silhouettes', silhouetteChart([])],
  ['cluster sizes', clusterSizesChart(hostile.map((label, k) => ({ label, size: k, dominant: 0 })))],
  ['no cluster sizes', clusterSizesChart([])],
];

test.each(charts)('%s is rendered without warnings', async (_, chart) => {
  const { warnings, svg } = await drawChart(chart);
  expect(warnings).toEqual([]);
  expect(svg).not.toMatch(/<script|NaN/);
});

describe('a metric', () => {
  test.each(metricClasses)('%s shows its value, its direction and its table', async (_, metricClass) => {
    const metric = new metricClass();
    metric.update(PREDS, TARGET);
    const { warnings, texts } = await drawChart(metricChart(metric));
    expect(warnings).toEqual([]);
    expect(texts).toContain(metric.name);
    expect(texts).toContain(shown(metric.compute()));
    expect(texts).toContain(metricClass.higherIsBetter ? 'higher is better' : 'lower is better');
    expect(texts).toContain('Contingency table');
    expect(texts.filter((text) => text === '2')).toHaveLength(1);
  });

  test('without a table shows its value', async () => {
    const silhouette = new SilhouetteScore();
    silhouette.update([0, 1, 8, 9], PREDS);
    const soft = new SoftMutualInfoScore({ bins: 4 });
    soft.update([0, 0.5, 1], [0, 0.5, 1]);
    for (const metric of [silhouette, soft]) {
      const { warnings, texts } = await drawChart(metricChart(metric));
      expect(warnings).toEqual([]);
      expect(texts).toContain(shown(metric.compute()));
      expect(texts).not.toContain('Contingency table');
    }
  });

  test('with several values shows the name of each', async () => {
    const metric = new CramersVMatrix();
    metric.update([
      ['x', 0],
      ['x', 0],
      ['y', 1],
    ]);
    const { texts } = await drawChart(metricChart(metric));
    expect(texts).toEqual(expect.arrayContaining(['CramersVMatrix_0_1', 'CramersVMatrix_1_1']));
  });
});

test('a collection shows each value once, under its full name, and each table once', async () => {
  const metrics = new MetricCollection(
    {
      inner: new MetricCollection({ mi: new MutualInfoScore() }, { postfix: '_nats' }),
      ari: new AdjustedRandScore(),
      1: new RandScore(),
    },
    { prefix: 'val_' },
  );
  metrics.update(PREDS, TARGET);
  const { warnings, texts } = await drawChart(metricChart(metrics));
  expect(warnings).toEqual([]);
  for (const name of ['val_inner_mi_nats', 'val_ari', 'val_1', 'Contingency table']) {
    expect(texts.filter((text) => text === name)).toEqual([name]);
  }
});

test('a tracker shows its values over epochs, the best of each, and the table of the open epoch', async () => {
  const tracker = new MetricTracker(new MetricCollection({ rand: new RandScore(), mi: new MutualInfoScore() }));
  for (const preds of [
    [0, 1, 2, 3],
    [0, 0, 0, 1],
    [0, 0, 0, 0],
  ]) {
    tracker.increment();
    tracker.update(preds, TARGET);
  }
  const { warnings, texts } = await drawChart(metricChart(tracker));
  expect(warnings).toEqual([]);
  expect(texts).toEqual(expect.arrayContaining(['rand', 'mi', 'epoch', 'Contingency table']));
  const { data } = visLineChart(tracker.scoreHistories, { stepName: 'epoch' });
  expect(data.series).toEqual(['rand', 'mi']);
  expect(data.values[0]).toEqual(tracker.history.map(({ rand }, x) => ({ x, y: rand })));
  const best = tracker.best.mi.value!;
  expect(texts).toContain(shown(best));
});

test('a tracker without epochs gives an empty chart', async () => {
  const { warnings } = await drawChart(metricChart(new MetricTracker(new RandScore())));
  expect(warnings).toEqual([]);
});

test('a wrapper shows each of its values', async () => {
  const metric = new MinMaxMetric(new RandScore());
  metric.update(PREDS, TARGET);
  const { texts } = await drawChart(metricChart(metric));
  expect(texts).toEqual(expect.arrayContaining(['RandScore_value', 'RandScore_min', 'RandScore_max']));
});

test('a collection of metrics without tables shows only values', async () => {
  const metrics = new MetricCollection({ ch: new CalinskiHarabaszScore(), sil: new SilhouetteScore() });
  metrics.update([0, 1, 8, 9], PREDS);
  const { texts } = await drawChart(metricChart(metrics));
  expect(texts).toEqual(expect.arrayContaining(['ch', shown(metrics.compute().ch), 'sil']));
  expect(texts).not.toContain('Contingency table');
});

test('mutualInfoProtocolChart names the invalid part of a result', () => {
  const result = { mutualInfo: 1, interval: [0, 2], dimensions: 1, slope: 0, runs: [] } as const;
  const chart = (changes: object) => () => mutualInfoProtocolChart({ ...result, ...changes });
  expect(chart({ runs: undefined })).toThrow('mutualInfoProtocolChart: "runs": expected an array, got undefined');
  expect(chart({ runs: [{}] })).toThrow('"runs": "dimensions" of item 0: expected a number, got undefined');
  expect(chart({ interval: [0, null] })).toThrow('"interval": expected two numbers');
  expect(chart({ slope: 'steep' })).toThrow('"slope": expected a number, got "steep"');
});
