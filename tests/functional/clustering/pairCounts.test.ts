import { describe, expect, test } from '@jest/globals';
import { adjustedRandScore, ContingencyTable, fowlkesMallowsIndex, pairConfusionMatrix, randScore } from 'tfjs-metrics';
import { expectClose } from '../../expectClose.ts';
import { hash32 } from '../../parity/hashLabels.ts';
import { exactRatio, exactRootOfRatio } from './exactRatio.ts';

interface ExactPairs {
  readonly tn: bigint;
  readonly fp: bigint;
  readonly fn: bigint;
  readonly tp: bigint;
}

/** Ordered pairs from sums of squares, as exact BigInt values. */
function exactPairs(matrix: readonly (readonly bigint[])[]): ExactPairs {
  const sum = (values: readonly bigint[]): bigint => values.reduce((total, v) => total + v, 0n);
  const pairs = (values: readonly bigint[]): bigint => sum(values.map((v) => v * (v - 1n)));
  const rows = matrix.map(sum);
  const columns = matrix[0]!.map((_, j) => sum(matrix.map((row) => row[j]!)));
  const tp = pairs(matrix.flat());
  const together = { target: pairs(rows), preds: pairs(columns) };
  const fn = together.target - tp;
  const fp = together.preds - tp;
  return { tp, fn, fp, tn: pairs([sum(rows)]) - tp - fn - fp };
}

function randomMatrix(rows: number, columns: number, most: bigint, seed: number): bigint[][] {
  return Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (__, j) => (BigInt(hash32(i * columns + j, seed)) * most) / 2n ** 32n),
  );
}

const matrices: [string, bigint[][]][] = [
  [
    'a table of 12 samples',
    [
      [3n, 1n, 0n],
      [0n, 2n, 6n],
    ],
  ],
  [
    '5·10^12 samples in two clusters',
    [
      [2_000_000_000_000n, 1n],
      [500_000_000_000n, 2_499_999_999_999n],
    ],
  ],
  [
    '5·10^12 samples, one of them astray',
    [
      [4_999_999_999_998n, 1n],
      [0n, 1n],
    ],
  ],
  [
    '5·10^12 samples that are nearly independent',
    [
      [1_250_000_000_000n, 1_250_000_000_001n],
      [1_250_000_000_000n, 1_249_999_999_999n],
    ],
  ],
  [
    '2^53 − 1 samples',
    [
      [2n ** 52n, 2n ** 51n - 1n],
      [2n ** 50n, 2n ** 50n],
    ],
  ],
  ...[1, 2, 3, 4, 5, 6].map((seed): [string, bigint[][]] => {
    const [rows, columns] = [1 + (seed % 4) * 3, 2 + seed];
    return [
      `5·10^12 samples in ${rows} × ${columns} cells`,
      randomMatrix(rows, columns, 10n ** 13n / BigInt(rows * columns), seed),
    ];
  }),
];

describe.each(matrices)('%s', (_, matrix) => {
  const exact = exactPairs(matrix);
  const { tn, fp, fn, tp } = exact;
  const table = ContingencyTable.fromCounts(
    matrix.flatMap((row, target) => row.map((count, pred) => ({ pred, target, count }))),
  );

  test('pair counts are those of exact integer arithmetic', () => {
    const counted = pairConfusionMatrix(table).flat();
    [tn, fp, fn, tp].forEach((pairs, i) => {
      expectClose(counted[i]! / Math.max(1, Number(pairs)), pairs === 0n ? 0 : 1, 1e-14);
    });
  });

  test('the Rand score is right', () => {
    expectClose(randScore(table), exactRatio(tn + tp, tn + tp + fn + fp));
  });

  test('the adjusted Rand score is right', () => {
    const numerator = 2n * (tp * tn - fn * fp);
    const denominator = (tp + fn) * (fn + tn) + (tp + fp) * (fp + tn);
    expectClose(adjustedRandScore(table), exactRatio(numerator, denominator));
  });

  test('the Fowlkes–Mallows index is right', () => {
    expectClose(fowlkesMallowsIndex(table), exactRootOfRatio(tp * tp, (tp + fp) * (tp + fn)));
  });
});

test('pair counts equal those of a loop over all samples', () => {
  const size = 60;
  const labels = (seed: number, k: number): number[] => Array.from({ length: size }, (_, i) => hash32(i, seed) % k);
  const [preds, target] = [labels(1, 4), labels(2, 6)];
  const found = [
    [0, 0],
    [0, 0],
  ];
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      if (i !== j) found[Number(target[i] === target[j])]![Number(preds[i] === preds[j])]!++;
    }
  }
  expect(pairConfusionMatrix(preds, target)).toEqual(found);
});
