import { describe, expect, test } from '@jest/globals';
import { areWithin } from '../../../src/numeric/kernels/areWithin.ts';
import { bitsOf } from '../../../src/numeric/kernels/bitsOf.ts';
import { coveragesOf } from '../../../src/numeric/kernels/coveragesOf.ts';
import { marksAbove } from '../../../src/numeric/kernels/marksAbove.ts';
import { valueKernels } from '../../../src/numeric/kernels/valueKernels.ts';
import { valueLoops, type BinTable, type ValueLoops } from '../../../src/numeric/kernels/valueLoops.ts';
import { hash32 } from '../../parity/hashLabels.ts';

const SIZES = [1, 2, 3, 15, 16, 17, 2047, 2048, 2049, 5000];
const TYPES = [Float64Array, Float32Array, Int32Array, Uint8Array] as const;

/** Values, with every value of `strange` at some place. */
function valuesOf(n: number, strange: readonly number[]): Float64Array {
  return Float64Array.from({ length: n }, (_, i) =>
    i % 7 === 3 ? strange[i % strange.length]! : hash32(i, 1) / 2 ** 32,
  );
}

describe.each(SIZES)('%d values', (n) => {
  test.each(TYPES)('areWithin finds the only value outside, in %p', (Type) => {
    const values = Type.from(Array.from({ length: n }, (_, i) => 1 + (hash32(i, 1) % 5)));
    expect(areWithin(values, 1, 5)).toBe(true);
    for (const at of [0, n >> 1, n - 1]) {
      for (const outside of [0, 6]) {
        const copy = Type.from(values);
        copy[at] = outside;
        expect(areWithin(copy, 1, 5)).toBe(false);
      }
    }
  });

  test('NaN and infinite values are outside', () => {
    for (const outside of [NaN, Infinity, -Infinity]) {
      const values = new Float32Array(n);
      values[n - 1] = outside;
      expect(areWithin(values, -Number.MAX_VALUE, Number.MAX_VALUE)).toBe(false);
    }
  });

  test.each(TYPES)('bitsOf returns 0 and 1 as bytes, and nothing for others, in %p', (Type) => {
    const values = Type.from(Array.from({ length: n }, (_, i) => hash32(i, 1) & 1));
    expect(bitsOf(values)).toEqual(Uint8Array.from(values));
    for (const other of [
      2,
      ...(Type === Uint8Array ? [] : [-1]),
      ...(Type.name.startsWith('F') ? [0.5, NaN, Infinity] : []),
    ]) {
      const copy = Type.from(values);
      copy[n - 1] = other;
      expect(bitsOf(copy)).toBeUndefined();
    }
  });

  test('marksAbove compares each value with the threshold', () => {
    const values = valuesOf(n, [0.25, NaN, Infinity, -Infinity]);
    expect(marksAbove(values, 0.25)).toEqual(Uint8Array.from(values, (value) => (value > 0.25 ? 1 : 0)));
  });
});

test('coverages are those of a double loop over labels', () => {
  for (const size of [2, 3, 10, 3000]) {
    const n = 7;
    const scores = Float32Array.from({ length: n * size }, (_, k) => (hash32(k, 1) % 50) - 25);
    const bits = Uint8Array.from({ length: n * size }, (_, k) => (k < size ? 2 : k < 2 * size ? 0 : hash32(k, 2) % 3));
    const coverages = Array.from({ length: n }, (_, i) => {
      const labels = Array.from({ length: size }, (__, j) => i * size + j).filter((k) => bits[k] !== 2);
      const own = labels.filter((k) => bits[k] === 1);
      const covered = labels.filter((k) =>
        own.some((other) => own.every((o) => scores[o]! >= scores[other]!) && scores[k]! >= scores[other]!),
      );
      return labels.length === 0 ? NaN : covered.length;
    });
    expect(Array.from(coveragesOf(scores, bits, size))).toEqual(coverages);
  }
});

/** Table of bins, whose grid has as many cells as given. */
function tableOf(edges: readonly number[], cells: number): BinTable {
  const [low, high] = [edges[0]!, edges.at(-1)!];
  const scale = (cells - 1) / (high - low);
  const counts = new Int32Array(cells);
  for (const edge of edges) counts[((edge - low) * scale) | 0]!++;
  const firsts = Int32Array.from({ length: cells + 1 }, (_, cell) =>
    counts.slice(0, cell).reduce((sum, count) => sum + count, 0),
  );
  return {
    edges: Float64Array.from([...edges, NaN]),
    firsts,
    low,
    high,
    scale,
    isSparse: counts.every((count) => count <= 1),
  };
}

/** Arrays in the memory of the loops. */
interface OwnArrays {
  readonly loops: ValueLoops;
  readonly values: Float64Array;
  readonly groups: Uint8Array;
  readonly marks: Uint8Array;
  readonly places: Int32Array;
  readonly sums: Float64Array;
  readonly table: BinTable;
}

const N = 1008;

/** Copies arrays into the memory of the loops, where they are valid until the next use of a kernel. */
function load(values: Float64Array, groups: Uint8Array, table: BinTable = tableOf([0, 1], 2)): OwnArrays {
  const kernels = valueKernels(2 ** 17);
  const [edges, firsts] = [kernels.floats(table.edges.length), kernels.ints(table.firsts.length)];
  edges.set(table.edges);
  firsts.set(table.firsts);
  const [own, ownGroups] = [kernels.floats(N), kernels.bytes(N)];
  own.set(values);
  ownGroups.set(groups);
  const results = { marks: kernels.bytes(N), places: kernels.ints(N), sums: kernels.floats(N).fill(0) };
  return { loops: kernels.loops, values: own, groups: ownGroups, ...results, table: { ...table, edges, firsts } };
}

describe('each loop gives the same numbers with and without WebAssembly', () => {
  const values = valuesOf(N, [-1, 0, 1, 2, 1e300, -1e300]);
  const strange = valuesOf(N, [NaN, Infinity, -Infinity]);
  const groups = Uint8Array.from({ length: N }, (_, i) => hash32(i, 2) % 3);

  test('the loops are those of WebAssembly', () => {
    expect(valueKernels(100).loops).not.toBe(valueLoops);
    expect(valueKernels(2 ** 33).loops).toBe(valueLoops);
  });

  test.each([
    ['sparse', Array.from({ length: 11 }, (_, k) => k / 10), 64],
    ['dense', [0, 1e-9, 0.2, 0.21, 0.22, 0.23, 1], 16],
    ['all in one cell', [0.2, 0.4, 0.6, 0.7], 1],
  ])('places in bins that are %s, and sums', (_, edges, cells) => {
    const table = tableOf(edges, cells);
    const bins = edges.length + 1;
    const own = load(values, groups, table);
    const places = new Int32Array(N);
    own.loops.findPlaces(N, own.values, own.groups, bins, own.table, own.places);
    valueLoops.findPlaces(N, values, groups, bins, table, places);
    const expected = Int32Array.from(
      values,
      (value, k) => groups[k]! * bins + edges.filter((edge) => edge <= value).length,
    );
    expect(places).toEqual(expected);
    expect(own.places.slice()).toEqual(expected);
    const sums = new Float64Array(N);
    valueLoops.addOnes(N, places, sums);
    valueLoops.addValues(N, places, sums, values);
    own.loops.addOnes(N, own.places, own.sums);
    own.loops.addValues(N, own.places, own.sums, own.values);
    expect(own.sums.slice()).toEqual(sums);
  });

  test('values that are not finite stay in the range of their group', () => {
    const table = tableOf([0, 1e-9, 0.2, 0.21, 1], 16);
    const own = load(strange, groups, table);
    const places = new Int32Array(N);
    own.loops.findPlaces(N, own.values, own.groups, 6, own.table, own.places);
    valueLoops.findPlaces(N, strange, groups, 6, table, places);
    expect(own.places.map((place) => Math.floor(place / 6))).toEqual(Int32Array.from(groups));
    expect(places.map((place) => Math.floor(place / 6))).toEqual(Int32Array.from(groups));
  });

  test('marks', () => {
    const own = load(strange, groups);
    const marks = new Uint8Array(N);
    own.loops.markAbove(N, own.values, 0.5, own.marks);
    valueLoops.markAbove(N, strange, 0.5, marks);
    expect(own.marks.slice()).toEqual(marks);
  });

  test.each([
    [0, true, true],
    [1, true, true],
    [-0, true, true],
    [0.5, false, true],
    [-1, false, false],
    [Infinity, false, false],
    [NaN, false, false],
  ] as const)('checks of %d', (value, isBit, isWithin) => {
    const own = load(new Float64Array(N), groups);
    own.values[N - 3] = value;
    for (const loops of [own.loops, valueLoops]) {
      expect([loops.areBits(N, own.values), loops.areWithin(N, own.values, 0, 1)]).toEqual([isBit, isWithin]);
    }
  });

  test('coverages', () => {
    const own = load(values, groups);
    const expected = new Float64Array(N);
    own.loops.findCoverages(100, 10, own.values, own.groups, own.sums);
    valueLoops.findCoverages(100, 10, values, groups, expected);
    expect(own.sums.slice()).toEqual(expected);
  });
});
