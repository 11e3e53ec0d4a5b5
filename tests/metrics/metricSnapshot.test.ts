import { describe, expect, test } from '@jest/globals';
import { MetricCollection, MetricStateError, MutualInfoScore, RandScore, VMeasureScore } from 'tfjs-metrics';
import type { CollectionMembers } from '../../src/metrics/collectionMembers.ts';
import { expectClose } from '../expectClose.ts';
import { Mean, Moments } from './mean.ts';

function seen(): MutualInfoScore {
  const metric = new MutualInfoScore({ base: 2, ignoreLabel: [-1, 'x'] });
  metric.update([0, 1, -1], [0, 1, 1]);
  metric.update([2, 3], [2, 3]);
  return metric;
}

describe('a snapshot', () => {
  test('contains options, state and the number of updates', () => {
    const restored = MutualInfoScore.fromJSON(JSON.parse(JSON.stringify(seen())));
    expect(restored).toBeInstanceOf(MutualInfoScore);
    expect(restored.options).toEqual(seen().options);
    expect([restored.updateCount, restored.compute()]).toEqual([2, 2]);
    restored.update([4, 5, 6, 7], [4, 5, 6, 7]);
    expectClose(restored.compute(), 3);
  });

  test('of a metric without updates has no updates', () => {
    const restored = RandScore.fromJSON(new RandScore().toJSON());
    expect([restored.updateCount, restored.options]).toEqual([0, {}]);
  });

  test('is not changed by later updates', () => {
    const metric = seen();
    const snapshot = metric.toJSON();
    const text = JSON.stringify(snapshot);
    metric.update([8, 9], [8, 9]);
    expect(JSON.stringify(snapshot)).toBe(text);
  });

  test('restores a class that is derived from a metric', () => {
    class Doubled extends Mean {
      override computeFrom(state: ReturnType<Mean['createState']>): number {
        return 2 * super.computeFrom(state);
      }
    }
    const metric = new Doubled({ scale: 3 });
    metric.update([1, 2]);
    expect(Doubled.fromJSON(metric.toJSON()).compute()).toBe(9);
    expect(() => Mean.fromJSON(metric.toJSON())).toThrow(MetricStateError);
  });

  test('requires a state with fromJSON', () => {
    class Forgetful extends Moments {
      override createState(): ReturnType<Moments['createState']> {
        class Plain {
          sum = 0;
          number = 0;
          merge(): void {
            this.sum++;
          }
          clone(): Plain {
            return new Plain();
          }
          toJSON(): { sum: number; number: number } {
            return { sum: 0, number: 0 };
          }
        }
        return new Plain();
      }
    }
    const call = () => Forgetful.fromJSON(new Forgetful().toJSON());
    expect(call).toThrow(MetricStateError);
    expect(call).toThrow('Forgetful.fromJSON: expected a static fromJSON of the state class Plain, got none');
  });
});

describe('an invalid snapshot, or one of another class, is rejected', () => {
  const snapshot = seen().toJSON();
  const refused: [string, unknown][] = [
    ['null', null],
    ['undefined', undefined],
    ['a number', 5],
    ['text', JSON.stringify(snapshot)],
    ['a list', [snapshot]],
    ['a table', (snapshot as { state: unknown }).state],
    ['another class', new RandScore().toJSON()],
    ['another class with options that are unknown here', new VMeasureScore({ beta: 2 }).toJSON()],
    ['no kind', { ...snapshot, kind: undefined }],
    ['another version', { ...snapshot, version: 2 }],
    ['a part added', { ...snapshot, extra: 1 }],
    ['options that are unknown', { ...snapshot, options: { colour: 1 } }],
    ['options of a wrong type', { ...snapshot, options: { base: 'two' } }],
    ['options that are a list', { ...snapshot, options: [] }],
    ['no options', { ...snapshot, options: null }],
    ['a number of updates below 0', { ...snapshot, updateCount: -1 }],
    ['half an update', { ...snapshot, updateCount: 0.5 }],
    ['a number of updates that is not finite', { ...snapshot, updateCount: Infinity }],
    ['no state', { ...snapshot, state: undefined }],
    ['a state of something else', { ...snapshot, state: { kind: 'SampleBuffer' } }],
    ['a state with a count below 0', { ...snapshot, state: { ...(snapshot.state as object), count: [-1] } }],
  ];

  test.each(refused)('%s', (_, value) => {
    expect(() => MutualInfoScore.fromJSON(value)).toThrow(MetricStateError);
  });
});

describe('a snapshot of a collection', () => {
  const members = () => ({ mi: new MutualInfoScore({ base: 2 }), mean: new RandScore() });
  const collection = new MetricCollection(members(), { prefix: 'val_' });
  collection.update([0, 1], [0, 1]);
  collection.update([0, 1], [0, 1]);
  const snapshot = collection.toJSON();

  test('is restored with its members', () => {
    const restored = MetricCollection.fromJSON(JSON.parse(JSON.stringify(collection)), members());
    expect(restored.compute()).toEqual({ val_mi: 1, val_mean: 1 });
    expect(restored.updateCount).toBe(2);
    restored.update([0, 1], [1, 0]);
    collection.clone().merge(restored.toJSON());
  });

  test('holds each shared state once', () => {
    expect(Object.keys(snapshot.state as object)).toEqual(['ContingencyTable']);
  });

  const refused: [string, unknown, CollectionMembers][] = [
    ['other names', snapshot, { info: new MutualInfoScore({ base: 2 }), mean: new RandScore() }],
    ['other options', snapshot, { mi: new MutualInfoScore(), mean: new RandScore() }],
    ['other metrics', snapshot, { mi: new MutualInfoScore({ base: 2 }), mean: new VMeasureScore() }],
    ['fewer members', snapshot, { mi: new MutualInfoScore({ base: 2 }) }],
    ['more members', snapshot, { ...members(), more: new RandScore() }],
    ['a missing state', { ...snapshot, state: {} }, members()],
    ['no state', { ...snapshot, state: null }, members()],
    [
      'a state that is inherited',
      { ...snapshot, state: Object.create(snapshot.state as object) as unknown },
      members(),
    ],
    ['a prefix that is no text', { ...snapshot, options: { ...snapshot.options, prefix: 5 } }, members()],
    ['another class', new RandScore().toJSON(), members()],
    ['null', null, members()],
  ];

  test.each(refused)('is rejected with %s', (_, value, others) => {
    expect(() => MetricCollection.fromJSON(value, others)).toThrow(MetricStateError);
  });

  test('is rejected without members', () => {
    expect(() => MetricCollection.fromJSON(snapshot, undefined as never)).toThrow(
      'MetricCollection.fromJSON: expected the members as second argument, got none',
    );
  });
});
