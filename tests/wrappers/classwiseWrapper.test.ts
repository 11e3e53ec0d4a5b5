import { expect, test } from '@jest/globals';
import { CatMetric, ClasswiseWrapper, MetricCollection, MetricInputError, MetricTracker } from 'tfjs-metrics';

test('ClasswiseWrapper prefixes parts with the metric unless a prefix or postfix is set', () => {
  const keysWith = (options?: object) => {
    const metric = new ClasswiseWrapper(new CatMetric(), options);
    metric.update([3]);
    return Object.keys(metric.compute());
  };
  expect(keysWith()).toEqual(['CatMetric_0']);
  expect(keysWith({ postfix: '_size' })).toEqual(['0_size']);
  expect(keysWith({ prefix: 'size_', labels: ['cat'] })).toEqual(['size_cat']);
});

test('parts of two members of a collection have distinct names', () => {
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

test('duplicate labels are rejected', () => {
  const make = () => new ClasswiseWrapper(new CatMetric(), { labels: ['cat', 'cat'] });
  expect(make).toThrow(MetricInputError);
  expect(make).toThrow('option "labels": expected a list of distinct names');
});
