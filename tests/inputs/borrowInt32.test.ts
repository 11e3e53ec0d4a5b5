import { expect, test } from '@jest/globals';
import { borrowInt32, giveBackInt32 } from '../../src/inputs/borrowInt32.ts';
import { ContingencyTable, MultiwayTable } from '../../src/index.ts';
import { hashLabels } from '../parity/hashLabels.ts';

const N = 2 ** 15;
const first = hashLabels({ n: N, k: 5, seed: 1, agree: 0.5 });
const second = hashLabels({ n: N, k: 5, seed: 2, agree: 0.5 });

test('an array is lent to one borrower at a time', () => {
  const a = borrowInt32(N);
  const b = borrowInt32(N);
  expect(b.buffer).not.toBe(a.buffer);
  giveBackInt32(a);
  giveBackInt32(a, undefined, new Int32Array(N));
  const c = borrowInt32(N / 2);
  expect(c.buffer).toBe(a.buffer);
  expect(c).toHaveLength(N / 2);
  expect(borrowInt32(N).buffer).not.toBe(a.buffer);
});

test.each([
  ['float32', (labels: Int32Array) => Float32Array.from(labels)],
  ['plain', (labels: Int32Array) => Array.from(labels)],
  ['64-bit', (labels: Int32Array) => BigInt64Array.from(labels, BigInt)],
  ['8-bit', (labels: Int32Array) => Uint8Array.from(labels)],
] as const)('tables of %s labels do not change when later labels are converted', (_, convert) => {
  const expected = ContingencyTable.of(first.preds, first.target).toMatrix();
  const table = ContingencyTable.of(convert(first.preds), convert(first.target));
  const multiway = MultiwayTable.of([convert(first.preds), convert(first.target)]);
  const later = new ContingencyTable().add(convert(second.preds), convert(second.target));
  expect(() => later.add(convert(first.preds), [...convert(first.target), 0.5] as number[])).toThrow('target');
  expect(later.toMatrix()).toEqual(ContingencyTable.of(second.preds, second.target).toMatrix());
  expect(table.toMatrix()).toEqual(expected);
  expect(multiway.pair(0, 1).toMatrix()).toEqual(expected);
});
