import { describe, expect, test } from '@jest/globals';
import { adjustedMutualInfoScore, ContingencyTable, entropyScore, expectedMutualInfo } from 'tfjs-metrics';
import { expectClose } from '../../../expectClose.ts';
import { permutations } from '../../clustering/permutations.ts';

/** Σ p ln(p / (p₁ p₂)), from the relative frequencies of labels and of pairs. */
function mutualInfo(preds: readonly number[], target: readonly number[]): number {
  const n = preds.length;
  const share = (holds: (i: number) => boolean): number => preds.filter((_, i) => holds(i)).length / n;
  return preds.reduce((sum, p, i) => {
    const both = share((j) => preds[j] === p && target[j] === target[i]);
    const apart = share((j) => preds[j] === p) * share((j) => target[j] === target[i]);
    return sum + Math.log(both / apart) / n;
  }, 0);
}

function averageOverPermutations(preds: readonly number[], target: readonly number[]): number {
  let [sum, number] = [0, 0];
  for (const order of permutations(preds)) {
    sum += mutualInfo(order, target);
    number++;
  }
  return sum / number;
}

const labelings: [number[], number[]][] = [
  [
    [0, 1],
    [0, 1],
  ],
  [
    [0, 0, 1],
    [0, 1, 1],
  ],
  [
    [0, 0, 1, 1],
    [0, 0, 1, 1],
  ],
  [
    [0, 1, 2, 3],
    [0, 0, 1, 1],
  ],
  [
    [0, 0, 0, 1, 1],
    [0, 1, 1, 1, 1],
  ],
  [
    [2, 1, 0, 1, 0],
    [0, 2, 1, 1, 0],
  ],
  [
    [0, 0, 0, 1, 1, 2],
    [0, 0, 1, 1, 2, 2],
  ],
  [
    [0, 0, 0, 0, 0, 1],
    [0, 1, 1, 1, 1, 1],
  ],
  [
    [0, 0, 0, 1, 1, 1, 2],
    [0, 1, 1, 2, 2, 2, 2],
  ],
  [
    [0, 0, 0, 0, 0, 0, 0],
    [0, 1, 1, 2, 2, 2, 2],
  ],
];

describe.each(labelings)('%j and %j', (preds, target) => {
  const average = averageOverPermutations(preds, target);

  test('the expectation is the average over all permutations', () => {
    expectClose(expectedMutualInfo(preds, target), average);
    expectClose(expectedMutualInfo(target, preds), average);
    expectClose(expectedMutualInfo(preds, target, { base: 2 }), average / Math.LN2);
  });

  test('the adjusted score is computed from the expectation', () => {
    const [h1, h2] = [entropyScore(preds), entropyScore(target)];
    const shared = mutualInfo(preds, target) - average;
    const means = {
      min: Math.min(h1, h2),
      max: Math.max(h1, h2),
      arithmetic: (h1 + h2) / 2,
      geometric: Math.sqrt(h1 * h2),
    };
    for (const [averageMethod, mean] of Object.entries(means)) {
      if (mean - average < 1e-9) continue;
      const options = { averageMethod: averageMethod as keyof typeof means };
      expectClose(adjustedMutualInfoScore(preds, target, options), shared / (mean - average), 1e-11);
    }
  });
});

test('the expectation depends on cluster sizes only', () => {
  const one = ContingencyTable.fromMatrix([
    [4, 0, 1],
    [1, 2, 2],
  ]);
  const other = ContingencyTable.fromMatrix([
    [2, 2, 1],
    [3, 0, 2],
  ]);
  expect(expectedMutualInfo(one)).toBe(expectedMutualInfo(other));
});

test('the score is exact if one pair of samples determines it', () => {
  // All labels but one occur once. Only whether that pair is split by the halves can vary, so the
  // score is −P(together)/P(split) when it is split, exactly −(n/2 − 1)/(n/2).
  const n = 1000;
  const target = Array.from({ length: n }, (_, i) => i % 2);
  const split = Array.from({ length: n }, (_, i) => (i === 1 ? 0 : i));
  const score = adjustedMutualInfoScore(split, target, { averageMethod: 'min' });
  expectClose(score, -(n / 2 - 1) / (n / 2), 1e-10);
});

test('the expectation tends to that of a chi-squared variable for many samples', () => {
  // 2nI has (r − 1)(c − 1) degrees of freedom in the limit.
  const n = 2 ** 40;
  const table = ContingencyTable.fromMatrix([
    [n / 4, n / 8, n / 8],
    [n / 8, n / 4, n / 8],
  ]);
  expectClose(expectedMutualInfo(table) * 2 * n, 2, 1e-9);
});
