import { describe, expect, test } from '@jest/globals';
import * as root from 'tfjs-metrics';
import { MetricInputError } from 'tfjs-metrics';
import { SoftHistogram, SoftHistogramMetric, ValueMoments } from 'tfjs-metrics/information';

interface Mergeable {
  merge(other: never): unknown;
}

const axis = { bins: 2, range: [0, 1], kernel: 'box', bandwidth: 0.5, edge: 'fold' } as const;
const states = {
  ClusterMoments: new root.ClusterMoments(),
  ContingencyTable: new root.ContingencyTable(),
  Extremes: new root.Extremes(),
  JointMoments: new root.JointMoments(),
  LabeledSampleBuffer: new root.LabeledSampleBuffer(),
  MultilabelCounts: new root.MultilabelCounts(),
  MultiwayTable: new root.MultiwayTable(),
  PairwiseTables: new root.PairwiseTables(),
  RatingCounts: new root.RatingCounts(),
  SampleBuffer: new root.SampleBuffer(),
  SoftHistogram: new SoftHistogram([axis, axis]),
  ValueMoments: new ValueMoments(),
  WeightedSum: new root.WeightedSum(),
};

describe('a state does not merge a value that is not its class', () => {
  test.each(Object.entries<Mergeable>(states))('%s', (name, state) => {
    const before = JSON.stringify(state);
    const other = name === 'Extremes' ? new root.WeightedSum() : new root.Extremes();
    for (const value of ['x', undefined, null, {}, other]) {
      const merge = (): unknown => state.merge(value as never);
      expect(merge).toThrow(MetricInputError);
      expect(merge).toThrow(`merge: expected ${name === 'Extremes' ? 'an' : 'a'} ${name}, got `);
    }
    expect(() => state.merge('x' as never)).toThrow('got "x"');
    expect(JSON.stringify(state)).toBe(before);
  });
});

test.each(['x', undefined, ['x'], [{ data: [1], n: 1, d: 1 }], [{ data: Float64Array.of(1), n: 2, d: 1 }]])(
  'a sample buffer does not add %j',
  (blocks) => {
    const buffer = new root.SampleBuffer();
    const add = (): void => {
      buffer.add(blocks as never);
    };
    expect(add).toThrow(MetricInputError);
    expect(add).toThrow('add: expected an array of blocks { data, n, d }, got ');
    expect(buffer.seen).toBe(0);
  },
);

test.each([{ bins: 4 }, undefined, [axis], [axis, 4]])('a soft histogram is not made of %j', (options) => {
  expect(() => new SoftHistogram(options as never)).toThrow(MetricInputError);
});

test("an aggregation of one's own needs no reader of options", () => {
  class Count extends root.AggregationMetric<number, root.WeightedSum> {
    override get stateKey(): string {
      return 'Count';
    }
    override createState(): root.WeightedSum {
      return new root.WeightedSum();
    }
    override restoreState(snapshot: unknown): root.WeightedSum {
      return root.WeightedSum.fromJSON(snapshot);
    }
    override aggregate(state: root.WeightedSum, { values, weights }: root.CheckedValues): void {
      state.add(values, weights);
    }
    override computeFrom({ weight }: root.WeightedSum): number {
      return weight;
    }
  }
  const metric = new Count({ nanStrategy: 'ignore' });
  metric.update([1, NaN, 3]);
  expect(metric.compute()).toBe(2);
  expect(new Count().options).toEqual({});
  expect(() => new Count({ nanStrategy: 'x' as never })).toThrow('Count: option "nanStrategy": expected');
});

test("a metric of one's own of a soft histogram needs no reader of options", () => {
  class Pairs extends SoftHistogramMetric {
    override computeFrom({ counts }: SoftHistogram): number {
      return counts.sums.all;
    }
  }
  const metric = new Pairs({ bins: 2, biasCorrection: 'millerMadow' });
  metric.update([0.1, 0.9], [0.2, 0.7]);
  expect(metric.compute()).toBe(2);
  expect(() => new Pairs({ bins: 0 })).toThrow('Pairs: option "bins": expected');
});
