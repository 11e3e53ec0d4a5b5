import { describe, expect, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import fc from 'fast-check';
import { FleissKappa, fleissKappa, MetricCollection, RatingCounts } from 'tfjs-metrics';
import { expectClose } from '../../expectClose.ts';

/** 14 raters of 10 subjects in 5 categories; a common worked example for this statistic. */
const worked = [
  [0, 0, 0, 0, 14],
  [0, 2, 6, 4, 2],
  [0, 0, 3, 5, 6],
  [0, 3, 9, 2, 0],
  [2, 2, 8, 1, 1],
  [7, 7, 0, 0, 0],
  [3, 2, 6, 3, 0],
  [2, 5, 3, 2, 2],
  [6, 5, 2, 1, 0],
  [0, 2, 2, 3, 7],
];

test('the published example gives 0.210', () => {
  expectClose(fleissKappa(worked), 0.21, 5e-4);
});

const rows = fc.tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 6 })).chain(([categories, raters]) =>
  fc.array(fc.array(fc.nat(categories - 1), { minLength: raters, maxLength: raters }), {
    minLength: 1,
    maxLength: 12,
  }),
);

/** Number of raters that chose each category of each item. */
function countsOf(chosen: number[][], categories: number): number[][] {
  return chosen.map((row) => Array.from({ length: categories }, (_, j) => row.filter((choice) => choice === j).length));
}

/** Kappa from all pairs of ratings of the same item and all pairs of ratings. */
function kappaByPairs(chosen: number[][]): number {
  const all = chosen.flat();
  let [agreeing, pairs, byChance] = [0, 0, 0];
  for (const row of chosen) {
    row.forEach((a, i) => {
      row.forEach((b, j) => {
        if (i !== j) pairs++;
        if (i !== j && a === b) agreeing++;
      });
    });
  }
  for (const a of all) for (const b of all) if (a === b) byChance++;
  const chance = byChance / all.length ** 2;
  return chance === 1 ? 1 : (agreeing / pairs - chance) / (1 - chance);
}

test('the score compares every pair of raters', () => {
  fc.assert(
    fc.property(rows, (chosen) => {
      expectClose(fleissKappa(countsOf(chosen, 5)), kappaByPairs(chosen));
    }),
  );
});

test('batches that are merged and restored give the same score as one batch', () => {
  const [left, right] = [new FleissKappa(), new FleissKappa()];
  left.update(worked.slice(0, 3));
  left.update([]);
  expect(left.updateCount).toBe(1);
  right.update(worked.slice(3));
  left.merge(FleissKappa.fromJSON(JSON.parse(JSON.stringify(right))));
  expect(left.compute()).toBe(fleissKappa(worked));
  const metrics = new MetricCollection({ kappa: new FleissKappa() });
  expect(metrics.forward(worked).kappa).toBe(fleissKappa(worked));
});

test('the state does not grow with the number of items', () => {
  const one = JSON.stringify(RatingCounts.of(worked)).length;
  const many = RatingCounts.of(Array.from({ length: 1000 }, () => worked).flat());
  expect(JSON.stringify(many).length).toBeLessThan(one + 40);
  expectClose(fleissKappa(many), fleissKappa(worked));
});

describe('defects of torchmetrics that it does not have', () => {
  const item = (...perRater: number[][]): number[][] =>
    [0, 1, 2, 3].map((category) => perRater.map((probs) => probs[category]!));
  const first = [0.7, 0.1, 0.1, 0.1];
  const last = [0.1, 0.2, 0.3, 0.4];

  test('probabilities of more categories than raters', () => {
    const ratings = [item(first, first), item(last, last), item(first, last)];
    const counts = [
      [2, 0, 0, 0],
      [0, 0, 0, 2],
      [1, 0, 0, 1],
    ];
    expect(fleissKappa(ratings, { mode: 'probs' })).toBe(fleissKappa(counts));
    const tensor = tf.tensor3d(ratings);
    expect(fleissKappa(tensor, { mode: 'probs' })).toBe(fleissKappa(counts));
  });

  test('perfect agreement is exactly 1', () => {
    const perfect = [
      [3, 0],
      [0, 3],
      [0, 3],
    ];
    expect(fleissKappa(perfect)).toBe(1);
    expect(fleissKappa(tf.tensor2d(perfect, [3, 2], 'int32'))).toBe(1);
  });

  test('a single rater and unequal numbers of raters are errors', () => {
    expect(() => fleissKappa([[1, 0]])).toThrow(/row 0: expected at least 2 ratings, got 1/);
    expect(() =>
      fleissKappa([
        [2, 1],
        [2, 2],
      ]),
    ).toThrow(/row 1: expected 3 ratings as in the rows before it, got 4/);
    expect(() => fleissKappa([item(first)], { mode: 'probs' })).toThrow(/expected at least 2 ratings per item, got 1/);
  });
});

test('invalid ratings are rejected with their position and do not change the metric', () => {
  const metric = new FleissKappa();
  metric.update(worked);
  const before = JSON.stringify(metric);
  expect(() => metric.update([[0.5, 1.5]])).toThrow(
    /row 0, column 0: expected a whole number ≥ 0, got 0.5; set mode to 'probs'/,
  );
  expect(() => metric.update([[-1, 3]])).toThrow(/row 0, column 0: expected a whole number ≥ 0, got -1/);
  expect(() => metric.update([[NaN, 3]])).toThrow(/NaN/);
  expect(() => metric.update([[1, 1]])).toThrow(/expected 5 categories and 14 raters/);
  expect(JSON.stringify(metric)).toBe(before);
  expect(() => fleissKappa([[[0.5, 0.5], [0.5]]], { mode: 'probs' })).toThrow(/ratings\[0\]/);
  expect(() => fleissKappa(worked, { mode: 'probs' })).toThrow();
  expect(() => fleissKappa('ratings' as never, { mode: 'probs' })).toThrow(/expected probabilities/);
  expect(() => new FleissKappa({ mode: 'votes' as never })).toThrow(/one of "counts", "probs"/);
});

test('ratings in a single category give 1 or the value of onUndefined, and no ratings give NaN', () => {
  expect(fleissKappa([[3, 0]])).toBe(1);
  expect(fleissKappa([])).toBeNaN();
  expect(fleissKappa([[3, 0]], { onUndefined: 'nan' })).toBeNaN();
  expect(() => fleissKappa([[3, 0]], { onUndefined: 'throw' })).toThrow(/in the same category/);
});

test('a damaged snapshot is rejected', () => {
  const good = RatingCounts.of(worked).toJSON();
  expect(RatingCounts.fromJSON(good).toJSON()).toEqual(good);
  expect(() => RatingCounts.fromJSON({ ...good, items: 9 })).toThrow(
    /expected 126 ratings of 9 items by 14 raters, got 140/,
  );
  expect(() => RatingCounts.fromJSON({ ...good, squares: 1 })).toThrow(/squares: expected 140 to 1960, got 1/);
  expect(() => RatingCounts.fromJSON({ ...good, more: 1 })).toThrow(/snapshot/);
});
