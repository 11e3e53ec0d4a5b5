import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as lib from 'tfjs-metrics';
import { metricClasses } from '../clustering/metricClasses.ts';
import { expectClose } from '../expectClose.ts';
import { clusteringScores } from '../parity/tableScores.ts';
import { labelings, orders } from './labelings.ts';

const scores = clusteringScores.map((each) => [each.name, each] as const);

describe('a score does not depend on the order of samples', () => {
  const shuffled = labelings().chain((labeling) => orders(labeling[0].length).map((order) => ({ labeling, order })));

  test.each(scores)('%s', (_, { score, options }) => {
    fc.assert(
      fc.property(shuffled, ({ labeling: [preds, target], order }) => {
        const value = score(
          order.map((i) => preds[i]!),
          order.map((i) => target[i]!),
          options,
        );
        expect(value).toBe(score(preds, target, options));
      }),
    );
  });
});

describe('a score does not depend on the names of labels', () => {
  /** Renames labels one-to-one in another order. */
  const renamed = (labels: number[], seed: number): number[] => {
    const distinct = [...new Set(labels)].sort((a, b) => ((a ^ seed) % 7) - ((b ^ seed) % 7));
    const names = new Map(distinct.map((label, i) => [label, i * 3 - 4]));
    return labels.map((label) => names.get(label)!);
  };

  test.each(scores)('%s', (_, { score, options }) => {
    fc.assert(
      fc.property(labelings(), fc.nat(), fc.nat(), ([preds, target], a, b) => {
        const value = score(renamed(preds, a), renamed(target, b), options);
        expectClose(value, score(preds, target, options));
      }),
    );
  });
});

describe('a score is symmetric in preds and target', () => {
  const oneSided = /^(Homo|Comp|VMeasureScore \((2|0.5)|Purity|BCubedScore \()/;

  test.each(scores.filter(([name]) => !oneSided.test(name)))('%s', (_, { score, options }) => {
    fc.assert(
      fc.property(labelings(), ([preds, target]) => {
        expectClose(score(preds, target, options), score(target, preds, options));
      }),
    );
  });

  test('except that homogeneity becomes completeness, and precision becomes recall', () => {
    fc.assert(
      fc.property(labelings(), ([preds, target]) => {
        expectClose(lib.homogeneityScore(preds, target), lib.completenessScore(target, preds));
        expectClose(
          lib.bCubedScore(preds, target, { component: 'precision' }),
          lib.bCubedScore(target, preds, { component: 'recall' }),
        );
      }),
    );
  });

  test('except that the weight beta of the V-measure becomes 1 / beta', () => {
    fc.assert(
      fc.property(labelings(), fc.double({ min: 0.01, max: 100 }), ([preds, target], beta) => {
        const value = lib.vMeasureScore(preds, target, { beta });
        expectClose(value, lib.vMeasureScore(target, preds, { beta: 1 / beta }));
      }),
    );
  });

  test('except that matrices are transposed', () => {
    fc.assert(
      fc.property(labelings(), ([preds, target]) => {
        const [matrix, turned] = [lib.contingencyMatrix(preds, target), lib.contingencyMatrix(target, preds)];
        expect(turned).toEqual((matrix[0] ?? []).map((_, j) => matrix.map((row) => row[j]!)));
        const [[tn, fp], [fn, tp]] = lib.pairConfusionMatrix(preds, target);
        expect(lib.pairConfusionMatrix(target, preds)).toEqual([
          [tn, fn],
          [fp, tp],
        ]);
      }),
    );
  });
});

describe('a score lies in the range that its class states', () => {
  const ranges = new Map(metricClasses.map(([name, { range }]) => [name, range]));

  test.each(scores)('%s', (name, { score, options }) => {
    const [least, greatest] = ranges.get(name.replace(/ .*/, ''))!;
    fc.assert(
      fc.property(labelings(40, 1), ([preds, target]) => {
        const value = score(preds, target, options);
        expect(value).toBeGreaterThanOrEqual(least - 1e-12);
        expect(value).toBeLessThanOrEqual(greatest);
      }),
    );
  });
});

describe('known relations between scores hold:', () => {
  test('mutual information is between 0 and the smaller entropy', () => {
    fc.assert(
      fc.property(labelings(40, 1), ([preds, target]) => {
        const most = Math.min(lib.entropyScore(preds), lib.entropyScore(target));
        const value = lib.mutualInfoScore(preds, target);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(most + 1e-12);
      }),
    );
  });

  test('normalized scores have the reverse order of their means', () => {
    fc.assert(
      fc.property(labelings(40, 1), ([preds, target]) => {
        const [max, arithmetic, geometric, min] = (['max', 'arithmetic', 'geometric', 'min'] as const).map(
          (averageMethod) => lib.normalizedMutualInfoScore(preds, target, { averageMethod }),
        );
        expect(max! <= arithmetic! + 1e-12).toBe(true);
        if (new Set(preds).size < 2 || new Set(target).size < 2) return;
        expect(arithmetic! <= geometric! + 1e-12 && geometric! <= min! + 1e-12).toBe(true);
      }),
    );
  });

  test('the variation of information is a metric: it obeys the triangle inequality', () => {
    const three = fc.array(fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3)), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(three, (samples) => {
        const [a, b, c] = [0, 1, 2].map((side) => samples.map((sample) => sample[side]!));
        const distance = lib.variationOfInformation;
        expect(distance(a!, c!)).toBeLessThanOrEqual(distance(a!, b!) + distance(b!, c!) + 1e-12);
      }),
    );
  });

  test('cluster accuracy is at most purity', () => {
    fc.assert(
      fc.property(labelings(40, 1), ([preds, target]) => {
        const accuracy = lib.clusterAccuracy(preds, target);
        expect(accuracy).toBeLessThanOrEqual(lib.purityScore(preds, target) + 1e-12);
      }),
    );
  });

  test('the pair confusion matrix sums to n (n − 1)', () => {
    fc.assert(
      fc.property(labelings(), ([preds, target]) => {
        const pairs = lib.pairConfusionMatrix(preds, target).flat();
        expect(pairs.reduce((sum, value) => sum + value)).toBe(preds.length ** 2 - preds.length);
      }),
    );
  });
});
