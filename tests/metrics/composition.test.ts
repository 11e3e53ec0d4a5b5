import { expect, test } from '@jest/globals';
import {
  CatMetric,
  compose,
  ContingencyTable,
  HomogeneityScore,
  MeanMetric,
  MetricCollection,
  MetricInputError,
  MetricStateError,
  MutualInfoScore,
  PurityScore,
  RandScore,
  SumMetric,
} from 'tfjs-metrics';

const table = ContingencyTable.fromMatrix([
  [4, 1],
  [2, 5],
]);

test('metrics and numbers are added, subtracted, multiplied, divided, negated and made positive', () => {
  const [mi, purity] = [new MutualInfoScore(), new PurityScore()];
  const value = (metric: MutualInfoScore | ReturnType<MutualInfoScore['add']>): number => {
    const copy = metric.clone();
    copy.update(table);
    return copy.compute();
  };
  const [a, b] = [value(mi), value(purity as never)];
  expect(value(mi.add(purity))).toBe(a + b);
  expect(value(mi.sub(purity))).toBe(a - b);
  expect(value(mi.mul(purity))).toBe(a * b);
  expect(value(mi.div(purity))).toBe(a / b);
  expect(value(mi.neg())).toBe(-a);
  expect(value(mi.sub(purity).abs())).toBe(Math.abs(a - b));
  expect(value(mi.add(1).mul(2).div(purity.neg()))).toBe(((a + 1) * 2) / -b);
  expect(value(compose((x, y, z) => x ** y - z, mi, purity, 3))).toBe(a ** b - 3);
});

test('operands that read one table count each batch once', () => {
  const metric = new MutualInfoScore().add(new PurityScore()).div(new MutualInfoScore());
  metric.update(table);
  expect(JSON.stringify(metric.toJSON().state).match(/"ContingencyTable":/g)).toHaveLength(2);
  const flat = compose((a, b, c) => a + b + c, new MutualInfoScore(), new PurityScore(), new RandScore());
  expect(Object.keys(flat.toJSON().state as object)).toEqual(['ContingencyTable']);
});

test('an operand that can not read a batch refuses it for all', () => {
  const metric = new MutualInfoScore().add(new RandScore());
  expect(() => {
    metric.update([0, 1], [0, 1], { sampleWeight: [0.5, 1] });
  }).toThrow('RandScore takes whole numbers as weights');
  expect(metric.updateCount).toBe(0);
});

test('operands have seen nothing and are metrics or numbers', () => {
  const seen = new SumMetric();
  seen.update(1);
  expect(() => seen.add(new MeanMetric())).toThrow('operand 1 has seen 1 updates');
  expect(() => compose((a) => a, 'mi' as never)).toThrow('compose: operand 1 is no metric');
  expect(() => compose((a) => a, 3)).toThrow(MetricInputError);
  expect(() => compose(null as never, new SumMetric())).toThrow(MetricInputError);
});

test('compositions of other operands, or by another function, are not merged', () => {
  const make = () => new MutualInfoScore().add(new PurityScore());
  const metric = make();
  metric.update(table);
  const same = make();
  same.merge(metric.toJSON());
  expect(same.compute()).toBe(metric.compute());
  for (const other of [
    new MutualInfoScore().add(new RandScore()),
    new MutualInfoScore().sub(new PurityScore()),
    new MutualInfoScore().add(2),
  ]) {
    expect(() => {
      other.merge(metric.toJSON());
    }).toThrow(MetricStateError);
  }
});

test('a collection still adds members by add', () => {
  const metrics = new MetricCollection({ mi: new MutualInfoScore() }).add('h', new HomogeneityScore());
  metrics.update(table);
  expect(Object.keys(metrics.compute())).toEqual(['mi', 'h']);
});

test('an operand whose value is no number is told of', () => {
  const listed = compose((a) => a, new CatMetric() as never);
  listed.update([1, 2] as never);
  expect(() => listed.compute()).toThrow(MetricStateError);
  expect(() => listed.compute()).toThrow('compose: operand 1: expected a number, got Float64Array');
});
