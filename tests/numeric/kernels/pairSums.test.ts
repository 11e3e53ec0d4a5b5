import { expect, test } from '@jest/globals';
import {
  pairSummation,
  pairSumsByLoop,
  type PairSums,
  type ScaledPairs,
} from '../../../src/numeric/kernels/pairSums.ts';
import { expectClose } from '../../expectClose.ts';
import { hash32 } from '../../parity/hashLabels.ts';

const N = 3001;
const BLOCK = 1000;

const values = (seed: number): Float64Array =>
  Float64Array.from({ length: N }, (_, i) => 1e6 + hash32(i, seed) / 2 ** 32);

const pairs = (preds: ScaledPairs['preds'], target: ScaledPairs['target']): ScaledPairs => ({
  preds,
  target,
  factors: [1, 1],
});

const blocks: [start: number, end: number][] = [
  [0, 1],
  [1, 3],
  [5, 8],
  [0, BLOCK],
  [BLOCK, 2 * BLOCK - 1],
  [3000, N],
];

const numbersOf = ({ sums, squares, product }: PairSums): number[] => [...sums, ...squares, product];

test.each([
  ['float64', values(1), values(2)],
  ['float32', Float32Array.from(values(1)), Float32Array.from(values(2))],
  ['mixed', values(1), Float32Array.from(values(2))],
] as const)('sums of %s are equal with and without WebAssembly', (_, preds, target) => {
  const sumOf = pairSummation(pairs(preds, target), BLOCK);
  for (const [start, end] of blocks) {
    const actual = sumOf(start, end);
    const expected = pairSumsByLoop(pairs(preds, target), start, end);
    expect(actual.origins).toEqual(expected.origins);
    expect([actual.low, actual.high]).toEqual([expected.low, expected.high]);
    // Terms of a sum are below 1, so its rounding error is relative to their number.
    numbersOf(actual).forEach((number, k) => {
      expect(Math.abs(number - numbersOf(expected)[k]!)).toBeLessThan(1e-13 * BLOCK);
    });
  }
});

test('NaN and infinity make sums of squares not finite', () => {
  for (const wrong of [NaN, Infinity, -Infinity]) {
    for (const place of [0, 1, 7, BLOCK - 1]) {
      for (const inPreds of [true, false]) {
        const [preds, target] = [values(1), values(2)];
        (inPreds ? preds : target)[place] = wrong;
        const { squares } = pairSummation(pairs(preds, target), BLOCK)(0, BLOCK);
        expect(squares.every(Number.isFinite)).toBe(false);
      }
    }
  }
});

test('sums with factors are those of the scaled values', () => {
  const [preds, target] = [values(1), values(2)];
  const actual = pairSummation({ preds, target, factors: [2, 0.5] }, BLOCK)(10, 20);
  const expected = pairSumsByLoop(
    pairs(
      preds.map((value) => 2 * value),
      target.map((value) => value / 2),
    ),
    10,
    20,
  );
  expectClose(actual.sums[2], expected.sums[2]);
  expectClose(actual.squares[2], expected.squares[2]);
  // Those of predictions and targets are not scaled.
  expect(actual.sums[0]).toBe(expected.sums[0] / 2);
});
