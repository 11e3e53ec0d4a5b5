import { expect, test } from '@jest/globals';
import {
  CatMetric,
  ClasswiseWrapper,
  InputTransformer,
  MetricCollection,
  MetricInputError,
  MetricTracker,
  MultioutputWrapper,
  MultitaskWrapper,
  PurityScore,
} from 'tfjs-metrics';
import type { TensorLike } from '../../src/inputs/tensorLike.ts';

test('parts of two members of a collection go by names of their own', () => {
  const sizes = (): ClasswiseWrapper<CatMetric> =>
    new ClasswiseWrapper(new CatMetric(), { labels: ['cat', 'dog'], prefix: '' });
  const metrics = new MetricTracker(new MetricCollection({ width: sizes(), height: sizes() }));
  metrics.update([3, 5]);
  const names = ['width_cat', 'width_dog', 'height_cat', 'height_dog'];
  expect(metrics.scoreHistories.map(({ name }) => name)).toEqual(names);
  const alone = new ClasswiseWrapper(new CatMetric(), { labels: ['cat', 'dog'], prefix: '' });
  alone.update([3, 5]);
  expect(alone.scoresIn(alone.compute(), alone.name).map(({ name }) => name)).toEqual(['cat', 'dog']);
});

test('two parts of one name would be one: they are refused', () => {
  const make = () => new ClasswiseWrapper(new CatMetric(), { labels: ['cat', 'cat'] });
  expect(make).toThrow(MetricInputError);
  expect(make).toThrow('option "labels": expected a list of names, each of them once');
});

test('a number of outputs that no model has is refused before anything is made', () => {
  for (const outputs of [0, 1.5, NaN, 1e9]) {
    expect(() => new MultioutputWrapper(new PurityScore(), { outputs })).toThrow('1 to 65536');
  }
});

test('a function that gives no list of inputs is told of', () => {
  const metric = new InputTransformer(new PurityScore(), (() => 3) as never);
  expect(() => {
    metric.update([0], [0]);
  }).toThrow('InputTransformer: expected the function to give a list, got 3');
  expect(metric.updateCount).toBe(0);
});

test('tensors of tasks within tasks are read without blocking', async () => {
  const inner = new MultitaskWrapper({ one: new PurityScore() });
  const metric = new MultitaskWrapper({ outer: inner });
  // As on WebGPU, where only the other way of reading works.
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
