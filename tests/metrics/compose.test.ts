import { expect, test } from '@jest/globals';
import {
  CatMetric,
  compose,
  ContingencyTable,
  HomogeneityScore,
  type LabelBatch,
  MeanMetric,
  MetricCollection,
  MetricInputError,
  MetricStateError,
  MutualInfoScore,
  type NumberMetric,
  PurityScore,
  RandScore,
  SumMetric,
} from 'tfjs-metrics';

const add = (a: number, b: number): number => a + b;
const sub = (a: number, b: number): number => a - b;
const div = (a: number, b: number): number => a / b;

const table = ContingencyTable.fromMatrix([
  [4, 1],
  [2, 5],
]);

test('metrics and numbers can be added, subtracted, multiplied, divided, negated and made positive', () => {
  const [mi, purity] = [new MutualInfoScore(), new PurityScore()];
  const value = (metric: NumberMetric<LabelBatch>): number => {
    const copy = metric.clone();
    copy.update(table);
    return copy.compute();
  };
  const [a, b] = [value(mi), value(purity)];
  expect(value(compose(add, mi, purity))).toBe(a + b);
  expect(value(compose(sub, mi, purity))).toBe(a - b);
  expect(value(compose((x, y) => x * y, mi, purity))).toBe(a * b);
  expect(value(compose(div, mi, purity))).toBe(a / b);
  expect(value(compose((x) => -x, mi))).toBe(-a);
  expect(value(compose(Math.abs, compose(sub, mi, purity)))).toBe(Math.abs(a - b));
  const nested = compose((x, y) => x * y, compose(add, mi, 1), 2);
  expect(
    value(
      compose(
        div,
        nested,
        compose((x) => -x, purity),
      ),
    ),
  ).toBe(((a + 1) * 2) / -b);
  expect(value(compose((x, y, z) => x ** y - z, mi, purity, 3))).toBe(a ** b - 3);
});

test('operands that share a table count each batch once', () => {
  const metric = compose(div, compose(add, new MutualInfoScore(), new PurityScore()), new MutualInfoScore());
  metric.update(table);
  expect(JSON.stringify(metric.toJSON().state).match(/"ContingencyTable":/g)).toHaveLength(2);
  const flat = compose((a, b, c) => a + b + c, new MutualInfoScore(), new PurityScore(), new RandScore());
  expect(Object.keys(flat.toJSON().state as object)).toEqual(['ContingencyTable']);
});

test('an operand that rejects a batch rejects it for the composition', () => {
  const metric = compose(add, new MutualInfoScore(), new RandScore());
  expect(() => {
    metric.update([0, 1], [0, 1], { sampleWeight: [0.5, 1] });
  }).toThrow('RandScore: expected whole numbers as weights');
  expect(metric.updateCount).toBe(0);
});

test('operands must be metrics without updates, or numbers', () => {
  const seen = new SumMetric();
  seen.update(1);
  expect(() => compose(add, seen, new MeanMetric())).toThrow(
    'operand 1: expected a metric without updates, got one with 1 update;',
  );
  expect(() => compose((a) => a, 'mi' as never)).toThrow('compose: operand 1: expected a metric, got "mi"');
  expect(() => compose((a) => a, 3)).toThrow(MetricInputError);
  expect(() => compose(null as never, new SumMetric())).toThrow(MetricInputError);
});

test('compositions with other operands or another function cannot be merged', () => {
  const make = () => compose(add, new MutualInfoScore(), new PurityScore());
  const metric = make();
  metric.update(table);
  const same = make();
  same.merge(metric.toJSON());
  expect(same.compute()).toBe(metric.compute());
  for (const other of [
    compose(add, new MutualInfoScore(), new RandScore()),
    compose(sub, new MutualInfoScore(), new PurityScore()),
    compose(add, new MutualInfoScore(), 2),
  ]) {
    expect(() => {
      other.merge(metric.toJSON());
    }).toThrow(MetricStateError);
  }
});

test('a collection adds members by addMetrics', () => {
  const metrics = new MetricCollection({ mi: new MutualInfoScore() }).addMetrics({ h: new HomogeneityScore() });
  metrics.update(table);
  expect(Object.keys(metrics.compute())).toEqual(['mi', 'h']);
});

test('an operand whose value is not a number is reported', () => {
  const listed = compose((a) => a, new CatMetric() as never);
  listed.update([1, 2] as never);
  expect(() => listed.compute()).toThrow(MetricStateError);
  expect(() => listed.compute()).toThrow('compose: operand 1: expected a number, got Float64Array');
});

test('the negative of a metric has the opposite sign, also for negative values', () => {
  const negate = (value: number): number => -value;
  const negative = compose(negate, new SumMetric());
  negative.update(-3);
  expect(negative.compute()).toBe(3);
  const absolute = compose(Math.abs, new SumMetric());
  absolute.update(-3);
  expect(absolute.compute()).toBe(3);
  const twice = compose(negate, compose(negate, new SumMetric()));
  twice.update(-3);
  expect(twice.compute()).toBe(-3);
});

test('a metric that is added to itself is updated once', () => {
  const sum = new SumMetric();
  const twice = compose((a, b) => a + b, sum, sum);
  twice.update(2);
  expect(twice.compute()).toBe(4);
  expect(Object.keys(twice.toJSON().state as object)).toHaveLength(1);
});
