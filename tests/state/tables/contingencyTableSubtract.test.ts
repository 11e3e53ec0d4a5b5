import { describe, expect, test } from '@jest/globals';
import { ContingencyTable, MetricInputError, MetricStateError } from 'tfjs-metrics';

const table = (): ContingencyTable => ContingencyTable.of([0, 0, 1, 2], [0, 1, 1, 1]);

describe('subtract', () => {
  test('is the inverse of add, and removes labels without samples', () => {
    const kept = table().add([7, 0], [8, 0]).subtract([7, 0], [8, 0]);
    expect(kept.toJSON()).toEqual(table().toJSON());
  });

  test('is the inverse of merge', () => {
    const other = ContingencyTable.of([2, 3], [1, 3]);
    expect(table().merge(other).subtract(other).toJSON()).toEqual(table().toJSON());
  });

  test('leaves an empty table if all pairs are removed', () => {
    const emptied = table();
    emptied.subtract(emptied);
    expect([emptied.n, emptied.toMatrix()]).toEqual([0, []]);
  });

  test('subtracts weights', () => {
    const sampleWeight = [0.5, 2];
    const kept = table().add([0, 5], [0, 5], { sampleWeight });
    expect(kept.subtract([0, 5], [0, 5], { sampleWeight }).toJSON()).toEqual(table().toJSON());
  });

  test('clears the rounding error of fractional weights of either sign', () => {
    const tenth = { sampleWeight: [0.1] };
    const kept = new ContingencyTable();
    for (let i = 0; i < 10; i++) kept.add([0], [0], tenth);
    expect(kept.n).not.toBe(1);
    expect(kept.clone().subtract([0], [0], { sampleWeight: [1] }).predLabels).toEqual([]);
    const sum = ContingencyTable.of([0], [0]);
    expect(sum.subtract(kept).n).toBe(0);
  });

  test('is exact for counts up to 2^53 − 1', () => {
    const count = 2 ** 53 - 1;
    const kept = ContingencyTable.fromCounts([{ pred: 0, target: 0, count }]);
    expect(kept.subtract([0], [0]).n).toBe(2 ** 53 - 2);
  });

  test('works for strings, booleans and labels beyond 32 bits', () => {
    const kept = ContingencyTable.of(['a', 'b'], [2 ** 40, 1]);
    expect(kept.subtract(['a'], [2 ** 40]).predLabels).toEqual(['b']);
    expect(ContingencyTable.of([true, false], [0, 0]).subtract([true], [0]).predLabels).toEqual([false]);
  });
});

describe('subtract throws and removes nothing if the table does not contain', () => {
  const refused: [string, ContingencyTable, string][] = [
    [
      'a pair more often than it occurs',
      ContingencyTable.of([1, 0, 0], [1, 0, 0]),
      'subtract: expected at most 1 of pred 0 with target 0, got 2',
    ],
    [
      'a pair whose labels occur only in other pairs',
      ContingencyTable.of([2], [0]),
      'subtract: expected at most 0 of pred 2 with target 0, got 1',
    ],
    ['a label', ContingencyTable.of([1, 9], [1, 1]), 'subtract: expected at most 0 of pred 9 with target 1, got 1'],
    ['a label beyond 32 bits', ContingencyTable.of([2 ** 40], [1]), 'pred 1099511627776 with target 1'],
    ['labels of another kind', ContingencyTable.of(['1'], [1]), 'pred "1" with target 1'],
    ['a weight larger by a fraction', ContingencyTable.of([1], [1], { sampleWeight: [1.001] }), 'got 1.001'],
  ];

  test.each(refused)('%s', (_, other, message) => {
    const kept = table();
    const call = () => kept.subtract(other);
    expect(call).toThrow(MetricStateError);
    expect(call).toThrow(message);
    expect(kept.toJSON()).toEqual(table().toJSON());
    expect(kept.add([0], [0]).n).toBe(5);
  });

  test('a pair of sparse labels', () => {
    const labels = Int32Array.from({ length: 3000 }, (_, i) => (i - 1500) * 1_000_003);
    const kept = ContingencyTable.of(labels, labels);
    const before = kept.toJSON();
    for (const [pred, target] of [
      [0, 1_000_003],
      [5, 0],
      [0, 5],
      [labels[0]!, labels[2999]!],
    ] as const) {
      expect(() => kept.subtract([pred], [target])).toThrow('subtract: expected at most 0 of');
    }
    expect(kept.toJSON()).toEqual(before);
    expect(kept.subtract(labels.subarray(1), labels.subarray(1)).predLabels).toEqual([labels[0]]);
  });

  test('such pairs because a label is invalid', () => {
    const kept = table();
    expect(() => kept.subtract([0.5], [0])).toThrow(MetricInputError);
    expect(kept.n).toBe(4);
  });
});
