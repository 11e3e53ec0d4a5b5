import { describe, expect, test } from '@jest/globals';
import { ContingencyTable } from 'tfjs-metrics';
import { hash32 } from '../../parity/hashLabels.ts';
import { entriesOf, TableByMap } from './tableByMap.ts';

/** Returns the label of the i-th sample of a stream, on one of its sides. */
type LabelOf = (i: number, side: number) => number | string;

const below = (i: number, side: number, size: number): number => hash32(i, side) % size;

const streams: [string, LabelOf][] = [
  ['few labels', (i, side) => below(i, side, 7)],
  ['negative labels', (i, side) => below(i, side, 40) - 20],
  ['one label', () => 3],
  ['sparse labels', (i, side) => below(i, side, 9) * 400_000_003 - 1_700_000_000],
  ['labels near the largest 32-bit integer', (i, side) => 2 ** 31 - 1 - below(i, side, 30)],
  [
    'the largest 32-bit integers, then the smallest',
    (i, side) => (i < 1500 ? 2 ** 31 - 1 - below(i, side, 8) : below(i, side, 8) - 2 ** 31),
  ],
  ['the smallest and the largest 32-bit integer', (i, side) => (below(i, side, 2) === 0 ? -(2 ** 31) : 2 ** 31 - 1)],
  ['labels beyond 32 bits', (i, side) => below(i, side, 50) * 2 ** 33],
  [
    'labels that later exceed 32 bits',
    (i, side) => (i < 1500 ? below(i, side, 50) : below(i, side, 50) + 2 ** 31 - 25),
  ],
  ['strings', (i, side) => `label ${below(i, side, 60)}`],
  ['a different string for each sample', (i, side) => `label ${side} ${i}`],
  ['a range that grows upwards', (i, side) => Math.floor(i / 5) + below(i, side, 3)],
  ['a range that grows downwards', (i, side) => 0 - Math.floor(i / 5) - below(i, side, 3)],
  [
    'a range that grows in both directions',
    (i, side) => (i % 2 === 0 ? 1 : -1) * Math.floor(i / 4) + below(i, side, 3),
  ],
  ['two distant groups in turns', (i, side) => (Math.floor(i / 500) % 2) * 1e9 + below(i, side, 20)],
  ['many labels', (i, side) => below(i, side, 5000)],
  ['labels over the whole range of 32 bits', (i, side) => hash32(i, side) | 0],
  ['many labels, then few', (i, side) => (i < 1000 ? below(i, side, 1e5) : below(i, side, 10))],
  ['few labels, then many', (i, side) => (i < 1000 ? below(i, side, 10) : below(i, side, 1e5))],
];

const SAMPLES = 3000;

describe.each(streams)('%s', (_, labelOf) => {
  const indices = Array.from({ length: SAMPLES }, (__, i) => i);
  const preds = indices.map((i) => labelOf(i, 1)) as number[];
  const target = indices.map((i) => labelOf(i, 2)) as number[];
  const expected = new TableByMap().add(preds, target).entries();

  test.each([1, 13, 700, SAMPLES])('have the counts of a map in batches of %d', (size) => {
    const table = new ContingencyTable();
    for (let start = 0; start < SAMPLES; start += size) {
      table.add(preds.slice(start, start + size), target.slice(start, start + size));
      // Reading in between must not change the counts.
      if (start % 97 === 0) void table.n;
    }
    expect(entriesOf(table)).toEqual(expected);
  });

  test('have the weighted counts of a map', () => {
    const sampleWeight = indices.map((i) => (i % 5) / 4);
    const table = ContingencyTable.of(preds, target, { sampleWeight });
    const byMap = new TableByMap();
    indices.forEach((i) => byMap.add([preds[i]!], [target[i]!], sampleWeight[i]!));
    expect(entriesOf(table)).toEqual(byMap.entries());
  });

  test('have the counts of a map if only some batches have weights', () => {
    const table = new ContingencyTable();
    const byMap = new TableByMap();
    for (let start = 0, size = 1; start < SAMPLES; start += size, size = (7 * size) % 61) {
      const batch = [preds.slice(start, start + size), target.slice(start, start + size)] as const;
      const weight = 1 + (start % 3);
      const sampleWeight = batch[0].map(() => weight);
      table.add(...batch, weight === 1 ? undefined : { sampleWeight });
      byMap.add(...batch, weight);
      if (weight === 3) void table.n;
    }
    expect(entriesOf(table)).toEqual(byMap.entries());
  });

  test('can be counted in two parts, merged, and subtracted again', () => {
    const [first, second] = [0, 1].map((half) => {
      const inHalf = (__: unknown, i: number): boolean => hash32(i, 9) % 2 === half;
      return ContingencyTable.of(preds.filter(inHalf), target.filter(inHalf));
    }) as [ContingencyTable, ContingencyTable];
    const merged = first.clone().merge(second);
    expect(entriesOf(merged)).toEqual(expected);
    expect(entriesOf(merged.subtract(second))).toEqual(entriesOf(first));
  });

  test('have sizes and a total that agree with the cells', () => {
    const table = ContingencyTable.of(preds, target);
    const { row, column, count, targetLabels, predLabels } = table.cells;
    const sizes = [targetLabels, predLabels].map((labels) => new Float64Array(labels.length));
    count.forEach((c, k) => {
      sizes[0]![row[k]!]! += c;
      sizes[1]![column[k]!]! += c;
    });
    expect([table.targetSizes, table.predSizes]).toEqual(sizes);
    expect(table.n).toBe(SAMPLES);
  });
});

test('a batch with more pairs than are sorted at once has the counts of a map', () => {
  const size = 1_100_000;
  const preds = Int32Array.from({ length: size }, (_, i) => (hash32(i, 1) % 300) * 1e6);
  const target = Int32Array.from({ length: size }, (_, i) => (hash32(i, 2) % 3) * 1e9);
  const expected = new Map<number, number>();
  for (let i = 0; i < size; i++) {
    const key = target[i]! * 1e9 + preds[i]!;
    expected.set(key, (expected.get(key) ?? 0) + 1);
  }
  const entries = entriesOf(ContingencyTable.of(preds, target));
  expect(entries).toHaveLength(expected.size);
  const wrong = entries.filter(({ pred, target: t, count }) => expected.get(Number(t) * 1e9 + Number(pred)) !== count);
  expect(wrong).toEqual([]);
});

/** Batches so large that WebAssembly counts them, with labels that leave the matrix in the middle of a batch. */
const largeBatches: [string, (i: number, side: number) => number][] = [
  ['negative labels', (i, side) => below(i, side, 40) - 20],
  ['a label outside once', (i, side) => (i === 9001 ? 100 * side : below(i, side, 10))],
  ['labels that grow', (i, side) => Math.floor(i / 200) + below(i, side, 3)],
  ['labels that fall', (i, side) => 0 - Math.floor(i / 300) - below(i, side, 3)],
  ['the largest 32-bit integers', (i, side) => 2 ** 31 - 1 - below(i, side, 30)],
];

test.each(largeBatches)('large batches of %s have the counts of a map', (_, labelOf) => {
  const size = 30_003;
  const labelsOf = (side: number): Int32Array => Int32Array.from({ length: size }, (__, i) => labelOf(i, side));
  const [preds, target] = [labelsOf(1), labelsOf(2)];
  const table = new ContingencyTable();
  const byMap = new TableByMap();
  for (const [start, end, weight] of [
    [0, 12_001, 1],
    [12_001, 17_000, 2],
    [17_000, size, 1],
  ] as const) {
    const batch = [preds.slice(start, end), target.slice(start, end)] as const;
    table.add(...batch, weight === 1 ? undefined : { sampleWeight: weight });
    byMap.add(Array.from(batch[0]), Array.from(batch[1]), weight);
  }
  expect(entriesOf(table)).toEqual(byMap.entries());
});

test('a count exceeds the range of 32 bits', () => {
  const zeros = new Int32Array(2 ** 24);
  const table = new ContingencyTable();
  for (let batch = 0; batch < 129; batch++) table.add(zeros, zeros);
  expect(table.cells.count).toEqual(Float64Array.of(129 * 2 ** 24));
}, 120_000);
