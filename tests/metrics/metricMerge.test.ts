import { describe, expect, jest, test } from '@jest/globals';
import {
  CatMetric,
  ContingencyTable,
  MeanMetric,
  MetricInputError,
  MetricStateError,
  MutualInfoScore,
  RandScore,
  VMeasureScore,
  type Labels,
} from 'tfjs-metrics';
import { expectClose } from '../expectClose.ts';
import { Mean } from './mean.ts';

const metricOf = (labels: Labels, base?: number): MutualInfoScore => {
  const metric = new MutualInfoScore(base === undefined ? {} : { base });
  metric.update(labels, labels);
  return metric;
};

describe('a merge', () => {
  test.each([
    ['a metric', (metric: MutualInfoScore) => metric],
    ['a snapshot', (metric: MutualInfoScore) => metric.toJSON()],
    [
      'a snapshot that went through text',
      (metric: MutualInfoScore) => JSON.parse(JSON.stringify(metric)) as ReturnType<MutualInfoScore['toJSON']>,
    ],
  ])('with %s equals one metric with all batches', (_, form) => {
    const metric = metricOf([0, 0]);
    metric.merge(form(metricOf([1, 2])));
    expectClose(metric.compute(), 1.5 * Math.LN2);
    expect(metric.updateCount).toBe(2);
  });

  test('does not change the other metric', () => {
    const [metric, other] = [metricOf([0]), metricOf([1])];
    metric.merge(other);
    metric.update([2], [2]);
    expect(other.toJSON()).toEqual(metricOf([1]).toJSON());
  });

  test('with an empty metric, or into one, keeps the batches', () => {
    const metric = metricOf([0, 1]);
    metric.merge(new MutualInfoScore());
    const fresh = new MutualInfoScore();
    fresh.merge(metric);
    for (const each of [metric, fresh]) {
      expect([each.compute(), each.updateCount]).toEqual([Math.LN2, 1]);
    }
  });

  test('with itself counts all batches twice', () => {
    const metric = metricOf([0, 1]);
    metric.merge(metric);
    expect([metric.compute(), metric.updateCount]).toEqual([Math.LN2, 2]);
    expect(metric.toJSON().state).toMatchObject({ count: [2, 2] });
  });

  test('requires the same options, in any order', () => {
    const one = new VMeasureScore({ beta: 2, onUndefined: 'nan' });
    const other = new VMeasureScore({ onUndefined: 'nan', beta: 2, ignoreLabel: undefined });
    other.update([0, 1], [0, 1]);
    one.merge(other);
    expect(one.compute()).toBe(1);
  });
});

describe('an invalid merge is rejected and changes nothing', () => {
  const fraction = metricOf([0, 1]).toJSON();
  const refused: [string, unknown, string][] = [
    ['another metric', new RandScore(), 'MutualInfoScore: expected another MutualInfoScore, got RandScore'],
    [
      'a snapshot of another metric',
      new RandScore().toJSON(),
      'MutualInfoScore: expected another MutualInfoScore, got RandScore',
    ],
    [
      'other options',
      metricOf([0], 2),
      'MutualInfoScore: expected another with the options {}, got one with the options {"base":2}',
    ],
    ['a snapshot with other options', metricOf([0], 2).toJSON(), 'with the options {"base":2}'],
    ['a table', ContingencyTable.of([0], [0]), 'expected a snapshot made by toJSON()'],
    ['null', null, 'expected a snapshot made by toJSON()'],
    ['text', '{}', 'expected a snapshot made by toJSON()'],
    ['a snapshot of another version', { ...fraction, version: 2 }, 'got an invalid "version"'],
    ['a snapshot of no state', { ...fraction, state: null }, 'snapshot of a contingency table: expected'],
  ];

  test.each(refused)('%s', (_, other, message) => {
    const metric = metricOf([0, 1]);
    const before = JSON.stringify(metric);
    const call = () => {
      metric.merge(other as MutualInfoScore);
    };
    expect(call).toThrow(MetricStateError);
    expect(call).toThrow(message);
    expect(JSON.stringify(metric)).toBe(before);
  });

  test('labels of another kind', () => {
    const metric = metricOf([0, 1]);
    const before = JSON.stringify(metric);
    for (const other of [metricOf(['a']), metricOf(['a']).toJSON()]) {
      expect(() => {
        metric.merge(other);
      }).toThrow(MetricInputError);
    }
    expect(JSON.stringify(metric)).toBe(before);
  });

  test('other options of a custom metric', () => {
    expect(() => {
      new Mean({ scale: 1 }).merge(new Mean({ scale: 2 }));
    }).toThrow('Mean: expected another with the options {"scale":1}, got one with the options {"scale":2}');
  });
});

describe('a merge', () => {
  test('invalidates the cached value', () => {
    const [metric, other] = [new MeanMetric(), new MeanMetric()];
    metric.update(1);
    other.update(5);
    metric.compute();
    metric.merge(other);
    expect(metric.compute()).toBe(3);
  });

  test('counts the updates of the other, so that a fresh metric does not warn', () => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    const [metric, other] = [new MeanMetric(), new MeanMetric()];
    other.update(5);
    metric.merge(other);
    expect([metric.updateCount, metric.compute()]).toEqual([1, 5]);
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });

  test('keeps the order of the batches', () => {
    const [metric, other] = [new CatMetric(), new CatMetric()];
    metric.update([1, 2]);
    other.update(3);
    metric.merge(other);
    expect(metric.compute()).toEqual(Float64Array.of(1, 2, 3));
  });

  test('of means weights both', () => {
    const [metric, other] = [new MeanMetric(), new MeanMetric()];
    metric.update(2);
    other.update(4);
    metric.merge(other);
    expect(metric.compute()).toBe(3);
    other.update([4, 4]);
    metric.merge(other);
    expect(metric.compute()).toBe((2 + 4 + 3 * 4) / 5);
  });
});
