import { describe, test } from '@jest/globals';
import { bCubedScore } from 'tfjs-metrics';
import { expectClose } from '../../expectClose.ts';
import { hash32 } from '../../parity/hashLabels.ts';

/** Mean over samples of the share of the sample's `within` group that has the same `of` label. */
function averageShare(within: readonly number[], of: readonly number[]): number {
  const shares = within.map((group, i) => {
    const members = within.flatMap((other, j) => (other === group ? [j] : []));
    return members.filter((j) => of[j] === of[i]).length / members.length;
  });
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

describe('equals the definition over samples', () => {
  const cases = [1, 2, 3, 4, 5, 6].map((seed) => {
    const labels = (side: number, k: number): number[] =>
      Array.from({ length: 10 * seed + 3 }, (_, i) => hash32(i, 10 * seed + side) % k);
    return [seed, labels(1, seed + 1), labels(2, 7 - seed)] as const;
  });

  test.each(cases)('random labels %d', (_, preds, target) => {
    const precision = averageShare(preds, target);
    const recall = averageShare(target, preds);
    expectClose(bCubedScore(preds, target, { component: 'precision' }), precision);
    expectClose(bCubedScore(preds, target, { component: 'recall' }), recall);
    for (const beta of [0, 0.5, 1, 2, 100]) {
      const fScore = ((1 + beta ** 2) * precision * recall) / (beta ** 2 * precision + recall);
      expectClose(bCubedScore(preds, target, { beta }), fScore);
    }
  });
});

describe('a worked example', () => {
  // Clusters {1, 1, 2} and {2}: precision (2/3 + 2/3 + 1/3 + 1)/4, recall (1 + 1 + 1/2 + 1/2)/4.
  const [preds, target] = [
    ['a', 'a', 'a', 'b'],
    [1, 1, 2, 2],
  ];

  test('precision', () => {
    expectClose(bCubedScore(preds!, target!, { component: 'precision' }), 2 / 3);
  });

  test('recall', () => {
    expectClose(bCubedScore(preds!, target!, { component: 'recall' }), 3 / 4);
  });

  test('F-score', () => {
    expectClose(bCubedScore(preds!, target!), 12 / 17);
  });

  test('one cluster of four classes', () => {
    expectClose(bCubedScore([0, 0, 0, 0], [0, 1, 2, 3], { component: 'precision' }), 1 / 4);
    expectClose(bCubedScore([0, 0, 0, 0], [0, 1, 2, 3], { component: 'recall' }), 1);
    expectClose(bCubedScore([0, 0, 0, 0], [0, 1, 2, 3]), 2 / 5);
  });
});

test('swapping the arguments swaps precision and recall', () => {
  const [a, b] = [
    [0, 0, 1, 1, 2],
    [0, 1, 1, 1, 1],
  ];
  expectClose(bCubedScore(a!, b!, { component: 'precision' }), bCubedScore(b!, a!, { component: 'recall' }));
});

test('with a very large beta the F-score is the recall', () => {
  const [preds, target] = [
    [0, 0, 1],
    [0, 1, 1],
  ];
  for (const beta of [1e9, 1e200]) {
    expectClose(bCubedScore(preds!, target!, { beta }), bCubedScore(preds!, target!, { component: 'recall' }));
  }
});
