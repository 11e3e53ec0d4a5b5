import { describe, expect, test } from '@jest/globals';
import { countCodePairs } from '../../../src/numeric/kernels/countCodePairs.ts';
import { hash32 } from '../../parity/hashLabels.ts';

const SIDE = 16;

const codes = (size: number, seed: number, low: number): Int32Array =>
  Int32Array.from({ length: size }, (_, i) => low + (hash32(i, seed) % SIDE));

/** Counts pairs [from, end) in a new matrix. */
function countByLoop(target: Int32Array, preds: Int32Array, top: number, left: number, from: number, end: number) {
  const counts = new Int32Array(SIDE * SIDE);
  for (let i = from; i < end; i++) counts[(target[i]! - top) * SIDE + preds[i]! - left]!++;
  return counts;
}

const emptyMatrix = (top: number, left: number) => ({
  counts: new Int32Array(SIDE * SIDE),
  top,
  left,
  rows: SIDE,
  columns: SIDE,
});

describe.each([
  [0, 0],
  [-9, 5],
  [-(2 ** 31), 2 ** 31 - SIDE],
])('codes from %d and %d on', (top, left) => {
  test.each([4096, 4099, 16_384, 2 * 16_384, 50_001])('%d pairs are counted but for the last three', (size) => {
    const [target, preds] = [codes(size, 1, top), codes(size, 2, left)];
    const matrix = emptyMatrix(top, left);
    const end = countCodePairs(matrix, target, preds, 0);
    expect(end).toBe(size - (size % 4));
    expect(matrix.counts).toEqual(countByLoop(target, preds, top, left, 0, end));
  });

  test.each([0, 1, 4, 6, 7, 5001, 16_383, 16_384, 16_386, 40_001])('the pair %d is outside', (outside) => {
    for (const side of [0, 1]) {
      for (const distance of [-1, SIDE, 2 ** 31]) {
        const pairs = [codes(50_001, 1, top), codes(50_001, 2, left)] as const;
        const first = [top, left][side]!;
        pairs[side]![outside] = first + distance;
        const matrix = emptyMatrix(top, left);
        const end = countCodePairs(matrix, ...pairs, 0);
        expect(end).toBe(outside - (outside % 4));
        expect(matrix.counts).toEqual(countByLoop(...pairs, top, left, 0, end));
      }
    }
  });
});

test('counts are added to those of the matrix, from the given index on', () => {
  const [target, preds] = [codes(10_007, 1, 0), codes(10_007, 2, 0)];
  const matrix = emptyMatrix(0, 0);
  matrix.counts.fill(5);
  const end = countCodePairs(matrix, target, preds, 3);
  expect(end).toBe(10_007);
  expect(matrix.counts).toEqual(countByLoop(target, preds, 0, 0, 3, end).map((count) => count + 5));
});

test('few pairs, and pairs of a large matrix, are left to the caller', () => {
  const [target, preds] = [codes(4095, 1, 0), codes(4095, 2, 0)];
  expect(countCodePairs(emptyMatrix(0, 0), target, preds, 0)).toBe(0);
  const large = { counts: new Int32Array(2 ** 20), top: 0, left: 0, rows: 2 ** 10, columns: 2 ** 10 };
  expect(countCodePairs(large, new Int32Array(2 ** 19), new Int32Array(2 ** 19), 7)).toBe(7);
  expect(large.counts.every((count) => count === 0)).toBe(true);
});
