import { test } from '@jest/globals';
import { expectTypeOf } from 'expect-type';
import {
  AdjustedRandScore,
  Metric,
  MetricCollection,
  MutualInfoScore,
  MinMaxMetric,
  RandScore,
  type LabelBatch,
} from 'tfjs-metrics';
import type { CollectionValues } from '../../src/metrics/collectionMembers.ts';
import { Mean, type SumAndNumber } from '../metrics/mean.ts';

// Each line after ts-expect-error must not compile. The code is only type-checked, never run.
const compiles = (expression: () => unknown): void => void expression;

const members = () => ({ mi: new MutualInfoScore(), ari: new AdjustedRandScore() });

/** A metric of labels with a value that is not a number. */
class Sizes extends Metric<LabelBatch, { sizes: number[] }, SumAndNumber> {
  override createState(): SumAndNumber {
    throw new Error('this metric is a type only');
  }
  override updateState(): void {
    throw new Error('this metric is a type only');
  }
  override computeFrom(): { sizes: number[] } {
    throw new Error('this metric is a type only');
  }
}

test('values are named like the members', () => {
  const metrics = new MetricCollection(members());
  expectTypeOf(metrics.compute).returns.toEqualTypeOf<{ mi: number; ari: number }>();
  expectTypeOf(metrics.forward([0], [0])).toEqualTypeOf<{ mi: number; ari: number }>();
  // @ts-expect-error -- there is no member of this name
  compiles(() => metrics.compute().rand);
  // @ts-expect-error -- there is no member of this name either
  compiles(() => metrics.compute()['val_mi']);
});

test('values have the types of the values of the members', () => {
  const metrics = new MetricCollection({ mi: new MutualInfoScore(), sizes: new Sizes() });
  expectTypeOf(metrics.compute).returns.toEqualTypeOf<{
    mi: number;
    sizes: { sizes: number[] };
  }>();
});

test('names include the prefix and postfix', () => {
  const metrics = new MetricCollection(members(), { prefix: 'val_', postfix: '/z' });
  expectTypeOf(metrics.compute).returns.toEqualTypeOf<{
    'val_mi/z': number;
    'val_ari/z': number;
  }>();
  // @ts-expect-error -- the prefix is missing
  compiles(() => metrics.compute().mi);
  // @ts-expect-error -- a prefix is a string
  compiles(() => new MetricCollection(members(), { prefix: 1 }));
  // @ts-expect-error -- unknown option
  compiles(() => new MetricCollection(members(), { suffix: '' }));
});

test('names of a nested collection start with the name of the collection', () => {
  const inner = new MetricCollection(members(), { prefix: 'a_' });
  const metrics = new MetricCollection({ rand: new RandScore(), inner }, { postfix: '!' });
  expectTypeOf(metrics.compute).returns.toEqualTypeOf<{
    'rand!': number;
    'inner_a_mi!': number;
    'inner_a_ari!': number;
  }>();
  const outer = new MetricCollection({ deep: metrics });
  expectTypeOf(outer.compute).returns.toEqualTypeOf<
    Record<'deep_rand!' | 'deep_inner_a_mi!' | 'deep_inner_a_ari!', number>
  >();
});

test('add adds the name of the metric', () => {
  const metrics = new MetricCollection(members(), { prefix: 'v_' }).addMetrics({ rand: new RandScore() });
  expectTypeOf(metrics.compute).returns.toEqualTypeOf<{
    v_mi: number;
    v_ari: number;
    v_rand: number;
  }>();
  expectTypeOf(metrics.members.rand).toEqualTypeOf<RandScore>();
});

test('a clone has the names given by its options', () => {
  const metrics = new MetricCollection(members(), { prefix: 'train_', postfix: '!' });
  expectTypeOf(metrics.clone()).toEqualTypeOf(metrics);
  const renamed = metrics.clone({ prefix: 'val_' });
  expectTypeOf(renamed.compute).returns.toEqualTypeOf<Record<'val_mi!' | 'val_ari!', number>>();
});

test('the value type of given members can be named', () => {
  type Values = CollectionValues<{ mi: MutualInfoScore }, 'a_', '_b'>;
  expectTypeOf<Values>().toEqualTypeOf<{ a_mi_b: number }>();
});

test('a collection accepts the inputs that all members accept', () => {
  const metrics = new MetricCollection(members());
  const update = (...batch: LabelBatch): void => {
    metrics.update(...batch);
  };
  compiles(() => update);
  // @ts-expect-error -- target is missing
  compiles(() => metrics.update([0]));
  // @ts-expect-error -- unknown option
  compiles(() => metrics.update([0], [0], { weight: [1] }));
  const mean = new MetricCollection({ mean: new Mean() });
  expectTypeOf(mean.update).parameters.toEqualTypeOf<[values: number[]]>();
});

test('members are metrics', () => {
  // @ts-expect-error -- a class is not a metric
  compiles(() => new MetricCollection({ mi: MutualInfoScore }));
  // @ts-expect-error -- a number is not a metric
  compiles(() => new MetricCollection({ mi: 1 }));
  // @ts-expect-error -- a class in a list is not a metric
  compiles(() => new MetricCollection([MutualInfoScore]));
});

test('members of a list are named by their classes', () => {
  const metrics = new MetricCollection([new MutualInfoScore(), new RandScore()]);
  expectTypeOf(metrics.compute()['RandScore']).toEqualTypeOf<number | undefined>();
  compiles(() => {
    metrics.update([0], [0]);
  });
  // @ts-expect-error -- target is missing
  compiles(() => metrics.update([0]));
});

test('flattened values have a key for each part', () => {
  const both = { purity: new MinMaxMetric(new RandScore()), rand: new RandScore() };
  const kept = new MetricCollection(both, { keepBase: true });
  type Kept = 'purity_value' | 'purity_min' | 'purity_max' | 'rand';
  expectTypeOf(kept.compute).returns.toEqualTypeOf<Record<Kept, number>>();
  const bare = new MetricCollection(both, { prefix: 'val_', keepBase: false });
  type Bare = 'val_value' | 'val_min' | 'val_max' | 'val_rand';
  expectTypeOf(bare.compute).returns.toEqualTypeOf<Record<Bare, number>>();
});

test('a restored collection has the names of its members', () => {
  const collection = new MetricCollection(members(), { prefix: 'val_' });
  const restored = MetricCollection.fromJSON(collection.toJSON(), members());
  expectTypeOf(restored.members.mi).toEqualTypeOf<MutualInfoScore>();
  // The prefix and postfix come from the snapshot, so only the middle of each name is known.
  expectTypeOf(restored.forward([0], [0])['val_mi']).toEqualTypeOf<number | undefined>();
  // @ts-expect-error -- there is no member of this name
  compiles(() => restored.compute()['val_rand']);
});
