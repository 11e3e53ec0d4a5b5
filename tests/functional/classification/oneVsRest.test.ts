import { describe, expect, test } from '@jest/globals';
import {
  accuracy,
  bootstrapInterval,
  cohenKappa,
  confusionMatrix,
  ContingencyTable,
  f1Score,
  fBetaScore,
  jaccardIndex,
  likelihoodRatios,
  matthewsCorrCoef,
  negativePredictiveValue,
  precision,
  recall,
  specificity,
  statScores,
  youdensJ,
  zeroOneLoss,
} from 'tfjs-metrics';
import { expectClose } from '../../expectClose.ts';
import { hash32 } from '../../parity/hashLabels.ts';
import { exactRatio } from '../clustering/exactRatio.ts';

const SAMPLES = 60;
const target = Array.from({ length: SAMPLES }, (_, i) => hash32(i, 1) % 4);
const preds = target.map((label, i) => (hash32(i, 2) % 3 === 0 ? hash32(i, 3) % 4 : label));
/** Weights in eighths, so that sums are exact. */
const eighths = Array.from({ length: SAMPLES }, (_, i) => hash32(i, 4) % 20);
const sampleWeight = eighths.map((weight) => weight / 8);

/** Sums the weights of the samples for which a condition holds, in eighths. */
function weightOf(condition: (predicted: number, truth: number) => boolean): bigint {
  return eighths.reduce((sum, weight, i) => sum + (condition(preds[i]!, target[i]!) ? BigInt(weight) : 0n), 0n);
}

describe.each([0, 1, 2, 3])('class %i against all others', (label) => {
  const tp = weightOf((p, t) => p === label && t === label);
  const fp = weightOf((p, t) => p === label && t !== label);
  const fn = weightOf((p, t) => p !== label && t === label);
  const tn = weightOf((p, t) => p !== label && t !== label);
  const options = { average: 'none', sampleWeight } as const;

  test('statScores counts the samples', () => {
    const counts = { tp, fp, fn, tn, support: tp + fn };
    const expected = Object.fromEntries(Object.entries(counts).map(([name, sum]) => [name, Number(sum) / 8]));
    expect(statScores(preds, target, options)[label]).toEqual(expected);
  });

  test('specificity, negative predictive value and Youden’s J are ratios of the counts', () => {
    expectClose(specificity(preds, target, options)[label]!, exactRatio(tn, tn + fp));
    expectClose(negativePredictiveValue(preds, target, options)[label]!, exactRatio(tn, tn + fn));
    expectClose(
      youdensJ(preds, target, options)[label]!,
      exactRatio(tp * (fp + tn) - fp * (tp + fn), (tp + fn) * (fp + tn)),
    );
  });

  test('precision, recall, F-scores and Jaccard index are ratios of the counts', () => {
    expectClose(precision(preds, target, options)[label]!, exactRatio(tp, tp + fp));
    expectClose(recall(preds, target, options)[label]!, exactRatio(tp, tp + fn));
    expectClose(f1Score(preds, target, options)[label]!, exactRatio(2n * tp, 2n * tp + fp + fn));
    expectClose(
      fBetaScore(preds, target, { ...options, beta: 2 })[label]!,
      exactRatio(5n * tp, 5n * tp + fp + 4n * fn),
    );
    expectClose(jaccardIndex(preds, target, options)[label]!, exactRatio(tp, tp + fp + fn));
  });

  test('likelihood ratios of this class as the positive one', () => {
    const isLabel = (labels: number[]): boolean[] => labels.map((other) => other === label);
    const ratios = likelihoodRatios(isLabel(preds), isLabel(target), { sampleWeight });
    expectClose(ratios.positive, exactRatio(tp * (fp + tn), fp * (tp + fn)));
    expectClose(ratios.negative, exactRatio(fn * (fp + tn), tn * (tp + fn)));
  });
});

describe('all classes', () => {
  const classes = [0, 1, 2, 3];
  const n = weightOf(() => true);
  const agreed = weightOf((p, t) => p === t);
  const cells = classes.map((truth) => classes.map((pred) => weightOf((p, t) => p === pred && t === truth)));
  const ofTruth = classes.map((label) => weightOf((_, t) => t === label));
  const ofPred = classes.map((label) => weightOf((p) => p === label));
  const total = (values: readonly bigint[]): bigint => values.reduce((sum, value) => sum + value, 0n);
  const options = { sampleWeight };

  test('accuracy, balanced accuracy and zero–one loss', () => {
    expectClose(accuracy(preds, target, options), exactRatio(agreed, n));
    expectClose(zeroOneLoss(preds, target, options), exactRatio(n - agreed, n));
    const recalls = classes.map((label) => exactRatio(cells[label]![label]!, ofTruth[label]!));
    expectClose(
      accuracy(preds, target, { ...options, average: 'macro' }),
      recalls.reduce((sum, each) => sum + each, 0) / 4,
    );
  });

  test('micro and weighted averages', () => {
    const micro = { ...options, average: 'micro' } as const;
    for (const score of [precision, recall, f1Score]) expectClose(score(preds, target, micro), exactRatio(agreed, n));
    expectClose(jaccardIndex(preds, target, micro), exactRatio(agreed, 2n * n - agreed));
    // The weighted mean of recalls is the accuracy.
    expectClose(recall(preds, target, { ...options, average: 'weighted' }), exactRatio(agreed, n));
  });

  test('confusion matrix', () => {
    expect(confusionMatrix(preds, target, options)).toEqual(cells.map((row) => row.map((count) => Number(count) / 8)));
  });

  test('Matthews correlation', () => {
    const products = total(classes.map((label) => ofTruth[label]! * ofPred[label]!));
    const squares = (sizes: readonly bigint[]): bigint => n * n - total(sizes.map((size) => size * size));
    // The square of the coefficient is rational.
    const covariance = agreed * n - products;
    const square = exactRatio(covariance * covariance, squares(ofTruth) * squares(ofPred));
    expect(covariance > 0n).toBe(true);
    expectClose(matthewsCorrCoef(preds, target, options), Math.sqrt(square));
  });

  test.each([
    ['none', (i: number, j: number) => (i === j ? 0n : 1n)],
    ['linear', (i: number, j: number) => BigInt(Math.abs(i - j))],
    ['quadratic', (i: number, j: number) => BigInt((i - j) ** 2)],
  ] as const)('Cohen’s kappa with weights %s', (weights, cost) => {
    const sum = (of: (i: number, j: number) => bigint): bigint =>
      total(classes.flatMap((i) => classes.map((j) => cost(i, j) * of(i, j))));
    const observed = sum((i, j) => cells[i]![j]!);
    const expected = sum((i, j) => ofTruth[i]! * ofPred[j]!);
    const kappa = cohenKappa(preds, target, { ...options, weights: weights === 'none' ? undefined : weights });
    expectClose(kappa, exactRatio(expected - observed * n, expected));
  });
});

test('true negatives of a rare negative class keep their digits with fractional weights', () => {
  const table = ContingencyTable.fromCounts([
    { pred: 1, target: 1, count: 1e9 + 0.1 },
    { pred: 0, target: 0, count: 0.3 },
    { pred: 1, target: 0, count: 0.1 },
  ]);
  expectClose(specificity(table), 0.75);
});

test('likelihood ratios that divide by 0 are NaN, or an error', () => {
  expect(likelihoodRatios([1, 0], [1, 0])).toEqual({ positive: NaN, negative: 0 });
  expect(likelihoodRatios([1, 1], [1, 1])).toEqual({ positive: NaN, negative: NaN });
  expect(() => likelihoodRatios([1, 0], [1, 0], { onUndefined: 'throw' })).toThrow(
    'likelihoodRatios: expected a defined value, got 0/0 because the formula divides by 0',
  );
});

test('a class whose score is 0/0 counts as 0, is left out, has another value, or is an error', () => {
  const [few, truth] = [
    [0, 0, 1],
    [0, 1, 1],
  ];
  const score = (onUndefined?: 'nan' | 'throw' | number): number =>
    precision(few, truth, { average: 'macro', labels: [0, 1, 2], onUndefined });
  expectClose(score(), 0.5);
  expectClose(score('nan'), 0.75);
  expectClose(score(1), 2.5 / 3);
  expect(() => score('throw')).toThrow(
    'precision of class 2: expected a defined value, got 0/0 because no sample is predicted as this class',
  );
  expect(precision(few, truth, { average: 'none', labels: [0, 1, 2], onUndefined: 'nan' })).toEqual({
    0: 0.5,
    1: 1,
    2: NaN,
  });
});

test('no samples have no score', () => {
  expect(f1Score([], [])).toBeNaN();
  expect(f1Score([], [], { average: 'macro', labels: ['a', 'b'] })).toBeNaN();
  expect(f1Score([0], [-1], { ignoreLabel: -1, average: 'micro' })).toBeNaN();
  expect(f1Score([], [], { average: 'none', labels: ['a', 'b'] })).toEqual({ a: NaN, b: NaN });
  expect(() => f1Score([], [], { onUndefined: 'throw' })).toThrow(
    'f1Score: expected a defined value, got 0/0 because there are no samples',
  );
});

test('the Matthews correlation of large tables does not overflow or cancel', () => {
  const [n, k] = [2 ** 40, 2 ** 10];
  const table = ContingencyTable.fromMatrix([
    [n, n - k],
    [n + k, n],
  ]);
  // TP·TN − FP·FN = n² − (n − k)(n + k) = k².
  const [a, b] = [2 * n - k, 2 * n + k];
  expectClose(matthewsCorrCoef(table), k ** 2 / (Math.sqrt(a) * Math.sqrt(b) * Math.sqrt(a) * Math.sqrt(b)), 1e-9);
});

test('bootstrapInterval gives an interval of each average', () => {
  const table = ContingencyTable.of(preds, target);
  for (const average of ['micro', 'macro', 'weighted'] as const) {
    const score = (counted: ContingencyTable): number => f1Score(counted, { average });
    const { value, lower, upper } = bootstrapInterval(score, table, { range: [0, 1], seed: 1 });
    expect(value).toBe(f1Score(preds, target, { average }));
    expect(lower).toBeLessThan(value);
    expect(upper).toBeGreaterThan(value);
    expect(upper).toBeLessThanOrEqual(1);
  }
});
