import { describe, expect, test } from '@jest/globals';
import { ContingencyTable, MetricStateError, type Labels } from 'tfjs-metrics';

const tables: [string, Labels, Labels][] = [
  ['no samples', [], []],
  ['numbers', [0, -5, 0], [7, 7, 8]],
  ['strings', ['b', 'a', '__proto__'], ['', 'x', 'y']],
  ['booleans', [true, false], [false, false]],
  ['numbers beyond 32 bits', [2 ** 40, 1], [-(2 ** 40), 1]],
  ['both kinds', ['a', 'b'], [1, 2]],
];

describe('a table restored from JSON equals the original and accepts further batches', () => {
  test.each(tables)('of %s', (_, preds, target) => {
    const table = ContingencyTable.of(preds, target);
    const text = JSON.stringify(table);
    const restored = ContingencyTable.fromJSON(JSON.parse(text));
    expect(JSON.stringify(restored)).toBe(text);
    for (const each of [table, restored]) each.add(preds, target);
    expect(JSON.stringify(restored)).toBe(JSON.stringify(table));
  });

  test('of weights, bit by bit', () => {
    const sampleWeight = [0.1, 1 / 3, 5e-324, 9e59];
    const table = ContingencyTable.of([0, 1, 2, 3], [0, 1, 2, 3], { sampleWeight });
    const restored = ContingencyTable.fromJSON(JSON.parse(JSON.stringify(table)));
    expect(restored.toMatrix()).toEqual(table.toMatrix());
  });
});

describe('an invalid snapshot is rejected', () => {
  const snapshot = ContingencyTable.of([0, 1], [5, 6]).toJSON();
  const refused: [string, unknown, string][] = [
    ['null', null, 'snapshot of a contingency table: expected a snapshot made by toJSON(), got null'],
    ['a string', JSON.stringify(snapshot), 'table: expected a snapshot made by toJSON(), got "{'],
    ['an array', [snapshot], 'table: expected a snapshot made by toJSON(), got Array of length 1'],
    ['of another kind', { ...snapshot, kind: 'SampleBuffer' }, 'kind: expected "ContingencyTable", got "SampleBuffer"'],
    ['of another version', { ...snapshot, version: 2 }, 'version: expected version 1, got 2'],
    ['with a missing property', { ...snapshot, row: undefined }, 'row: expected'],
    ['with an additional property', { ...snapshot, n: 2 }, 'table: expected a snapshot made by toJSON()'],
    [
      'with an additional prototype',
      JSON.parse(JSON.stringify(snapshot).replace('{', '{"__proto__":{},')),
      'table: expected a snapshot made by toJSON()',
    ],
    ['with a count of 0', { ...snapshot, count: [1, 0] }, 'count.1: expected positive counts, got 0'],
    ['with a negative count', { ...snapshot, count: [-1, 1] }, 'count.0: expected'],
    ['with an infinite count', { ...snapshot, count: [1, Infinity] }, 'count.1: expected'],
    ['with a count that is NaN', { ...snapshot, count: [NaN, 1] }, 'count.0: expected'],
    ['with a count that is a string', { ...snapshot, count: ['1', 1] }, 'count.0: expected'],
    ['with an additional row', { ...snapshot, row: [0, 1, 0] }, 'of equal length, got lengths 3, 2 and 2'],
    ['with a missing column', { ...snapshot, column: [0] }, 'of equal length, got lengths 2, 1 and 2'],
    ['with a row index out of range', { ...snapshot, row: [0, 2] }, 'row: expected indices below 2, the number of'],
    ['with a negative row index', { ...snapshot, row: [0, -1] }, 'row.1: expected'],
    ['with a fractional row index', { ...snapshot, row: [0, 0.5] }, 'row.1: expected'],
    [
      'with a label without a cell',
      { ...snapshot, row: [0, 0] },
      'row: expected a cell for each of 2 labels, got cells for 1',
    ],
    [
      'with a duplicate cell',
      { ...snapshot, targetLabels: [5], row: [0, 0], column: [0, 0], predLabels: [0] },
      'expected distinct cells, got a duplicate',
    ],
    [
      'with a duplicate label',
      { ...snapshot, predLabels: [0, 0] },
      'column: expected distinct labels, got a duplicate',
    ],
    ['with labels 0 and −0', { ...snapshot, predLabels: [0, -0] }, 'column: expected distinct labels, got a duplicate'],
    ['with labels of two kinds', { ...snapshot, predLabels: [0, '1'] }, 'predLabels: expected labels of one kind'],
    ['with a fractional label', { ...snapshot, predLabels: [0, 0.5] }, 'predLabels'],
    ['with a label of 2^53', { ...snapshot, predLabels: [0, 2 ** 53] }, 'predLabels'],
    ['with a null label', { ...snapshot, targetLabels: [5, null] }, 'targetLabels'],
  ];

  test.each(refused)('%s', (_, value, message) => {
    const call = () => ContingencyTable.fromJSON(value);
    expect(call).toThrow(MetricStateError);
    expect(call).toThrow(message);
  });

  test('unless only its labels are unsorted', () => {
    const { predLabels, column } = snapshot;
    const turned = {
      ...snapshot,
      predLabels: [...predLabels].reverse(),
      column: column.map((j) => 1 - j),
    };
    expect(ContingencyTable.fromJSON(turned).toJSON()).toEqual(snapshot);
  });
});
