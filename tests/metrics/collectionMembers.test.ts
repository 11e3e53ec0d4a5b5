import { expect, test } from '@jest/globals';
import {
  MeanMetric,
  MetricCollection,
  MetricInputError,
  MinMaxMetric,
  MutualInfoScore,
  PurityScore,
  RandScore,
  SumMetric,
} from 'tfjs-metrics';
import { metricChart } from 'tfjs-metrics/charts';

const PREDS = [0, 0, 1, 2];
const TARGET = [0, 0, 1, 1];

test('names the members of a list by their classes', () => {
  const metrics = new MetricCollection([new PurityScore(), new RandScore()], { prefix: 'val_' });
  metrics.update(PREDS, TARGET);
  expect(metrics.compute()).toEqual({ val_PurityScore: 1, val_RandScore: 5 / 6 });
  const restored = MetricCollection.fromJSON(JSON.parse(JSON.stringify(metrics)), [new PurityScore(), new RandScore()]);
  expect(restored.compute()).toEqual(metrics.compute());
});

test('rejects a list with two metrics of a class, and a single metric', () => {
  expect(() => new MetricCollection([new RandScore(), new RandScore()])).toThrow('got two of RandScore; name them');
  expect(() => new MetricCollection(new RandScore() as never)).toThrow(
    'MetricCollection: expected metrics by name or a list of metrics, got an object (RandScore); write { name: metric } or [metric]',
  );
  expect(() => new MetricCollection([1] as never)).toThrow(MetricInputError);
});

test('has members with its batches', () => {
  const metrics = new MetricCollection({
    mi: new MutualInfoScore(),
    purity: new PurityScore(),
    inner: new MetricCollection({ rand: new RandScore(), purity: new PurityScore() }, { prefix: 'a_' }),
    extremes: new MinMaxMetric(new PurityScore()),
  });
  expect(metrics.members.purity.updateCount).toBe(0);
  metrics.update(PREDS, TARGET);
  const { members } = metrics;
  expect(members.purity.compute()).toBe(1);
  expect(members.mi.compute()).toBe(metrics.compute().mi);
  expect(members.inner.compute()).toEqual({ a_rand: 5 / 6, a_purity: 1 });
  expect(members.extremes.compute()).toEqual({ value: 1, min: 1, max: 1 });
  expect(members.mi.updateCount).toBe(1);
  expect(members.mi.toJSON().state).toEqual(members.purity.toJSON().state);
  members.purity.update([0, 1], [0, 0]);
  members.purity.reset();
  expect(metrics.members.purity.compute()).toBe(1);
  expect(metrics.updateCount).toBe(1);
});

test('flattens values that are dictionaries if keepBase is set', () => {
  const members = () => ({ loss: new MinMaxMetric(new MeanMetric()), sum: new SumMetric() });
  const kept = new MetricCollection(members(), { prefix: 'val_', keepBase: true });
  const bare = new MetricCollection(members(), { keepBase: false });
  for (const metrics of [kept, bare]) metrics.update([1, 3]);
  expect(kept.compute()).toEqual({ val_loss_value: 2, val_loss_min: 2, val_loss_max: 2, val_sum: 4 });
  expect(bare.compute()).toEqual({ value: 2, min: 2, max: 2, sum: 4 });
  expect(JSON.stringify(metricChart(kept))).toContain('val_loss_max');
  const restored = MetricCollection.fromJSON(JSON.parse(JSON.stringify(kept)), members());
  expect(restored.compute()).toEqual(kept.compute());
  const twice = new MetricCollection({ ...members(), gain: new MinMaxMetric(new MeanMetric()) }, { keepBase: false });
  twice.update(1);
  expect(() => twice.compute()).toThrow(
    'expected distinct keys of the values, got a duplicate; set the option "keepBase" to true',
  );
});
