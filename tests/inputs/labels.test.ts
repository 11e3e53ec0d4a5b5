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
