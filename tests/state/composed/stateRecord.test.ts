import { expect, test } from '@jest/globals';
import { ContingencyTable, MetricInputError } from 'tfjs-metrics';
import { StateRecord } from '../../../src/state/composed/stateRecord.ts';

const record = (preds: (number | string)[]): StateRecord =>
  new StateRecord([
    ['first', ContingencyTable.of([1], [1])],
    ['second', ContingencyTable.of(preds, preds)],
  ]);

const tableOf = (states: StateRecord, name: string): ContingencyTable =>
  states.get(name) as unknown as ContingencyTable;

test('states are merged by name', () => {
  const states = record([1, 2]);
  states.merge(record([2]));
  expect([tableOf(states, 'first').n, tableOf(states, 'second').toMatrix()]).toEqual([
    2,
    [
      [1, 0],
      [0, 2],
    ],
  ]);
});

test('if one state cannot be merged, none is modified', () => {
  const states = record([1, 2]);
  expect(() => states.merge(record(['a']))).toThrow(MetricInputError);
  expect(states.toJSON()).toEqual(record([1, 2]).toJSON());
});

test('a clone shares no state with its original', () => {
  const states = record([1]);
  const copy = states.clone();
  tableOf(copy, 'first').add([1], [1]);
  expect([tableOf(states, 'first').n, tableOf(copy, 'first').n]).toEqual([1, 2]);
});

test('has() finds own names only', () => {
  const states = record([1]);
  expect([states.has('first'), states.has('third'), states.has('toString')]).toEqual([true, false, false]);
});
