import { expect, test } from '@jest/globals';
import { ContingencyTable } from 'tfjs-metrics';

const SIZE = 6000;

/** Distinct integers of more than 32 bits, unsorted, of both signs, with −0 among them. */
const LABELS = Float64Array.from({ length: SIZE }, (_, i) => (((i * 1777) % SIZE) - 3000) * 2 ** 40);
const TARGET = LABELS.map((label) => (label === 0 ? -0 : Math.abs(label)));

/** Counts pairs one by one, sorted by target, then by preds. */
function countPairs(preds: Float64Array, target: Float64Array): [number, number, number][] {
  const counts = new Map<string, [number, number, number]>();
  preds.forEach((pred, i) => {
    const key = `${pred + 0} ${target[i]! + 0}`;
    const known = counts.get(key) ?? [target[i]! + 0, pred + 0, 0];
    counts.set(key, [known[0], known[1], known[2] + 1]);
  });
  return [...counts.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

const entriesOf = (table: ContingencyTable): [number, number, number][] =>
  Array.from(table.entries(), ({ pred, target, count }) => [target as number, pred as number, count]);

test('many distinct integers of more than 32 bits are counted and sorted', () => {
  const table = ContingencyTable.of(LABELS, TARGET);
  expect(entriesOf(table)).toEqual(countPairs(LABELS, TARGET));
  expect(table.predLabels).toEqual([...LABELS].map((label) => label + 0).sort((a, b) => a - b));
});

test('later batches, clones, merged and subtracted tables have the same labels', () => {
  const more = Float64Array.of(2 ** 40, 2 ** 33, 2 ** 41, 2 ** 33, 5);
  const table = ContingencyTable.of(LABELS, TARGET);
  const copy = table.clone();
  table.add(more, more);
  const both = (a: Float64Array, b: Float64Array): Float64Array => Float64Array.of(...a, ...b);
  const expected = countPairs(both(LABELS, more), both(TARGET, more));
  expect(entriesOf(table)).toEqual(expected);
  expect(entriesOf(copy.clone().add(more, more))).toEqual(expected);
  expect(entriesOf(ContingencyTable.of(more, more).merge(copy))).toEqual(expected);
  expect(entriesOf(copy.clone().merge(ContingencyTable.of(more, more)))).toEqual(expected);
  expect(entriesOf(table.subtract(copy))).toEqual(countPairs(more, more));
});

test('equal labels among many distinct ones are one label', () => {
  const twice = Float64Array.of(...LABELS, ...LABELS);
  const table = ContingencyTable.of(twice, twice.map(Math.abs));
  expect(entriesOf(table)).toEqual(countPairs(twice, twice.map(Math.abs)));
});
