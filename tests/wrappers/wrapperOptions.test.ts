import { describe, expect, test } from '@jest/globals';
import {
  CatMetric,
  ClasswiseWrapper,
  MaxMetric,
  MeanMetric,
  MetricCollection,
  MetricInputError,
  MetricStateError,
  MetricTracker,
  MinMaxMetric,
  MinMetric,
  MultitaskWrapper,
  MutualInfoScore,
  PurityScore,
  RandScore,
  SumMetric,
} from 'tfjs-metrics';
import { metricChart } from 'tfjs-metrics/charts';
import { Mean } from '../metrics/mean.ts';

/** A tracker of the means 3, 1 and 2. */
function tracked(options?: { maximize: boolean }): MetricTracker<Mean> {
  const tracker = new MetricTracker(new Mean(), options);
  for (const value of [3, 1, 2]) {
    tracker.increment();
    tracker.update([value]);
  }
  return tracker;
}

describe('MetricTracker', () => {
  test('finds the best of a metric of the user by the option maximize', () => {
    expect(tracked({ maximize: true }).best).toEqual({ value: 3, epoch: 0, skipped: undefined });
    expect(tracked({ maximize: false }).best).toEqual({ value: 1, epoch: 1, skipped: undefined });
  });

  test('says what to do when neither the class nor an option says what is better', () => {
    expect(() => tracked().best).toThrow(MetricStateError);
    expect(() => tracked().best).toThrow('set the option maximize, or static higherIsBetter');
    class Loss extends Mean {
      static override readonly higherIsBetter = false;
    }
    const tracker = new MetricTracker(new Loss());
    tracker.update([5]);
    expect(tracker.best.value).toBe(5);
  });

  test('takes maximize for each key of a value, and skips those that nobody knows', () => {
    const members = { loss: new Mean(), gain: new Mean(), more: new Mean() };
    const tracker = new MetricTracker(new MetricCollection(members), {
      maximize: { loss: false, gain: true },
    });
    for (const value of [1, 3, 2]) {
      tracker.increment();
      tracker.update([value]);
    }
    const { loss, gain, more } = tracker.best;
    expect([loss.value, loss.epoch, gain.value, gain.epoch]).toEqual([1, 0, 3, 1]);
    expect(more.skipped).toContain('more');
    const wrong = new MetricTracker(new MetricCollection(members), { maximize: { mean: true } });
    wrong.update([1]);
    expect(() => wrong.best).toThrow('expected keys of the value (loss, gain, more), got "mean"');
  });

  test('marks the best by maximize in its chart, and keeps it in its snapshot', () => {
    const tracker = tracked({ maximize: false });
    expect(tracker.scoreHistories[0]!.higherIsBetter).toBe(false);
    const restored = MetricTracker.fromJSON(JSON.parse(JSON.stringify(tracker)), new Mean());
    expect(restored.best).toEqual(tracker.best);
    expect(() => tracked({ maximize: 1 as never })).toThrow(MetricInputError);
  });

  test('computes the values of all epochs', () => {
    expect(tracked().computeAll()).toEqual([3, 1, 2]);
  });
});

describe('MinMaxMetric', () => {
  const extremesOf = ({ min, max }: { min: number; max: number }) => [min, max];

  test('keeps its extremes over a reset', () => {
    const metric = new MinMaxMetric(new MeanMetric());
    metric.update(5);
    metric.update(1);
    metric.reset();
    expect(metric.updateCount).toBe(0);
    metric.update(4);
    expect(metric.compute()).toEqual({ value: 4, min: 3, max: 5 });
    const restored = MinMaxMetric.fromJSON(JSON.parse(JSON.stringify(metric)), new MeanMetric());
    expect(restored.compute()).toEqual(metric.compute());
  });

  test('keeps them also right after a reset, in a snapshot and in a collection', () => {
    const metrics = new MetricCollection({ loss: new MinMaxMetric(new MeanMetric()) });
    for (const value of [5, 1]) {
      metrics.update(value);
      metrics.reset();
    }
    const fresh = new MetricCollection({ loss: new MinMaxMetric(new MeanMetric()) });
    fresh.merge(JSON.parse(JSON.stringify(metrics)) as never);
    for (const each of [metrics, fresh]) {
      each.update(3);
      expect(extremesOf(each.compute().loss)).toEqual([1, 5]);
    }
  });
});

describe('names of values', () => {
  test('MultitaskWrapper puts prefix and postfix around the name of each task', () => {
    const metrics = new MultitaskWrapper(
      { animal: new PurityScore(), place: new RandScore() },
      { prefix: 'val_', postfix: '/epoch' },
    );
    metrics.update({ animal: [0, 1], place: [0, 0] }, { animal: [0, 1], place: [0, 1] });
    expect(metrics.compute()).toEqual({ 'val_animal/epoch': 1, 'val_place/epoch': 0 });
    expect(metrics.clone().compute()).toEqual(metrics.compute());
    expect(JSON.stringify(metricChart(metrics))).toContain('val_animal/epoch');
    const other = new MultitaskWrapper({ animal: new PurityScore(), place: new RandScore() });
    expect(() => other.merge(metrics as never)).toThrow(MetricStateError);
    expect(() => new MultitaskWrapper({ a: new RandScore() }, { prefix: 1 as never })).toThrow(MetricInputError);
  });

  test('ClasswiseWrapper names parts by the metric unless it is told a prefix or a postfix', () => {
    const keysWith = (options?: object) => {
      const metric = new ClasswiseWrapper(new CatMetric(), options);
      metric.update([3]);
      return Object.keys(metric.compute());
    };
    expect(keysWith()).toEqual(['CatMetric_0']);
    expect(keysWith({ postfix: '_size' })).toEqual(['0_size']);
    expect(keysWith({ prefix: 'size_', labels: ['cat'] })).toEqual(['size_cat']);
  });
});

describe('nanStrategy "disable"', () => {
  test.each([
    ['MeanMetric', () => new MeanMetric({ nanStrategy: 'disable' })],
    ['SumMetric', () => new SumMetric({ nanStrategy: 'disable' })],
    ['MinMetric', () => new MinMetric({ nanStrategy: 'disable' })],
    ['MaxMetric', () => new MaxMetric({ nanStrategy: 'disable' })],
  ])('lets NaN make the value of %s NaN', (_, make) => {
    const metric = make();
    metric.update([1, 2]);
    expect(metric.compute()).not.toBeNaN();
    metric.update([NaN, 3], { sampleWeight: [0, 1] });
    expect(metric.compute()).not.toBeNaN();
    metric.update(NaN);
    expect(metric.compute()).toBeNaN();
    metric.update(4);
    const copy = make();
    copy.merge(JSON.parse(JSON.stringify(metric)) as never);
    expect([metric.compute(), copy.compute()]).toEqual([NaN, NaN]);
  });

  test('is refused by CatMetric where there is NaN, for its values are finite', () => {
    const metric = new CatMetric({ nanStrategy: 'disable' });
    metric.update([1]);
    expect(() => {
      metric.update([NaN]);
    }).toThrow(MetricInputError);
    expect(metric.compute()).toEqual(Float64Array.of(1));
  });
});

describe('MetricCollection', () => {
  const PREDS = [0, 0, 1, 2];
  const TARGET = [0, 0, 1, 1];

  test('names the members of a list by their classes', () => {
    const metrics = new MetricCollection([new PurityScore(), new RandScore()], { prefix: 'val_' });
    metrics.update(PREDS, TARGET);
    expect(metrics.compute()).toEqual({ val_PurityScore: 1, val_RandScore: 5 / 6 });
    const restored = MetricCollection.fromJSON(JSON.parse(JSON.stringify(metrics)), [
      new PurityScore(),
      new RandScore(),
    ]);
    expect(restored.compute()).toEqual(metrics.compute());
  });

  test('refuses a list with two of a class, and a metric that stands alone', () => {
    expect(() => new MetricCollection([new RandScore(), new RandScore()])).toThrow('got two of RandScore; name them');
    expect(() => new MetricCollection(new RandScore() as never)).toThrow(
      'MetricCollection: expected metrics by name or a list of metrics, got an object (RandScore); write { name: metric } or [metric]',
    );
    expect(() => new MetricCollection([1] as never)).toThrow(MetricInputError);
  });

  test('has members that have seen what it has', () => {
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

  test('flattens values that are dictionaries into its keys when it is told what to name them', () => {
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
    expect(() => twice.compute()).toThrow('two values have the same key; set the option keepBase to true');
  });
});
