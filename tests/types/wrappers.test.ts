import { test } from '@jest/globals';
import { expectTypeOf } from 'expect-type';
import {
  AdjustedRandScore,
  argMax,
  BootStrapper,
  CatMetric,
  ClasswiseWrapper,
  compose,
  InputTransformer,
  MeanMetric,
  MetricCollection,
  MetricTracker,
  MinMaxMetric,
  MultitaskWrapper,
  MutualInfoScore,
  Running,
  type BestEpoch,
  type BootStrapperInterval,
} from 'tfjs-metrics';

// Each line after ts-expect-error must not compile. The code is only type-checked, never run.
const compiles = (expression: () => unknown): void => void expression;

const collection = () =>
  new MetricCollection({ mi: new MutualInfoScore(), ari: new AdjustedRandScore() }, { prefix: 'val_' });
type Values = { val_mi: number; val_ari: number }; // eslint-disable-line @typescript-eslint/consistent-type-definitions -- an interface is another type to toEqualTypeOf

test('a tracker keeps the names of a collection', () => {
  const tracker = new MetricTracker(collection());
  expectTypeOf(tracker.compute).returns.toEqualTypeOf<Values>();
  expectTypeOf(tracker.history).toEqualTypeOf<Values[]>();
  expectTypeOf(() => tracker.best.val_mi).returns.toEqualTypeOf<BestEpoch>();
  compiles(() => tracker.update([0], [1], { sampleWeight: [1] }));
  expectTypeOf(tracker.metric.members.mi).toEqualTypeOf<MutualInfoScore>();
  // @ts-expect-error -- there is no member of this name
  compiles(() => tracker.best.val_rand);
  expectTypeOf(() => new MetricTracker(new MutualInfoScore()).best).returns.toEqualTypeOf<BestEpoch>();
});

test('values keep their shape in wrappers', () => {
  expectTypeOf(new Running(collection()).compute).returns.toEqualTypeOf<Values>();
  const extremes = new MinMaxMetric(new Running(collection()));
  expectTypeOf(() => extremes.compute().min).returns.toEqualTypeOf<Values>();
  const sure = new BootStrapper(collection());
  expectTypeOf(() => sure.compute().val_ari).returns.toEqualTypeOf<BootStrapperInterval>();
  expectTypeOf(() => new BootStrapper(new MeanMetric()).compute()).returns.toEqualTypeOf<BootStrapperInterval>();
  const named = new ClasswiseWrapper(new CatMetric());
  expectTypeOf(named.compute).returns.toEqualTypeOf<Record<string, number>>();
  // @ts-expect-error -- a number has no named parts
  compiles(() => new ClasswiseWrapper(new MutualInfoScore()));
});

test('wrappers accept the inputs of the metric, or of its transform', () => {
  const metric = new InputTransformer(new MutualInfoScore(), (logits: number[][], target: number[]) => [
    argMax(logits),
    target,
  ]);
  expectTypeOf(metric.update).parameters.toEqualTypeOf<[logits: number[][], target: number[]]>();
  // @ts-expect-error -- labels are not logits
  compiles(() => metric.update([0, 1], [0, 1]));
  const tasks = new MultitaskWrapper({ a: new MutualInfoScore(), b: new AdjustedRandScore() });
  expectTypeOf(tasks.compute).returns.toEqualTypeOf<{ a: number; b: number }>();
  // @ts-expect-error -- a task is missing
  compiles(() => tasks.update({ a: [0] }, { a: [0], b: [0] }));
});

test('arithmetic works with numeric metrics, not with collections', () => {
  const add = (a: number, b: number): number => a + b;
  const sum = compose((a, b) => a * b, compose(add, new MutualInfoScore(), new AdjustedRandScore()), 2);
  expectTypeOf(sum.compute).returns.toEqualTypeOf<number>();
  compiles(() => sum.update([0], [1], { sampleWeight: [1] }));
  // @ts-expect-error -- the metrics accept different inputs
  compiles(() => compose(add, new MutualInfoScore(), new MeanMetric()));
  // @ts-expect-error -- a collection is not a number
  compiles(() => compose(add, new MutualInfoScore(), collection()));
  // @ts-expect-error -- a list is not a number
  compiles(() => compose((a) => -a, new CatMetric()));
  compiles(() => compose(Math.max, new MeanMetric(), 3));
});
