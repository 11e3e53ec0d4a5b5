import { describe, expect, test } from '@jest/globals';
import {
  AdjustedRandScore,
  ContingencyTable,
  MetricCollection,
  MetricInputError,
  MetricStateError,
  MutualInfoScore,
  RandScore,
} from 'tfjs-metrics';
import { expectClose } from '../expectClose.ts';
import { watchWarnings } from './warnings.ts';

const warnings = watchWarnings();
const PREDS = [0, 0, 1, 2];
const TARGET = [0, 0, 1, 1];
const both = () => ({ mi: new MutualInfoScore({ base: 2 }), ari: new AdjustedRandScore() });
const VALUES = { mi: 1, ari: 4 / 7 };

describe('a collection', () => {
  test('computes a value for each name, in the order of the members', () => {
    const metrics = new MetricCollection(both());
    metrics.update(PREDS, TARGET);
    const values = metrics.compute();
    expect(values).toEqual(VALUES);
    expect(Object.keys(values)).toEqual(['mi', 'ari']);
  });

  test('adds a prefix and a postfix to each name', () => {
    const metrics = new MetricCollection(both(), { prefix: 'val_', postfix: '/epoch' });
    metrics.update(PREDS, TARGET);
    const values = metrics.compute();
    expect(values['val_mi/epoch']).toBe(1);
    expect(Object.keys(values)).toEqual(['val_mi/epoch', 'val_ari/epoch']);
  });

  test('is a metric: forward, updateCount, reset, tables, empty batches', () => {
    const metrics = new MetricCollection(both());
    metrics.update([], []);
    expect(metrics.updateCount).toBe(0);
    expect(metrics.forward(PREDS, TARGET)).toEqual(VALUES);
    metrics.update(ContingencyTable.of(PREDS, TARGET));
    expect(metrics.updateCount).toBe(2);
    expectClose(metrics.compute().mi, 1);
    metrics.reset();
    expect([metrics.updateCount, metrics.compute()]).toEqual([0, { mi: NaN, ari: NaN }]);
    expect(warnings()).toEqual(['MetricCollection: compute() before any update() returns the value of no samples']);
  });

  test('returns copies of its values', () => {
    const metrics = new MetricCollection(both());
    metrics.update(PREDS, TARGET);
    metrics.compute().mi = 99;
    expect(metrics.compute()).toEqual(VALUES);
  });

  test('has batches of its own, independent of the given metrics', () => {
    const members = both();
    const metrics = new MetricCollection(members);
    metrics.update(PREDS, TARGET);
    expect(members.mi.updateCount).toBe(0);
    members.mi.update([9, 8], [9, 8]);
    expect(metrics.compute()).toEqual(VALUES);
  });

  test('without members computes an empty object', () => {
    const metrics = new MetricCollection({});
    expect(metrics.compute()).toEqual({});
  });

  test('may hold the same metric under two names', () => {
    const mi = new MutualInfoScore({ base: 2 });
    const metrics = new MetricCollection({ one: mi, other: mi });
    metrics.update(PREDS, TARGET);
    expect(metrics.compute()).toEqual({ one: 1, other: 1 });
  });

  test('accepts any string as a name', () => {
    const names = ['', 'a b', 'toString', '__proto__', '7'];
    const metrics = new MetricCollection(Object.fromEntries(names.map((name) => [name, new RandScore()])));
    metrics.update(PREDS, TARGET);
    for (const each of [metrics, metrics.clone()]) {
      expect(Object.keys(each.compute()).sort()).toEqual([...names].sort());
      expect(Object.keys(each.members).sort()).toEqual([...names].sort());
    }
  });
});

describe('an invalid member is rejected', () => {
  test.each([
    ['a class', RandScore],
    ['a table', new ContingencyTable()],
    ['null', null],
    ['an object that looks like one', { compute: () => 1, updateCount: 0 }],
  ])('%s', (_, value) => {
    const call = () => new MetricCollection({ rand: value as unknown as RandScore });
    expect(call).toThrow(MetricInputError);
    expect(call).toThrow('MetricCollection: "rand": expected a metric, got ');
  });

  test('a metric that has seen batches', () => {
    const rand = new RandScore();
    rand.update(PREDS, TARGET);
    const call = () => new MetricCollection({ rand });
    expect(call).toThrow(MetricInputError);
    expect(call).toThrow('"rand": expected a metric without updates, got one with 1 update;');
  });

  test.each([null, undefined, 5, 'mi'])('%j instead of members', (members) => {
    expect(() => new MetricCollection(members as never)).toThrow(MetricInputError);
  });
});

describe('addMetrics', () => {
  test('includes earlier batches if the new metric shares a state', () => {
    const metrics = new MetricCollection({ mi: new MutualInfoScore({ base: 2 }) });
    metrics.update(PREDS, TARGET);
    metrics.compute();
    const more = metrics.addMetrics({ ari: new AdjustedRandScore() });
    expect(more).toBe(metrics);
    expect(more.compute()).toEqual(VALUES);
    expect(Object.keys(more.members)).toEqual(['mi', 'ari']);
  });

  test('works before the first batch', () => {
    const metrics = new MetricCollection({}).addMetrics({ mi: new MutualInfoScore({ base: 2 }) });
    metrics.update(PREDS, TARGET);
    expect(metrics.compute()).toEqual({ mi: 1 });
  });

  test('accepts a list of metrics, named by their classes', () => {
    const metrics = new MetricCollection({}).addMetrics([new MutualInfoScore({ base: 2 }), new RandScore()]);
    metrics.update(PREDS, TARGET);
    expect(Object.keys(metrics.compute())).toEqual(['MutualInfoScore', 'RandScore']);
  });

  test('with several metrics adds none if one name is in use', () => {
    const metrics = new MetricCollection(both());
    const call = () => metrics.addMetrics({ rand: new RandScore(), mi: new RandScore() });
    expect(call).toThrow('expected distinct names, got another "mi"');
    metrics.update(PREDS, TARGET);
    expect(metrics.compute()).toEqual(VALUES);
  });

  test('with a name in use changes nothing', () => {
    const metrics = new MetricCollection(both());
    metrics.update(PREDS, TARGET);
    const call = () => metrics.addMetrics({ mi: new RandScore() });
    expect(call).toThrow(new MetricInputError('MetricCollection: expected distinct names, got another "mi"'));
    expect(metrics.compute()).toEqual(VALUES);
  });

  test('with a metric that has seen batches, or with something else, is rejected', () => {
    const rand = new RandScore();
    rand.update(PREDS, TARGET);
    const metrics = new MetricCollection(both());
    expect(() => metrics.addMetrics({ rand })).toThrow('got one with 1 update;');
    expect(() => metrics.addMetrics({ rand: {} as RandScore })).toThrow(
      '"rand": expected a metric, got an object (Object)',
    );
    expect(Object.keys(metrics.compute())).toEqual(['mi', 'ari']);
  });

  test('does not affect members that were returned before', () => {
    const metrics = new MetricCollection(both());
    const { members } = metrics;
    metrics.addMetrics({ rand: new RandScore() });
    expect(Object.keys(members)).toEqual(['mi', 'ari']);
  });
});

describe('a collection in a collection', () => {
  const nested = () =>
    new MetricCollection(
      {
        rand: new RandScore(),
        inner: new MetricCollection(both(), { prefix: 'a_', postfix: '_z' }),
      },
      { prefix: 'val_' },
    );

  test('prefixes each inner name with its name and _', () => {
    const metrics = nested();
    metrics.update(PREDS, TARGET);
    expect(metrics.compute()).toEqual({
      val_rand: 5 / 6,
      val_inner_a_mi_z: 1,
      val_inner_a_ari_z: 4 / 7,
    });
  });

  test('can be nested more than once, and restored from JSON', () => {
    const outer = new MetricCollection({ deep: nested() });
    outer.update(PREDS, TARGET);
    const restored = MetricCollection.fromJSON(JSON.parse(JSON.stringify(outer)), {
      deep: nested(),
    });
    expect(restored.compute()).toEqual(outer.compute());
    expect(restored.compute()).toMatchObject({ deep_val_inner_a_mi_z: 1 });
  });

  test('whose names would duplicate another is rejected', () => {
    const call = () =>
      new MetricCollection({
        a: new MetricCollection({ b: new RandScore() }),
        a_b: new RandScore(),
      });
    expect(call).toThrow(new MetricInputError('MetricCollection: expected distinct names, got another "a_b"'));
  });
});

describe('a clone', () => {
  test('has the same batches, and is then independent', () => {
    const metrics = new MetricCollection(both(), { prefix: 'p_' });
    metrics.update(PREDS, TARGET);
    const copy = metrics.clone();
    metrics.update([7, 8], [8, 8]);
    expect(copy.compute()).toEqual({ p_mi: 1, p_ari: 4 / 7 });
    expect(copy.updateCount).toBe(1);
  });

  test('can have another prefix and postfix', () => {
    const metrics = new MetricCollection(both(), { prefix: 'train_', postfix: '!' });
    metrics.update(PREDS, TARGET);
    const copy = metrics.clone({ prefix: 'val_' });
    expect(copy.compute()).toEqual({ 'val_mi!': 1, 'val_ari!': 4 / 7 });
    metrics.reset();
    expect([copy.updateCount, metrics.updateCount]).toEqual([1, 0]);
  });

  test('can get more members than the original', () => {
    const metrics = new MetricCollection(both());
    metrics.clone().addMetrics({ rand: new RandScore() });
    expect(Object.keys(metrics.compute())).toEqual(['mi', 'ari']);
  });
});

describe('a merge', () => {
  test('equals one collection with both batches', () => {
    const [left, right] = [new MetricCollection(both()), new MetricCollection(both())];
    left.update(PREDS.slice(0, 2), TARGET.slice(0, 2));
    right.update(PREDS.slice(2), TARGET.slice(2));
    left.merge(right);
    expect([left.compute(), left.updateCount]).toEqual([VALUES, 2]);
  });

  test('requires the same members with the same names', () => {
    const metrics = new MetricCollection(both());
    const others = [
      new MetricCollection({ mi: new MutualInfoScore({ base: 2 }) }),
      new MetricCollection({ ...both(), mi: new MutualInfoScore() }),
      new MetricCollection(both(), { prefix: 'val_' }),
    ];
    for (const other of others) {
      expect(() => {
        metrics.merge(other as never);
      }).toThrow(MetricStateError);
    }
  });
});
