import { expect, test } from '@jest/globals';
import { empty, withoutScratchMemory, withScratchMemory, zeros } from '../../src/numeric/withScratchMemory.ts';
import { ContingencyTable, MultiwayTable } from '../../src/index.ts';
import * as scores from '../../src/functional/index.ts';
import { hashLabels } from '../parity/hashLabels.ts';

const N = 2 ** 15;

/** Calls a function in scratch memory that has room for its arrays, and returns the arrays. */
function arraysOf(create: () => (Int32Array | Float64Array)[]): (Int32Array | Float64Array)[] {
  let arrays: (Int32Array | Float64Array)[] = [];
  for (let call = 0; call < 2; call++) {
    withScratchMemory(() => {
      arrays = create();
      return arrays.length;
    });
  }
  return arrays;
}

test('arrays of one call do not overlap, and the next call reuses their memory', () => {
  const create = (): (Int32Array | Float64Array)[] => [empty(Int32Array, N + 1), empty(Float64Array, N)];
  const [ints, floats] = arraysOf(create) as [Int32Array, Float64Array];
  expect(ints).toHaveLength(N + 1);
  expect(floats).toHaveLength(N);
  expect(floats.buffer).toBe(ints.buffer);
  expect(floats.byteOffset).toBeGreaterThanOrEqual(ints.byteOffset + ints.byteLength);
  const [again] = arraysOf(create) as [Int32Array];
  expect(again.buffer).toBe(ints.buffer);
  expect(again.byteOffset).toBe(ints.byteOffset);
});

test('zeros are zeros in memory that was used', () => {
  arraysOf(() => [empty(Int32Array, N).fill(1)]);
  const [counts] = arraysOf(() => [zeros(Int32Array, N)]) as [Int32Array];
  expect(counts.every((count) => count === 0)).toBe(true);
  expect(zeros(Float64Array, N).every((sum) => sum === 0)).toBe(true);
});

test('an inner call takes other memory than the outer one, and gives it back when it returns or throws', () => {
  const inner: Int32Array[] = [];
  const [before, after] = arraysOf(() => {
    const first = empty(Int32Array, N);
    withScratchMemory(() => inner.push(empty(Int32Array, N)));
    expect(() =>
      withScratchMemory(() => {
        empty(Int32Array, N);
        throw new RangeError('inner');
      }),
    ).toThrow('inner');
    return [first, empty(Int32Array, N)];
  });
  const last = inner.at(-1)!;
  expect(last.buffer).toBe(before!.buffer);
  expect(last.byteOffset).toBeGreaterThanOrEqual(before!.byteOffset + before!.byteLength);
  expect(after!.byteOffset).toBe(last.byteOffset);
});

test('arrays that outlive the call, and those outside of calls, have their own memory', () => {
  const [inside, kept, innermost] = arraysOf(() => {
    const first = empty(Int32Array, N);
    const innermost: Int32Array[] = [];
    const kept = withoutScratchMemory(() => {
      withScratchMemory(() => innermost.push(empty(Int32Array, N)));
      return zeros(Int32Array, N);
    });
    return [first, kept, innermost[0]!];
  });
  expect(kept!.buffer).not.toBe(inside!.buffer);
  expect(kept!.buffer.byteLength).toBe(kept!.byteLength);
  expect(innermost!.buffer).toBe(inside!.buffer);
  expect(innermost!.byteOffset).toBeGreaterThanOrEqual(inside!.byteOffset + inside!.byteLength);
  expect(empty(Int32Array, N).buffer).not.toBe(inside!.buffer);
});

const first = hashLabels({ n: N, k: 5, seed: 1, agree: 0.5 });
const second = hashLabels({ n: N, k: 5, seed: 2, agree: 0.5 });

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

/** Scores of contingency tables that accept any labels. */
const SCORES = [
  scores.mutualInfoScore,
  scores.adjustedMutualInfoScore,
  scores.adjustedRandScore,
  scores.homogeneityCompletenessVMeasure,
  scores.cramersV,
  scores.accuracy,
  scores.cohenKappa,
] as readonly ((...args: unknown[]) => unknown)[];

/** Labels of which most are distinct: their tables are sparse. */
const manyLabels = (seed: number, toLabel: (label: number) => number): [number[], number[]] => {
  const { preds, target } = hashLabels({ n: 6000, k: 4000, seed, agree: 0.5 });
  return [Array.from(preds, toLabel), Array.from(target, toLabel)];
};

test.each([
  ['32-bit', (label: number) => label * 1000],
  ['52-bit', (label: number) => label * 2 ** 40 + 1],
] as const)('scores of %s labels leave tables as they are, and do not depend on earlier calls', (_, toLabel) => {
  const labels = manyLabels(1, toLabel);
  const others = manyLabels(2, toLabel);
  const expected = SCORES.map((score) => score(...labels));
  const table = ContingencyTable.of(...labels);
  const snapshot = JSON.stringify(ContingencyTable.of(...labels));
  const ignoreLabel = labels[0][0]!;
  for (const [i, score] of SCORES.entries()) {
    // The first call reads the cells of the table, and another one overwrites the memory that it took.
    table.add(labels[0].slice(0, 1), labels[1].slice(0, 1)).subtract(labels[0].slice(0, 1), labels[1].slice(0, 1));
    expect(score(table)).toEqual(expected[i]);
    scores.mutualInfoScore(...others);
    expect(score(table, { ignoreLabel })).toEqual(score(...labels, { ignoreLabel }));
    expect(score(...labels)).toEqual(expected[i]);
    expect(score(table)).toEqual(expected[i]);
    expect(JSON.stringify(table)).toBe(snapshot);
  }
});

test.each([
  ['few', (label: number) => label % 60],
  ['many', (label: number) => label * 1000],
] as const)('a table of %s labels that is copied or read within a call outlives it', (_, toLabel) => {
  const labels = manyLabels(1, toLabel);
  const without = [labels[0][0]!, labels[1][1]!];
  const table = ContingencyTable.of(...labels);
  const copies: ContingencyTable[] = [];
  for (let call = 0; call < 2; call++) {
    withScratchMemory(() => {
      copies.push(table.without(without));
      return table.add([7], [7]).subtract([7], [7]).cells.n;
    });
  }
  scores.mutualInfoScore(...manyLabels(2, toLabel));
  expect(JSON.stringify(table)).toBe(JSON.stringify(ContingencyTable.of(...labels)));
  const expected = JSON.stringify(ContingencyTable.of(...labels).without(without));
  for (const copy of copies) expect(JSON.stringify(copy)).toBe(expected);
});

test('a metric that is used while a tensor is read outlives the score that reads it', () => {
  const labels = manyLabels(1, (label) => label * 1000);
  const others = manyLabels(2, (label) => label * 1000);
  const expected = JSON.stringify(ContingencyTable.of(...labels));
  const merged = JSON.stringify(ContingencyTable.of(...labels).merge(ContingencyTable.of(...labels)));
  const tables: ContingencyTable[] = [];
  const use = (): Int32Array => {
    const table = ContingencyTable.of(...labels);
    tables.push(table, table.clone(), ContingencyTable.of(...labels).merge(table));
    return Int32Array.from(others[0]);
  };
  const tensor = { dtype: 'int32', shape: [6000], dataSync: use, data: () => Promise.resolve(use()) };
  for (let call = 0; call < 2; call++) scores.mutualInfoScore(...others);
  expect(scores.mutualInfoScore(tensor, others[1])).toBe(scores.mutualInfoScore(...others));
  withScratchMemory(() => use().length);
  scores.mutualInfoScore(...others);
  expect(tables.map((table) => JSON.stringify(table))).toEqual([
    expected,
    expected,
    merged,
    expected,
    expected,
    merged,
  ]);
});

test('a score is computed where memory for the last one is no longer available', () => {
  const { ArrayBuffer } = globalThis;
  arraysOf(() => [empty(Float64Array, 2 ** 22)]);
  withScratchMemory(() => empty(Float64Array, 2 ** 23).length);
  try {
    globalThis.ArrayBuffer = function () {
      throw new RangeError('Array buffer allocation failed');
    } as unknown as ArrayBufferConstructor;
    expect(withScratchMemory(() => zeros(Int32Array, N).length)).toBe(N);
  } finally {
    globalThis.ArrayBuffer = ArrayBuffer;
  }
});
