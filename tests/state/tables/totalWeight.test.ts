import { describe, expect, test } from '@jest/globals';
import * as lib from 'tfjs-metrics';
import {
  ContingencyTable,
  MeanMetric,
  MetricCollection,
  MetricInputError,
  MetricStateError,
  MultiwayTable,
  MutualInfoScore,
  PairwiseTables,
  PurityScore,
  SumMetric,
  type AnyMetric,
} from 'tfjs-metrics';
import { SoftMutualInfoScore } from 'tfjs-metrics/information';

const TOO_LARGE = 'sampleWeight: expected weights with a sum of at most 1e+60';
const labels = [
  [0, 1, 1, 0],
  [0, 1, 0, 0],
] as const;

test.each([1e61, 1e160, 1.7e308])('weights whose sum is too large are rejected: %d each', (weight) => {
  const sampleWeight = [weight, weight];
  const calls = [
    () => ContingencyTable.of([0, 1], [0, 1], { sampleWeight }),
    () =>
      MultiwayTable.of(
        [
          [0, 1],
          [0, 1],
          [1, 1],
        ],
        { sampleWeight },
      ),
    () =>
      new PairwiseTables().add(
        [
          [0, 1],
          [0, 1],
        ],
        { sampleWeight },
      ),
    () => ContingencyTable.fromMatrix([sampleWeight]),
    () => lib.mutualInfoScore([0, 1], [0, 1], { sampleWeight }),
    () => lib.entropyScore([0, 1], { sampleWeight }),
    () => new SoftMutualInfoScore({ bins: 3 }).update([0.1, 0.9], [0.1, 0.9], { sampleWeight }),
    () => new MeanMetric().update([1, 2], { sampleWeight }),
  ];
  for (const call of calls) {
    expect(call).toThrow(MetricInputError);
    expect(call).toThrow(TOO_LARGE);
  }
});

describe('weights that make the total too large are rejected and change nothing', () => {
  const heavy = { sampleWeight: 8e59 };
  const made: [string, () => AnyMetric, unknown[]][] = [
    ['a score of labels', () => new MutualInfoScore(), [...labels, heavy]],
    ['a mean', () => new MeanMetric(), [[1], heavy]],
    ['a sum', () => new SumMetric(), [[1], heavy]],
    ['a soft score', () => new SoftMutualInfoScore({ bins: 3 }), [[0.5], [0.5], heavy]],
    [
      'a collection',
      () => new MetricCollection({ mi: new MutualInfoScore(), purity: new PurityScore() }),
      [[0], [0], heavy],
    ],
  ];

  test.each(made)('of %s', (name, make, batch) => {
    const metric = make();
    const light = [...batch.slice(0, -1), { sampleWeight: 5e58 }];
    metric.update(...(name === 'a score of labels' ? light : batch));
    const heavier = name === 'a score of labels' ? [[0], [1], { sampleWeight: 9e59 }] : batch;
    const before = JSON.stringify(metric);
    expect(() => metric.update(...heavier)).toThrow(TOO_LARGE);
    expect(() => metric.forward(...heavier)).toThrow(TOO_LARGE);
    const other = make();
    other.update(...heavier);
    expect(() => metric.merge(other)).toThrow(TOO_LARGE);
    expect(() => metric.merge(other.toJSON())).toThrow(TOO_LARGE);
    expect(JSON.stringify(metric)).toBe(before);
  });
});

test('weights up to the largest total give the scores of small weights', () => {
  const names = [
    'mutualInfoScore',
    'adjustedMutualInfoScore',
    'adjustedRandScore',
    'randScore',
    'fowlkesMallowsIndex',
    'vMeasureScore',
    'purityScore',
    'bCubedScore',
    'clusterAccuracy',
    'theilsU',
  ] as const;
  const score = (name: (typeof names)[number], sampleWeight: number): number =>
    (lib[name] as typeof lib.randScore)(...labels, { sampleWeight });
  for (const name of names) expect(score(name, 2e59)).toBeCloseTo(score(name, 2e15), 9);
});

describe('sums of values', () => {
  test.each([new SumMetric(), new MeanMetric()])('that are too large are rejected', (metric) => {
    metric.update([1e308]);
    const before = JSON.stringify(metric);
    expect(() => metric.update([1e308])).toThrow(MetricInputError);
    expect(() => metric.update([1e300], { sampleWeight: 1e20 })).toThrow('expected a weighted sum below 1.8e308');
    expect(() => metric.merge(metric.clone() as never)).toThrow(MetricInputError);
    expect(JSON.stringify(metric)).toBe(before);
  });

  test('may be infinite if a value is infinite', () => {
    const sum = new SumMetric();
    sum.update([1, Infinity]);
    sum.update([1e308, 1e308]);
    expect(sum.compute()).toBe(Infinity);
  });
});

test('a snapshot of weights that are too large is rejected as an invalid snapshot', () => {
  const table = ContingencyTable.of([0, 1], [0, 1]).toJSON();
  const damaged = { ...table, count: [1e61, 1] };
  expect(() => ContingencyTable.fromJSON(damaged)).toThrow(MetricStateError);
  const several = MultiwayTable.of([
    [0, 1],
    [0, 1],
  ]).toJSON();
  expect(() => MultiwayTable.fromJSON({ ...several, count: [1e61, 1] })).toThrow(MetricStateError);
});
