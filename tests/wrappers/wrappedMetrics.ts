import {
  AdjustedRandScore,
  argMax,
  BootStrapper,
  CatMetric,
  ClasswiseWrapper,
  compose,
  InputTransformer,
  MaxMetric,
  MeanMetric,
  MetricCollection,
  MetricTracker,
  MinMaxMetric,
  MinMetric,
  MultioutputWrapper,
  MultitaskWrapper,
  MutualInfoScore,
  PurityScore,
  RandScore,
  Running,
  SumMetric,
  type AnyMetric,
} from 'tfjs-metrics';
import { hash32 } from '../parity/hashLabels.ts';

/** Wrapper or aggregation, with valid batches. */
export interface WrappedMetric {
  readonly name: string;
  readonly make: () => AnyMetric;
  /** Returns a batch that depends on the seed. */
  readonly batch: (seed: number) => readonly unknown[];
  /** Invalid batch. */
  readonly bad: readonly unknown[];
}

const random = (i: number, seed: number): number => hash32(i, seed) / 2 ** 32;

/** Labels of seven samples that mostly agree. */
const labels = (seed: number): readonly unknown[] => {
  const target = Array.from({ length: 7 }, (_, i) => hash32(i, seed) % 3);
  const preds = target.map((label, i) => (random(i, seed + 100) < 0.6 ? label : 2 - label));
  return [preds, target];
};
const logits = (seed: number): readonly unknown[] => [
  Array.from({ length: 5 }, (_, i) => [random(i, seed), random(i, seed + 1), random(i, seed + 2)]),
  Array.from({ length: 5 }, (_, i) => hash32(i, seed + 3) % 3),
];
// Multiples of 1/4, so that sums are exact in any order.
const numbers = (seed: number): readonly unknown[] => [
  Array.from({ length: 4 }, (_, i) => (hash32(i, seed) % 64) / 4 - 8),
  { sampleWeight: Array.from({ length: 4 }, (_, i) => hash32(i, seed + 1) % 3) },
];

const BAD_LABELS = [[0.5], [1]];
const ofLabels = (name: string, make: () => AnyMetric): WrappedMetric => ({
  name,
  make,
  batch: labels,
  bad: BAD_LABELS,
});
const ofNumbers = (name: string, make: () => AnyMetric): WrappedMetric => ({
  name,
  make,
  batch: numbers,
  bad: [['1']],
});

/** Collection with shared and separate states, and a state without subtraction. */
const collection = () =>
  new MetricCollection(
    { mi: new MutualInfoScore(), ari: new AdjustedRandScore({ ignoreLabel: 2 }) },
    { prefix: 'val_' },
  );

// Named because snapshots store the name of the function.
const add = (a: number, b: number): number => a + b;
const sub = (a: number, b: number): number => a - b;
const mul = (a: number, b: number): number => a * b;
const div = (a: number, b: number): number => a / b;

const byClass = (logits: number[][], target: number[]) => [argMax(logits), target] as const;

/** Labels in two columns, and for two tasks. */
const columns = (seed: number): readonly unknown[] => {
  const [one, other] = [labels(seed) as number[][], labels(seed + 50) as number[][]];
  return [0, 1].map((side) => one[side]!.map((label, i) => [label, other[side]![i]!]));
};
const tasks = (seed: number): readonly unknown[] => {
  const [one, other] = [labels(seed), labels(seed + 50)];
  return [0, 1].map((side) => ({ one: one[side], other: other[side] }));
};

/** Every wrapper and aggregation, alone and nested. */
export const wrappedMetrics: readonly WrappedMetric[] = [
  ofNumbers('MeanMetric', () => new MeanMetric()),
  ofNumbers('SumMetric', () => new SumMetric()),
  ofNumbers('MinMetric', () => new MinMetric({ nanStrategy: 'error' })),
  ofNumbers('MaxMetric', () => new MaxMetric({ nanStrategy: 0 })),
  ofNumbers('CatMetric', () => new CatMetric()),
  ofLabels('Running of a score', () => new Running(new MutualInfoScore(), { window: 3 })),
  ofNumbers('Running of a mean', () => new Running(new MeanMetric(), { window: 3 })),
  ofNumbers('Running of all numbers', () => new Running(new CatMetric(), { window: 2 })),
  ofLabels('Running of a collection', () => new Running(collection(), { window: 2 })),
  ofLabels('MinMaxMetric of a score', () => new MinMaxMetric(new PurityScore())),
  ofLabels('MinMaxMetric of a collection', () => new MinMaxMetric(collection())),
  ofLabels('MetricTracker of a score', () => new MetricTracker(new MutualInfoScore())),
  ofLabels(
    'MetricTracker of a collection of wrappers',
    () =>
      new MetricTracker(
        new MetricCollection({
          running: new Running(new PurityScore()),
          extremes: new MinMaxMetric(collection()),
          gap: compose(sub, new MutualInfoScore(), new PurityScore()),
          ari: new AdjustedRandScore(),
        }),
      ),
  ),
  ofLabels('BootStrapper of a score', () => new BootStrapper(new MutualInfoScore(), { draws: 20 })),
  ofLabels('BootStrapper of a collection', () => new BootStrapper(collection(), { draws: 20 })),
  ofLabels(
    'BootStrapper by Poisson numbers',
    () => new BootStrapper(new PurityScore(), { draws: 5, sampling: 'poisson' }),
  ),
  {
    name: 'BootStrapper of a mean',
    make: () => new BootStrapper(new MeanMetric(), { draws: 5, sampling: 'multinomial' }),
    // Without weights, because a draw of samples with weight 0 only has no mean.
    batch: (seed) => numbers(seed).slice(0, 1),
    bad: [['1']],
  },
  ofLabels(
    'Running of a BootStrapper',
    () => new Running(new BootStrapper(new RandScore(), { draws: 9 }), { window: 2 }),
  ),
  ofLabels('BootStrapper of a Running', () => new BootStrapper(new Running(new PurityScore()), { draws: 5 })),
  {
    name: 'MultioutputWrapper',
    make: () => new MultioutputWrapper(new PurityScore(), { outputs: 2 }),
    batch: columns,
    bad: [[[0.5, 1]], [[0, 1]]],
  },
  {
    name: 'MultitaskWrapper',
    make: () => new MultitaskWrapper({ one: new PurityScore(), other: new MinMaxMetric(collection()) }),
    batch: tasks,
    bad: [
      { one: [0], other: [0.5] },
      { one: [0], other: [0] },
    ],
  },
  ofNumbers('ClasswiseWrapper', () => new ClasswiseWrapper(new CatMetric(), { prefix: 'at_' })),
  {
    name: 'InputTransformer',
    make: () => new InputTransformer(new MinMaxMetric(collection()), byClass as never),
    batch: logits,
    bad: [[[NaN, 1]], [0]],
  },
  ofLabels('Composition of one state', () => compose(add, compose(mul, new MutualInfoScore(), 2), new PurityScore())),
  ofLabels('Composition of a wrapper', () => compose(div, new MutualInfoScore(), new Running(new PurityScore()))),
  ofNumbers('Composition by a function', () => compose(Math.hypot, new SumMetric(), new MeanMetric())),
  ofLabels(
    'MetricCollection of wrappers',
    () =>
      new MetricCollection({
        window: new Running(new MutualInfoScore(), { window: 2 }),
        extremes: new MinMaxMetric(new Running(new PurityScore(), { window: 2 })),
        ari: new AdjustedRandScore(),
      }),
  ),
];
