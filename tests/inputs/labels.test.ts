import { describe, expect, test } from '@jest/globals';
import { ContingencyTable, mutualInfoScore, type Label, type Labels } from 'tfjs-metrics';
import { readLabels } from './readLabels.ts';

const SMALL = [0, 3, 1, 3];
const LARGEST = Number.MAX_SAFE_INTEGER;

describe('every form of whole numbers is read', () => {
  const forms: [string, Labels][] = [
    ['an array', SMALL],
    ['an array of bigints', SMALL.map(BigInt)],
    ['an array of numbers and bigints', [0, 3n, 1, 3n]],
    ['a frozen array', Object.freeze([...SMALL])],
    ['an Int8Array', Int8Array.from(SMALL)],
    ['a Uint8Array', Uint8Array.from(SMALL)],
    ['a Uint8ClampedArray', Uint8ClampedArray.from(SMALL)],
    ['an Int16Array', Int16Array.from(SMALL)],
    ['a Uint16Array', Uint16Array.from(SMALL)],
    ['an Int32Array', Int32Array.from(SMALL)],
    ['a Uint32Array', Uint32Array.from(SMALL)],
    ['a Float32Array', Float32Array.from(SMALL)],
    ['a Float64Array', Float64Array.from(SMALL)],
    ['a BigInt64Array', BigInt64Array.from(SMALL.map(BigInt))],
    ['a BigUint64Array', BigUint64Array.from(SMALL.map(BigInt))],
    ['a Node Buffer', Buffer.from(SMALL)],
    ['a part of a larger array', Int32Array.from([9, 9, ...SMALL, 9]).subarray(2, 6)],
  ];

  test.each(forms)('%s', (_, labels) => {
    expect(readLabels(labels, 4)).toEqual(SMALL);
  });
});

describe('every safe integer is a valid label', () => {
  const extremes: [string, Labels, Label[]][] = [
    ['negative', [-1, -7, -1], [-1, -7, -1]],
    ['negative, of 8 bits', Int8Array.of(-128, 127), [-128, 127]],
    ['above 2^31', [2 ** 31, 2 ** 31 - 1], [2 ** 31, 2 ** 31 - 1]],
    ['unsigned, of 32 bits', Uint32Array.of(2 ** 32 - 1, 0), [2 ** 32 - 1, 0]],
    ['2^53 − 1 and its opposite', [LARGEST, -LARGEST], [LARGEST, -LARGEST]],
    ['2^53 − 1 in float64', Float64Array.of(LARGEST, -LARGEST), [LARGEST, -LARGEST]],
    ['2^53 − 1 as bigint', [BigInt(LARGEST), -BigInt(LARGEST)], [LARGEST, -LARGEST]],
    ['2^53 − 1 in 64 bits', BigInt64Array.of(BigInt(LARGEST), -1n), [LARGEST, -1]],
    ['as float32 rounds it', Float32Array.of(2 ** 24, 2 ** 40), [2 ** 24, 2 ** 40]],
  ];

  test.each(extremes)('%s', (_, labels, expected) => {
    expect(readLabels(labels, expected.length)).toEqual(expected);
  });

  test('−0 is 0', () => {
    for (const labels of [[-0, 0], Float64Array.of(-0, 0), [-0, 0, 2 ** 40].slice(0, 2)]) {
      const table = ContingencyTable.of(labels, [5, 5]);
      expect(table.predLabels).toEqual([0]);
    }
  });

  test('−0 is 0 among labels of more than 32 bits too', () => {
    const table = ContingencyTable.of([2 ** 40, -0, 0], [1, 1, 1]);
    expect(table.predLabels).toEqual([0, 2 ** 40]);
    expect(Object.is(table.predLabels[0], 0)).toBe(true);
  });
});

describe('labels of 32 bits and more, in arrays longer than what is converted at a time', () => {
  const LENGTH = 5000;
  const RANGE = [-(2 ** 31), 2 ** 31 - 1];
  const BEYOND = [-(2 ** 31) - 1, 2 ** 31];

  /** Returns labels whose last two are `ends`. */
  const labelsUpTo = (ends: readonly number[]): number[] =>
    Array.from({ length: LENGTH }, (_, i) => ends[i - LENGTH + 2] ?? i % 7);

  test.each([
    ['within 32 bits', RANGE],
    ['beyond 32 bits', BEYOND],
  ])('%s', (_, ends) => {
    const labels = labelsUpTo(ends);
    const forms: Labels[] = [
      labels,
      labels.map((label) => label + 0.5).map((label) => label - 0.5),
      labels.map(BigInt),
      labels.map((label, i) => (i % 2 === 0 ? label : BigInt(label))),
      Float64Array.from(labels),
      BigInt64Array.from(labels, BigInt),
      BigInt64Array.from([9, ...labels], BigInt).subarray(1),
    ];
    for (const form of forms) expect(readLabels(form, LENGTH)).toEqual(labels);
  });

  test('unsigned integers', () => {
    const labels = labelsUpTo([2 ** 31, 2 ** 32 - 1]);
    expect(readLabels(Uint32Array.from(labels), LENGTH)).toEqual(labels);
    expect(readLabels(BigUint64Array.from(labels, BigInt), LENGTH)).toEqual(labels);
    expect(readLabels(Uint32Array.from(labelsUpTo([0, 2 ** 31 - 1])), LENGTH)).toEqual(labelsUpTo([0, 2 ** 31 - 1]));
  });

  test('float32 tensors with −0', () => {
    const data = Float32Array.from(labelsUpTo([-0, 2 ** 30]));
    const labels = readLabels({ data, dims: [LENGTH, 1], type: 'float32' }, LENGTH);
    expect(labels.slice(-2)).toEqual([0, 2 ** 30]);
  });

  test.each([NaN, 0.5, 2 ** 53, -Infinity])('%d at the end is rejected with its index', (value) => {
    const labels = labelsUpTo([0, value]);
    for (const form of [labels, Float32Array.from(labels), Float64Array.from(labels)]) {
      expect(() => readLabels(form, LENGTH)).toThrow(`preds[${LENGTH - 1}]: expected`);
    }
  });

  test.each([null, undefined, '1', true, {}])('%p among numbers and booleans is rejected with its index', (value) => {
    const numbers: unknown[] = labelsUpTo([0, 0]);
    const booleans: unknown[] = numbers.map((label) => label === 0);
    for (const labels of value === true ? [numbers] : [numbers, booleans]) {
      labels[4000] = value;
      expect(() => readLabels(labels as number[], LENGTH)).toThrow('preds[4000]: expected');
    }
  });

  test('a missing element of a sparse array is rejected with its index', () => {
    for (const labels of [labelsUpTo([0, 0]), labelsUpTo([0, 0]).map(Boolean), labelsUpTo([0, 0]).map(String)]) {
      delete labels[4000];
      expect(() => readLabels(labels, LENGTH)).toThrow('preds[4000]: expected a label, got undefined');
    }
  });
});

test('any nonzero element of a boolean tensor is true', () => {
  const data = Float32Array.of(0, 2, -0, NaN, 1);
  expect(readLabels({ data, dims: [5], type: 'bool' }, 5)).toEqual([false, true, false, true, true]);
});

describe('labels of other types', () => {
  test('strings', () => {
    const labels = ['b', '', 'a b', 'é', '1'];
    expect(readLabels(labels, 5)).toEqual(labels);
  });

  test('names of properties of Object.prototype are ordinary labels', () => {
    const labels = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    expect(readLabels(labels, 4)).toEqual(labels);
  });

  test('booleans', () => {
    expect(readLabels([true, false, true], 3)).toEqual([true, false, true]);
  });

  test('the two sides may have labels of different kinds', () => {
    expect(mutualInfoScore(['x', 'x', 'y'], [true, true, false])).toBeCloseTo(0.636514, 6);
  });

  test('"1", 1 and true are three labels, of three kinds', () => {
    expect(readLabels(['1'], 1)).toEqual(['1']);
    expect(readLabels([1], 1)).toEqual([1]);
    expect(readLabels([true], 1)).toEqual([true]);
  });
});

describe('empty labels', () => {
  const empty: [string, Labels][] = [
    ['an array', []],
    ['a typed array', new Float32Array(0)],
    ['a BigInt64Array', new BigInt64Array(0)],
  ];

  test.each(empty)('%s of length 0 is valid', (_, labels) => {
    expect(ContingencyTable.of(labels, []).n).toBe(0);
  });

  test('they do not fix the kind of later labels', () => {
    const table = ContingencyTable.of([], []).add(['a'], [1]).add([], []).add(['b'], [1]);
    expect(table.predLabels).toEqual(['a', 'b']);
  });
});

test('changes of the labels after the call have no effect', () => {
  const preds = Int32Array.of(0, 1);
  const target = Float64Array.of(0, 1);
  const table = ContingencyTable.of(preds, target);
  preds.fill(7);
  target.fill(7);
  expect(table.toMatrix()).toEqual([
    [1, 0],
    [0, 1],
  ]);
});

test('labels are not changed by counting them', () => {
  const preds = Int32Array.from({ length: 200_000 }, (_, i) => Math.imul(i, 40_503));
  const copy = preds.slice();
  ContingencyTable.of(preds, preds).toJSON();
  expect(preds).toEqual(copy);
});
