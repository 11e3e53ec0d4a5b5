import { expect, test } from '@jest/globals';
import {
  AdjustedRandScore,
  BootStrapper,
  compose,
  ContingencyTable,
  CramersVMatrix,
  MetricCollection,
  MetricInputError,
  MetricStateError,
  MetricTracker,
  MinMaxMetric,
  MultitaskWrapper,
  MutualInfoScore,
  PairwiseTables,
  PurityScore,
  RandScore,
  Running,
  type AnyMetric,
} from 'tfjs-metrics';
import { restored, savedMetrics, seen, throughFile, type SavedMetric } from './savedMetrics.ts';

/** Returns a snapshot with halved counts of its tables. */
function halved(json: unknown): unknown {
  return JSON.parse(JSON.stringify(json), (key, value: unknown) =>
    key === 'count' && Array.isArray(value) ? value.map((count: number) => count / 2) : value,
  );
}

const PREDS = ['a', 'b', 'b'];
const TARGET = [0, 1, 0];
const HALF = { sampleWeight: [0.5, 1.5, 0.5] };
const labels = (name: string, make: () => AnyMetric): SavedMetric => ({
  name,
  make,
  batches: [[PREDS, TARGET]],
});

const whole: SavedMetric[] = [
  labels('Running', () => new Running(new AdjustedRandScore())),
  labels('MinMaxMetric', () => new MinMaxMetric(new RandScore())),
  labels('MetricTracker', () => new MetricTracker(new AdjustedRandScore())),
  labels('BootStrapper', () => new BootStrapper(new RandScore())),
  labels('BootStrapper by states', () => new BootStrapper(new RandScore(), { sampling: 'poisson', draws: 3 })),
  labels('composition', () => compose((a, b) => a - b, new PurityScore(), new RandScore())),
  labels('collection', () => new MetricCollection({ mi: new MutualInfoScore(), ari: new AdjustedRandScore() })),
  labels(
    'collection of wrappers',
    () => new MetricTracker(new MetricCollection({ mi: new MutualInfoScore(), last: new Running(new RandScore()) })),
  ),
];

test.each(whole)('$name: a snapshot with weights that update rejects is rejected', (saved) => {
  const metric = seen(saved);
  const before = JSON.stringify(metric);
  expect(() => metric.update(PREDS, TARGET, HALF)).toThrow(MetricInputError);
  const snapshot = halved(metric) as never;
  expect(() => metric.merge(snapshot)).toThrow(MetricStateError);
  expect(() => metric.merge(snapshot)).toThrow('whole numbers as weights');
  expect(JSON.stringify(metric)).toBe(before);
});

test('the tasks of a MultitaskWrapper are checked', () => {
  const metric = new MultitaskWrapper({ one: new PurityScore(), other: new RandScore() });
  metric.update({ one: PREDS, other: PREDS }, { one: TARGET, other: TARGET });
  expect(() => metric.merge(halved(metric) as never)).toThrow(MetricStateError);
});

test('tables of several variables are checked in updates, merges and snapshots', () => {
  const metric = new CramersVMatrix({ biasCorrection: true });
  const tables = PairwiseTables.of(
    [
      ['a', 0],
      ['b', 1],
      ['b', 0],
    ],
    { sampleWeight: [0.5, 1, 1] },
  );
  expect(() => metric.update(tables)).toThrow(MetricInputError);
  metric.update([
    ['a', 0],
    ['b', 1],
    ['b', 0],
  ]);
  expect(() => CramersVMatrix.fromJSON(halved({ ...metric.toJSON() }))).toThrow(MetricStateError);
});

test('AdjustedRandScore.fromJSON rejects fractional counts', () => {
  const metric = new AdjustedRandScore();
  metric.update(ContingencyTable.of(PREDS, TARGET));
  expect(() => AdjustedRandScore.fromJSON(halved(metric))).toThrow(MetricStateError);
});

test.each(savedMetrics)('$name: a metric restored from halved counts has a value', (saved) => {
  const snapshot = halved(throughFile(seen(saved)));
  let metric: AnyMetric;
  try {
    metric = restored(saved, snapshot);
  } catch (error) {
    expect(error).toBeInstanceOf(MetricStateError);
    return;
  }
  expect(() => metric.compute() as unknown).not.toThrow();
});
