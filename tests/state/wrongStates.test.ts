import { describe, expect, test } from '@jest/globals';
import * as root from 'tfjs-metrics';
import { Metric, MetricInputError } from 'tfjs-metrics';
import * as information from 'tfjs-metrics/information';
import { SoftHistogram, SoftHistogramMetric } from 'tfjs-metrics/information';

interface Mergeable {
  merge(other: never): unknown;
}

const axis = { bins: 2, range: [0, 1], kernel: 'box', bandwidth: 0.5, edge: 'fold' } as const;
/** States whose constructors have required arguments. */
const made: Readonly<Record<string, Mergeable>> = {
  BinnedScoreCounts: new root.BinnedScoreCounts(2),
  CalibrationBins: new root.CalibrationBins(2),
  ClassScoreCounts: new root.ClassScoreCounts('ovr'),
  SoftHistogram: new SoftHistogram([axis, axis]),
};

type StateClass = new () => Mergeable;

/** Returns whether an export is the class of a state: it merges, and is not a metric. */
function isState(exported: unknown): exported is StateClass {
  const { prototype } = exported as { prototype?: unknown };
  if (exported === Metric) return false;
  return typeof (prototype as Partial<Mergeable> | undefined)?.merge === 'function' && !(prototype instanceof Metric);
}

/** All states that the package exports, by name. */
const states: Readonly<Record<string, Mergeable>> = Object.fromEntries(
  Object.entries<unknown>({ ...root, ...information }).flatMap(([name, exported]) =>
    isState(exported) ? [[name, made[name] ?? new exported()]] : [],
  ),
);

test('all states are found', () => {
  expect(Object.keys(states).length).toBeGreaterThanOrEqual(17);
  expect(Object.keys(made).filter((name) => !(name in states))).toEqual([]);
});

describe('a state does not merge a value that is not its class', () => {
  test.each(Object.entries<Mergeable>(states))('%s', (name, state) => {
    const before = JSON.stringify(state);
    const other = name === 'Extremes' ? new root.WeightedSum() : new root.Extremes();
    for (const value of ['x', undefined, null, {}, other]) {
      const merge = (): unknown => state.merge(value as never);
      expect(merge).toThrow(MetricInputError);
      expect(merge).toThrow(`merge: expected ${/^[AEIOU]/.test(name) ? 'an' : 'a'} ${name}, got `);
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
