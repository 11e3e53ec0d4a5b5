import { describe, expect, test } from '@jest/globals';
import { ContingencyTable, MetricStateError, type Labels } from 'tfjs-metrics';

const tables: [string, Labels, Labels][] = [
  ['nothing', [], []],
  ['numbers', [0, -5, 0], [7, 7, 8]],
  ['strings', ['b', 'a', '__proto__'], ['', 'x', 'y']],
  ['booleans', [true, false], [false, false]],
  ['numbers above 32 bits', [2 ** 40, 1], [-(2 ** 40), 1]],
  ['both kinds', ['a', 'b'], [1, 2]],
];

describe('a table goes through JSON and goes on counting', () => {
  test.each(tables)('of %s', (_, preds, target) => {
    const table = ContingencyTable.of(preds, target);
    const text = JSON.stringify(table);
    const restored = ContingencyTable.fromJSON(JSON.parse(text));
    expect(JSON.stringify(restored)).toBe(text);
    for (const each of [table, restored]) each.add(preds, target);
    expect(JSON.stringify(restored)).toBe(JSON.stringify(table));
  });

  test('with weights to the last bit', () => {
    const sampleWeight = [0.1, 1 / 3, 5e-324, 9e59];
    const table = ContingencyTable.of([0, 1, 2, 3], [0, 1, 2, 3], { sampleWeight });
    const restored = ContingencyTable.fromJSON(JSON.parse(JSON.stringify(table)));
    expect(restored.toMatrix()).toEqual(table.toMatrix());
  });
});

describe('a snapshot that is damaged is refused', () => {
  const snapshot = ContingencyTable.of([0, 1], [5, 6]).toJSON();
  const refused: [string, unknown, string][] = [
    ['null', null, 'it is not what it should be'],
    ['text', JSON.stringify(snapshot), 'it is not'],
    ['a list', [snapshot], 'it is not'],
    [
      'of another kind',
      { ...snapshot, kind: 'SampleBuffer' },
      'kind is not what it should be (expected "ContingencyTable")',
    ],
    ['of another version', { ...snapshot, version: 2 }, 'version is not what it should be (expected version 1)'],
    ['with a part left out', { ...snapshot, row: undefined }, 'row is not'],
    ['with a part added', { ...snapshot, n: 2 }, 'it is not'],
    ['with a prototype added', JSON.parse(JSON.stringify(snapshot).replace('{', '{"__proto__":{},')), 'it is not'],
    ['with a count of 0', { ...snapshot, count: [1, 0] }, 'count.1 is not what it should be (expected counts above 0)'],
    ['with a count below 0', { ...snapshot, count: [-1, 1] }, 'count.0 is not'],
    ['with a count that is not finite', { ...snapshot, count: [1, Infinity] }, 'count.1 is not'],
    ['with a count that is NaN', { ...snapshot, count: [NaN, 1] }, 'count.0 is not'],
    ['with a count that is text', { ...snapshot, count: ['1', 1] }, 'count.0 is not'],
    ['with a row too many', { ...snapshot, row: [0, 1, 0] }, 'it has 3 rows, 2 columns and 2 counts'],
    ['with a column too few', { ...snapshot, column: [0] }, 'it has 2 rows, 1 columns and 2 counts'],
    ['with a row beyond its labels', { ...snapshot, row: [0, 2] }, 'row 2 is beyond the 2 labels'],
    ['with a row below 0', { ...snapshot, row: [0, -1] }, 'row.1 is not'],
    ['with half a row', { ...snapshot, row: [0, 0.5] }, 'row.1 is not'],
    ['with a label without a cell', { ...snapshot, row: [0, 0] }, 'a row has a label but no cell'],
    [
      'with a cell twice',
      { ...snapshot, targetLabels: [5], row: [0, 0], column: [0, 0], predLabels: [0] },
      'a cell appears twice',
    ],
    ['with a label twice', { ...snapshot, predLabels: [0, 0] }, 'two columns have the same label'],
    ['with 0 and −0', { ...snapshot, predLabels: [0, -0] }, 'two columns have the same label'],
    ['with labels of two kinds', { ...snapshot, predLabels: [0, '1'] }, 'predLabels'],
    ['with a label that is no whole number', { ...snapshot, predLabels: [0, 0.5] }, 'predLabels'],
    ['with a label above 2^53', { ...snapshot, predLabels: [0, 2 ** 53] }, 'predLabels'],
    ['with null as label', { ...snapshot, targetLabels: [5, null] }, 'targetLabels'],
  ];

  test.each(refused)('%s', (_, value, message) => {
    const call = () => ContingencyTable.fromJSON(value);
    expect(call).toThrow(MetricStateError);
    expect(call).toThrow(message);
  });

  test('and its labels need not be in order', () => {
    const { predLabels, column } = snapshot;
    const turned = {
      ...snapshot,
      predLabels: [...predLabels].reverse(),
      column: column.map((j) => 1 - j),
    };
    expect(ContingencyTable.fromJSON(turned).toJSON()).toEqual(snapshot);
  });
});
