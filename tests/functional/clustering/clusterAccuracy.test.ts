import { describe, expect, test } from '@jest/globals';
import { clusterAccuracy, ContingencyTable, MetricInputError } from 'tfjs-metrics';
import { expectClose } from '../../expectClose.ts';
import { hash32 } from '../../parity/hashLabels.ts';
import { permutations } from './permutations.ts';

/** Best one-to-one assignment of rows to columns, by brute force. */
function bestByTrial(matrix: readonly (readonly number[])[]): number {
  const size = Math.max(matrix.length, matrix[0]!.length);
  const places = Array.from({ length: size }, (_, i) => i);
  let best = 0;
  for (const order of permutations(places)) {
    const sum = order.reduce((total, i, j) => total + (matrix[i]?.[j] ?? 0), 0);
    if (sum > best) best = sum;
  }
  return best / matrix.flat().reduce((total, count) => total + count, 0);
}

const shapes = [
  [1, 1],
  [1, 4],
  [4, 1],
  [2, 2],
  [2, 5],
  [5, 2],
  [3, 4],
  [4, 4],
  [5, 6],
  [6, 6],
  [7, 3],
] as const;

describe.each(shapes)('%d classes, %d clusters', (rows, columns) => {
  const matrixOf = (seed: number, most: number): number[][] =>
    Array.from({ length: rows }, (_, i) =>
      Array.from({ length: columns }, (__, j) => 1 + (hash32(columns * i + j, seed) % most)),
    );

  test.each([1, 2, 3])('the matching is optimal among all matchings (seed %d)', (seed) => {
    for (const most of [2, 1000]) {
      const matrix = matrixOf(seed, most);
      expectClose(clusterAccuracy(ContingencyTable.fromMatrix(matrix)), bestByTrial(matrix));
    }
  });

  test('with empty cells and fractions', () => {
    const matrix = matrixOf(9, 8).map((row) => row.map((count) => Math.max(0, count - 4) / 8));
    matrix[0]![0] = 0.125;
    expectClose(clusterAccuracy(ContingencyTable.fromMatrix(matrix)), bestByTrial(matrix));
  });
});

test('the largest cell of each row is not always in the best matching', () => {
  // A greedy choice takes 5 and leaves 0, 5 of 13; the optimal one takes 4 + 4.
  expectClose(
    clusterAccuracy(
      ContingencyTable.fromMatrix([
        [5, 4],
        [4, 0],
      ]),
    ),
    8 / 13,
  );
});

test('samples of unmatched clusters count as wrong', () => {
  expectClose(clusterAccuracy([0, 1, 2, 3], [0, 0, 0, 0]), 1 / 4);
  expectClose(clusterAccuracy([0, 0, 0, 0], [0, 1, 2, 3]), 1 / 4);
});

test('labels can be any values and can differ between preds and target', () => {
  expect(clusterAccuracy([3, 3, 900, -7], ['x', 'x', 'y', 'z'])).toBe(1);
});

test('clusters that share no classes are matched even in very large tables', () => {
  const preds = Int32Array.from({ length: 20_000 }, (_, i) => i >> 1);
  const target = Int32Array.from({ length: 20_000 }, (_, i) => i >> 2);
  expectClose(clusterAccuracy(preds, target), 1 / 2);
});

test('too many clusters that share classes are rejected with the table size', () => {
  const preds = Int32Array.from({ length: 10_000 }, (_, i) => i >> 1);
  const target = Int32Array.from({ length: 10_000 }, (_, i) => (i + 1) >> 1);
  const call = () => clusterAccuracy(preds, target);
  expect(call).toThrow(MetricInputError);
  expect(call).toThrow('5001 × 5000');
});
