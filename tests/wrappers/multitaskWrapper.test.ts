import { expect, test } from '@jest/globals';
import { MetricInputError, MetricStateError, MultitaskWrapper, PurityScore, RandScore } from 'tfjs-metrics';
import { metricChart } from 'tfjs-metrics/charts';
import type { TensorLike } from '../../src/inputs/tensorLike.ts';

test('MultitaskWrapper adds prefix and postfix to the name of each task', () => {
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

test('tensors of tasks within tasks are read without blocking', async () => {
  const inner = new MultitaskWrapper({ one: new PurityScore() });
  const metric = new MultitaskWrapper({ outer: inner });
  // As on WebGPU, where only asynchronous reads work.
  const labels: TensorLike = {
    dtype: 'int32',
    shape: [2],
    data: () => Promise.resolve(Int32Array.of(0, 1)),
    dataSync: () => {
      throw new Error('read while the GPU was at work');
    },
  };
  await metric.updateAsync({ outer: { one: labels } }, { outer: { one: labels } });
  expect(metric.compute()).toEqual({ outer: { one: 1 } });
});
