import { expect, test } from '@jest/globals';
import {
  DaviesBouldinScore,
  MetricCollection,
  MetricInputError,
  MetricStateError,
  MetricTracker,
  type ContingencyTable,
  type LabelBatch,
  type Metric,
} from 'tfjs-metrics';
import { metricClasses } from '../clustering/metricClasses.ts';
import { Mean } from '../metrics/mean.ts';

/** Returns a tracker with the means 3, 1 and 2. */
function tracked(options?: { maximize: boolean }): MetricTracker<Mean> {
  const tracker = new MetricTracker(new Mean(), options);
  for (const value of [3, 1, 2]) {
    tracker.increment();
    tracker.update([value]);
  }
  return tracker;
}

test('finds the best of a custom metric by the option maximize', () => {
  expect(tracked({ maximize: true }).best).toEqual({ value: 3, epoch: 0, skipped: undefined });
  expect(tracked({ maximize: false }).best).toEqual({ value: 1, epoch: 1, skipped: undefined });
});

test('explains what to do if neither the class nor an option defines the better direction', () => {
  expect(() => tracked().best).toThrow(MetricStateError);
  expect(() => tracked().best).toThrow('set the option maximize, or the static higherIsBetter');
  class Loss extends Mean {
    static override readonly higherIsBetter = false;
  }
  const tracker = new MetricTracker(new Loss());
  tracker.update([5]);
  expect(tracker.best.value).toBe(5);
});

test('accepts maximize for each key of a value, and skips keys without a direction', () => {
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

test('marks the best by maximize in its chart, and stores maximize in its snapshot', () => {
  const tracker = tracked({ maximize: false });
  expect(tracker.scoreHistories[0]!.higherIsBetter).toBe(false);
  const restored = MetricTracker.fromJSON(JSON.parse(JSON.stringify(tracker)), new Mean());
  expect(restored.best).toEqual(tracker.best);
  expect(() => tracked({ maximize: 1 as never })).toThrow(MetricInputError);
});

test('computes the values of all epochs', () => {
  expect(tracked().computeAll()).toEqual([3, 1, 2]);
});

test('the best epoch by the Davies–Bouldin score has the lowest score', () => {
  const tracker = new MetricTracker(new DaviesBouldinScore());
  for (const spread of [1, 0.1, 2]) {
    tracker.increment();
    tracker.update([[0], [spread], [10], [10 + spread]], [0, 0, 1, 1]);
  }
  expect(DaviesBouldinScore.higherIsBetter).toBe(false);
  expect(tracker.best.epoch).toBe(1);
  expect(tracker.best.value).toBe(Math.min(...tracker.history));
});

test.each(metricClasses)('%s defines which values are better, for trackers', (_, metricClass) => {
  const tracker = new MetricTracker(new metricClass() as Metric<LabelBatch, number, ContingencyTable>);
  for (const preds of [
    [0, 0, 1, 0],
    [0, 0, 1, 1],
    [1, 0, 1, 0],
  ]) {
    tracker.increment();
    tracker.update(preds, [0, 0, 1, 1]);
  }
  expect(tracker.best).toEqual({ value: tracker.history[1], epoch: 1, skipped: undefined });
});
