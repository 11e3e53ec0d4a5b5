import { describe, expect, test } from '@jest/globals';
import * as lib from 'tfjs-metrics';
import {
  BootStrapper,
  ClasswiseWrapper,
  compose,
  InputTransformer,
  Metric,
  MetricCollection,
  MetricInputError,
  MetricTracker,
  MinMaxMetric,
  MultioutputWrapper,
  MultitaskWrapper,
  MutualInfoScore,
  Running,
  WrapperMetric,
  type AnyMetric,
} from 'tfjs-metrics';
import { savedMetrics, type SavedMetric } from './savedMetrics.ts';
import { SumAndNumber } from './mean.ts';

/** Failure to inject: the call of this name after `calls` successful calls. Undefined for none. */
interface Fault {
  readonly place: 'updateState' | 'computeFrom' | 'merge';
  readonly error: Error;
  calls: number;
}
let fault: Fault | undefined;

function failAt(place: Fault['place']): void {
  if (fault?.place === place && fault.calls-- === 0) throw fault.error;
}

/** Custom state that fails in the middle of a merge. */
class FaultyState extends SumAndNumber {
  override merge(other: SumAndNumber): void {
    this.sum += other.sum;
    failAt('merge');
    this.number += other.number;
  }
  override clone(): FaultyState {
    return Object.assign(new FaultyState(), this);
  }
  static override fromJSON(snapshot: { sum: number; number: number }): FaultyState {
    return Object.assign(new FaultyState(), snapshot);
  }
}

/** Custom metric that fails in the middle of an update, or in compute. */
class Faulty extends Metric<[preds: number[], target: number[]], number, FaultyState> {
  override createState(): FaultyState {
    return new FaultyState();
  }
  override updateState(state: FaultyState, preds: number[], target: number[]): void {
    for (const [k, pred] of preds.entries()) state.sum += pred - target[k]!;
    failAt('updateState');
    state.number += preds.length;
  }
  override computeFrom({ sum, number }: FaultyState): number {
    failAt('computeFrom');
    return sum / number;
  }
}

class FaultyList extends Faulty {
  override computeFrom(state: FaultyState): number {
    return [super.computeFrom(state)] as unknown as number;
  }
}

const list = (seed: number): number[] => [1, 2, 3].map((k) => (k * seed * 7) % 5);
const plain = (seed: number): readonly unknown[] => [list(seed), list(seed + 1)];
const of = (name: string, make: () => AnyMetric, batch = plain) => ({ name, make, batch });
const members = () => ({ table: new MutualInfoScore(), faulty: new Faulty() });

const made = [
  of('a metric', () => new Faulty()),
  of('MinMaxMetric', () => new MinMaxMetric(new Faulty())),
  of('a full Running', () => new Running(new Faulty(), { window: 2 })),
  of('Running', () => new Running(new Faulty(), { window: 20 })),
  of('MetricTracker', () => new MetricTracker(new Faulty())),
  of('BootStrapper', () => new BootStrapper(new Faulty(), { draws: 3 })),
  of('InputTransformer', () => new InputTransformer(new Faulty(), (a: number[], b: number[]) => [a, b])),
  of('ClasswiseWrapper', () => new ClasswiseWrapper(new FaultyList() as never)),
  of('a composition', () => compose((a, b) => a + b, new Faulty(), new MutualInfoScore())),
  of('a composition of one state', () => compose((a) => -a, new Faulty())),
  of(
    'MultitaskWrapper',
    () => new MultitaskWrapper({ table: new MutualInfoScore(), faulty: new Faulty() }),
    (seed) => plain(seed).map((labels) => ({ table: labels, faulty: labels })),
  ),
  of(
    'MultitaskWrapper of one task',
    () => new MultitaskWrapper({ faulty: new MinMaxMetric(new Faulty()) }),
    (seed) => plain(seed).map((labels) => ({ faulty: labels })),
  ),
  of(
    'MultioutputWrapper',
    () => new MultioutputWrapper(new Faulty(), { outputs: 2 }),
    (seed) => plain(seed).map((labels) => (labels as number[]).map((label) => [label, 1])),
  ),
  of('a collection', () => new MetricCollection(members())),
  of('a collection of one metric', () => new MetricCollection({ faulty: new Faulty() })),
  of(
    'a collection of wrappers',
    () =>
      new MetricCollection({
        table: new MutualInfoScore(),
        extremes: new MinMaxMetric(new Faulty()),
        last: new Running(new MinMaxMetric(new Faulty()), { window: 2 }),
        tracker: new MetricTracker(new Faulty()),
        inner: new MetricCollection({ extremes: new MinMaxMetric(new Faulty()) }),
      }),
  ),
  of('MinMaxMetric of a collection', () => new MinMaxMetric(new MetricCollection(members()))),
  of('MinMaxMetric of Running', () => new MinMaxMetric(new Running(new Faulty(), { window: 2 }))),
  of('Running of MinMaxMetric', () => new Running(new MinMaxMetric(new Faulty()), { window: 2 })),
  of('Running of a collection', () => new Running(new MetricCollection(members()), { window: 2 })),
  of('MetricTracker of a collection', () => new MetricTracker(new MetricCollection(members()))),
  of('BootStrapper of MinMaxMetric', () => new BootStrapper(new MinMaxMetric(new Faulty()), { draws: 3 })),
];

const errors = [new MetricInputError('no'), new RangeError('no'), new Error('no')];
const places = ['updateState', 'computeFrom', 'merge'] as const;

type Operation = (metric: AnyMetric, batch: readonly unknown[], other: AnyMetric) => unknown;
const operations: [string, Operation][] = [
  ['update', (metric, batch) => metric.update(...batch)],
  ['updateAsync', (metric, batch) => metric.updateAsync(...batch)],
  ['forward', (metric, batch) => metric.forward(...batch) as unknown],
  ['merge', (metric, _, other) => metric.merge(other)],
  ['merge of a snapshot', (metric, _, other) => metric.merge(other.toJSON())],
];

/** Metric after some batches; a tracker has two epochs. */
function seenSome(make: () => AnyMetric, batch: (seed: number) => readonly unknown[]): AnyMetric {
  const metric = make();
  for (const seed of [1, 2, 3]) {
    if (metric instanceof MetricTracker) metric.increment();
    metric.update(...batch(seed));
  }
  return metric;
}

const stateOf = (metric: AnyMetric): unknown => [JSON.stringify(metric), metric.updateCount];

test('every exported wrapper is among the metrics', () => {
  const wrappers = Object.values(lib).filter(
    (exported) =>
      exported !== WrapperMetric && (exported as { prototype?: unknown }).prototype instanceof WrapperMetric,
  );
  const instances = made.map(({ make }) => make());
  expect(wrappers.length).toBeGreaterThan(5);
  for (const wrapper of wrappers) {
    expect(instances).toContainEqual(expect.any(wrapper));
  }
});

describe.each(made)('$name', ({ make, batch }) => {
  test.each(operations)('%s that throws changes nothing, wherever it throws', async (_, operation) => {
    const metric = seenSome(make, batch);
    const other = seenSome(make, batch);
    const before = stateOf(metric);
    let thrown = 0;
    for (const place of places) {
      for (const error of errors) {
        // The first call fails, then the second, … until all succeed.
        for (let calls = 0; ; calls++) {
          const each = metric.clone();
          fault = { place, error, calls };
          let failure: unknown;
          try {
            await operation(each, batch(4), other);
          } catch (caught) {
            failure = caught;
          }
          const isReached = fault.calls < 0;
          fault = undefined;
          if (failure === undefined) {
            expect(isReached).toBe(false);
            break;
          }
          thrown++;
          expect([failure, (failure as Error).cause]).toContain(error);
          expect(stateOf(each)).toEqual(before);
          // The metric then continues as if the failed call had not happened.
          if (calls > 0) continue;
          each.update(...batch(5));
          const twin = metric.clone();
          twin.update(...batch(5));
          expect(stateOf(each)).toEqual(stateOf(twin));
        }
      }
    }
    expect(thrown).toBeGreaterThan(0);
  });
});

describe.each(savedMetrics)('$name', ({ make, batches }: SavedMetric) => {
  test('is unchanged by any batch that it rejects', () => {
    const metric = make();
    metric.update(...batches[0]!);
    const before = stateOf(metric);
    const foreign = savedMetrics.map((saved) => saved.batches[1]!);
    const mixed = foreign.map(([first]) => [first, ...batches[0]!.slice(1)]);
    let refused = 0;
    for (const batch of [...foreign, ...mixed]) {
      const each = metric.clone();
      try {
        each.update(...batch);
      } catch {
        refused++;
        expect(stateOf(each)).toEqual(before);
      }
    }
    expect(refused).toBeGreaterThan(0);
  });
});

// The arguments of an InputTransformer are those of its function.
const withOwnInputs = savedMetrics.filter(({ name }) => name !== 'InputTransformer');

test.each(withOwnInputs)('$name refuses an argument that it does not read', ({ make, batches }) => {
  for (const more of [{ unknown: 1 }, 3]) {
    const metric = make();
    expect(() => {
      metric.update(...batches[0]!, more);
    }).toThrow(MetricInputError);
    expect(metric.updateCount).toBe(0);
  }
});

test('a member whose state cannot be made is not added to a collection', () => {
  class Unmakeable extends Faulty {
    override createState(): FaultyState {
      throw new RangeError('no room');
    }
  }
  const metrics = new MetricCollection({ faulty: new Faulty() });
  metrics.update([1], [0]);
  expect(() => metrics.addMetrics({ more: new Unmakeable() })).toThrow(RangeError);
  expect(metrics.compute()).toEqual({ faulty: 1 });
});
