import { describe, expect, test } from '@jest/globals';
import { ContingencyTable, MetricInputError, type Label } from 'tfjs-metrics';

const PREDS = ['b', 'a', 'b', 'b'];
const TARGET = [1, 0, 0, 1];
const table = (): ContingencyTable => ContingencyTable.of(PREDS, TARGET);

describe('a table', () => {
  test('has a row for each target label and a column for each preds label', () => {
    const { targetLabels, predLabels, targetSizes, predSizes, n } = table();
    expect(targetLabels).toEqual([0, 1]);
    expect(predLabels).toEqual(['a', 'b']);
    expect(targetSizes).toEqual(Float64Array.of(2, 2));
    expect(predSizes).toEqual(Float64Array.of(1, 3));
    expect(n).toBe(4);
    expect(table().toMatrix()).toEqual([
      [1, 1],
      [0, 2],
    ]);
  });

  test('lists its non-zero cells by target, then by pred', () => {
    expect([...table().entries()]).toEqual([
      { target: 0, pred: 'a', count: 1 },
      { target: 0, pred: 'b', count: 1 },
      { target: 1, pred: 'b', count: 2 },
    ]);
  });

  test('can be rebuilt from its cells, its matrix, a clone and a snapshot', () => {
    const { predLabels, targetLabels } = table();
    const twins = [
      ContingencyTable.fromCounts(table().entries()),
      ContingencyTable.fromMatrix(table().toMatrix(), { predLabels, targetLabels }),
      table().clone(),
      ContingencyTable.fromJSON(table().toJSON()),
    ];
    for (const twin of twins) expect(twin.toJSON()).toEqual(table().toJSON());
  });

  test('without samples is empty in every respect', () => {
    const empty = new ContingencyTable();
    expect([empty.n, empty.predLabels, empty.targetLabels, empty.toMatrix()]).toEqual([0, [], [], []]);
    expect([...empty.entries()]).toEqual([]);
    expect([empty.predSizes.length, empty.targetSizes.length]).toEqual([0, 0]);
  });

  test('has methods that can be chained', () => {
    const other = ContingencyTable.of(['a'], [0]);
    const chained = new ContingencyTable().add(PREDS, TARGET).merge(other).subtract(other);
    expect(chained.toJSON()).toEqual(table().toJSON());
  });

  test('returns labels, sizes and matrices that can be modified without changing it', () => {
    const kept = table();
    kept.predLabels.push('x');
    kept.targetLabels.length = 0;
    kept.predSizes.fill(9);
    kept.targetSizes.fill(9);
    kept.toMatrix()[0]![0] = 9;
    (kept.toJSON().count as number[])[0] = 9;
    expect(kept.toJSON()).toEqual(table().toJSON());
    expect([...kept.predSizes]).toEqual([1, 3]);
  });

  test('returns cells whose labels do not change with the table', () => {
    const table = ContingencyTable.of([5, 7], [7, 9]);
    const { cells } = table;
    // The labels so far are renumbered.
    table.add([2 ** 40], [3]);
    expect(cells.predLabels).toEqual([5, 7]);
    expect(cells.targetLabels).toEqual([7, 9]);
    expect(cells.targetLabels).toBe(cells.targetLabels);
    expect(table.cells.predLabels).toEqual([5, 7, 2 ** 40]);
  });

  test('includes samples added since it was last read', () => {
    const growing = new ContingencyTable();
    for (let i = 1; i <= 50; i++) {
      growing.add([i], [-i]);
      expect([growing.n, growing.predLabels.length]).toEqual([i, i]);
    }
  });
});

describe('labels are sorted', () => {
  const orders: [string, Label[], Label[]][] = [
    ['integers by value', [10, 9, -1, 0], [-1, 0, 9, 10]],
    ['large integers by value', [2 ** 40, 3, -(2 ** 40), 7], [-(2 ** 40), 3, 7, 2 ** 40]],
    [
      'strings by their UTF-16 code units',
      ['b', 'a', 'B', '10', '9', '', 'é', 'z', '\u{1F600}', '\uFFFF'],
      ['', '10', '9', 'B', 'a', 'b', 'z', 'é', '\u{1F600}', '\uFFFF'],
    ],
    ['false before true', [true, false], [false, true]],
  ];

  test.each(orders)('%s', (_, labels, sorted) => {
    const ones = labels.map(() => 1);
    expect(ContingencyTable.of(labels, ones).predLabels).toEqual(sorted);
    expect(ContingencyTable.of(ones, labels).targetLabels).toEqual(sorted);
    expect(sorted).toEqual([...sorted].sort(typeof labels[0] === 'number' ? ascending : undefined));
  });

  test('in whatever order they appear', () => {
    const forwards = ContingencyTable.of(['a', 'b', 'c'], [2 ** 40, 0, 1]);
    const backwards = ContingencyTable.of(['c', 'b', 'a'], [1, 0, 2 ** 40]);
    expect(JSON.stringify(forwards)).toBe(JSON.stringify(backwards));
  });
});

function ascending(a: Label, b: Label): number {
  return Number(a) - Number(b);
}

describe('a clone', () => {
  test('is independent of its original', () => {
    const original = table();
    const copy = original.clone();
    copy.add(['c'], [2]);
    original.add(['d'], [3]);
    expect(copy.predLabels).toEqual(['a', 'b', 'c']);
    expect(original.predLabels).toEqual(['a', 'b', 'd']);
  });

  test('of a table with unsorted pairs is independent too', () => {
    const farApart = (k: number) => Int32Array.from({ length: 100 }, (_, i) => (i + k) * 1e6);
    const original = ContingencyTable.of(farApart(0), farApart(0));
    const copy = original.clone();
    copy.add(farApart(100), farApart(100));
    expect([original.n, copy.n]).toEqual([100, 200]);
  });
});

describe('without labels', () => {
  const full = ContingencyTable.of([-1, 0, 1, 2], [0, 0, -1, 2]);

  test('returns a copy without the pairs that contain one of them on either side', () => {
    expect([...full.without(-1).entries()]).toEqual([
      { target: 0, pred: 0, count: 1 },
      { target: 2, pred: 2, count: 1 },
    ]);
    expect(full.without([-1, 2]).n).toBe(1);
    expect(full.n).toBe(4);
  });

  test('returns an equal copy if the labels do not occur or are of another kind', () => {
    expect(full.without([7, '0', false]).toJSON()).toEqual(full.toJSON());
    expect(full.without([]).toJSON()).toEqual(full.toJSON());
  });

  test('removes strings and booleans', () => {
    const mixed = ContingencyTable.of(['noise', 'a', 'b'], [true, true, false]);
    expect(mixed.without('noise').n).toBe(2);
    expect(mixed.without(true).predLabels).toEqual(['b']);
  });
});

describe('labels of another kind than in earlier batches are rejected', () => {
  const kinds: [string, Label[], Label[]][] = [
    ['number', [1], [2]],
    ['string', ['1'], ['2']],
    ['boolean', [true], [false]],
  ];
  const pairs = kinds.flatMap((a) => kinds.filter((b) => a !== b).map((b) => [a, b] as const));

  test.each(pairs.map(([a, b]) => [a[0], b[0], a, b] as const))(
    '%s labels followed by %s labels',
    (known, given, [, preds, target], [, otherPreds, otherTarget]) => {
      const kept = ContingencyTable.of(preds, target);
      const before = JSON.stringify(kept);
      const calls = [
        () => kept.add(preds, otherTarget),
        () => kept.add(otherPreds, target),
        () => kept.merge(ContingencyTable.of(preds, otherTarget)),
        () => kept.merge(ContingencyTable.of(otherPreds, target)),
      ];
      calls.forEach((call, i) => {
        const side = i % 2 === 0 ? 'target' : 'preds';
        expect(call).toThrow(MetricInputError);
        expect(call).toThrow(`${side}: expected ${known} labels, as in earlier batches, got ${given} labels`);
      });
      expect(JSON.stringify(kept)).toBe(before);
    },
  );

  test('but an empty table can be merged with any other', () => {
    expect(table().merge(new ContingencyTable()).n).toBe(4);
    expect(new ContingencyTable().merge(table()).n).toBe(4);
  });
});

describe('a merge', () => {
  test('does not modify the other table', () => {
    const other = table();
    const one = ContingencyTable.of(['a'], [5]).merge(other);
    one.add(['a'], [7]);
    expect(other.toJSON()).toEqual(table().toJSON());
  });

  test('with itself doubles every cell', () => {
    const twice = table();
    twice.merge(twice);
    expect(twice.toMatrix()).toEqual([
      [2, 2],
      [0, 4],
    ]);
  });

  test('combines small labels with labels beyond 32 bits', () => {
    const [small, large] = [ContingencyTable.of([1, 2], [1, 2]), ContingencyTable.of([2 ** 40, 1], [1, 1])];
    const expected = ContingencyTable.of([1, 2, 2 ** 40, 1], [1, 2, 1, 1]).toJSON();
    expect(small.clone().merge(large).toJSON()).toEqual(expected);
    expect(large.clone().merge(small).toJSON()).toEqual(expected);
  });

  test('with anything but a table is rejected', () => {
    for (const other of [null, undefined, {}, [[1]], table().toJSON()]) {
      expect(() => table().merge(other as never)).toThrow(MetricInputError);
    }
  });
});
