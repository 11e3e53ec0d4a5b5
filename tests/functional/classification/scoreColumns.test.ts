import { expect, test } from '@jest/globals';
import { Metric, MetricInputError, type AnyMetric } from 'tfjs-metrics';
import * as classification from 'tfjs-metrics/classification';

type MetricClass = new (options?: object) => AnyMetric;

const rows = (classes: number): number[][] =>
  Array.from({ length: 4 }, (_, i) =>
    Array.from({ length: classes }, (__, k) => (k === i % classes ? 0.5 : 0.5 / (classes - 1))),
  );
const bits = (classes: number): number[][] => rows(classes).map((row) => row.map((value) => Number(value === 0.5)));

/** Batches with a given number of classes or labels. */
const KINDS: Readonly<Record<string, (classes: number) => readonly unknown[]>> = {
  'class scores and labels': (classes) => [rows(classes), [0, 1, 2, 0]],
  'scores of several labels': (classes) => [rows(classes), bits(classes)],
};
const OPTIONS = [{}, { topK: 2 }, { multiclass: 'ovr' }, { multiclass: 'ovo' }, { strategy: 'quantile' }];

/** Metrics that accept a kind of batch. */
const cases = Object.entries(classification as unknown as Record<string, MetricClass>).flatMap(([name, metricClass]) =>
  metricClass.prototype instanceof Metric && !name.endsWith('Metric')
    ? OPTIONS.flatMap((options) =>
        Object.entries(KINDS).flatMap(([kind, batch]) => {
          const make = (): AnyMetric => new metricClass(options);
          try {
            make().update(...batch(3));
          } catch {
            return [];
          }
          return [{ name, options: JSON.stringify(options), kind, make, batch }];
        }),
      )
    : [],
);

test('metrics of every family are among them', () => {
  const names = new Set(cases.map(({ name }) => name));
  expect(names.size).toBeGreaterThan(30);
  for (const name of ['Accuracy', 'Auroc', 'LogLoss', 'CalibrationError', 'ExactMatch', 'CoverageError']) {
    expect(names).toContain(name);
  }
});

test.each(cases)('$name $options rejects a batch of $kind with another number of columns', ({ make, batch }) => {
  const metric = make();
  metric.update(...batch(3));
  const before = JSON.stringify(metric.state);
  const other = make();
  other.update(...batch(4));
  const restored = make();
  restored.merge(metric.toJSON());
  for (const each of [metric, metric.clone(), restored]) {
    for (const add of [() => each.update(...batch(4)), () => each.merge(other), () => each.merge(other.toJSON())]) {
      expect(add).toThrow(MetricInputError);
      expect(add).toThrow(/expected .*3.* got .*4/);
      expect(JSON.stringify(each.state)).toBe(before);
    }
    each.update(...batch(3));
    expect(JSON.stringify(each.state)).not.toBe(before);
  }
});

test('an empty batch does not determine the number of columns', () => {
  const metric = new classification.LogLoss();
  metric.update([], []);
  metric.update(rows(3), [0, 1, 2, 0]);
  metric.update([], []);
  expect(() => metric.update([0.5], [1])).toThrow(
    'preds: expected class scores [N, 3] as in the batches before, got [N, 1]',
  );
});
