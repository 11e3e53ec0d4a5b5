import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from '@jest/globals';
import {
  coverageError,
  exactMatch,
  hammingDistance,
  MetricInputError,
  MultilabelCounts,
  multilabelF1Score,
  multilabelFBetaScore,
  multilabelNegativePredictiveValue,
  multilabelPrecision,
  multilabelRecall,
  multilabelAccuracy,
  multilabelSpecificity,
  multilabelStatScores,
} from 'tfjs-metrics';

const scores = [
  [0.9, 0.2, 0.6],
  [0.4, 0.7, 0.1],
  [0.8, 0.5, 0.3],
  [0.1, 0.6, 0.9],
];
const target = [
  [1, 0, 1],
  [1, 1, 0],
  [0, 1, 0],
  [0, 1, 1],
];
const bits = scores.map((row) => row.map((score) => (score > 0.5 ? 1 : 0)));

/** Macro average of a score by a double loop over labels and samples. */
function bruteForce(of: (counts: Record<string, number>) => number): number {
  const values = [0, 1, 2].map((j) => {
    const counts: Record<string, number> = { '11': 0, '10': 0, '01': 0, '00': 0 };
    bits.forEach((row, i) => (counts[`${row[j]!}${target[i]![j]!}`]! += 1));
    return of(counts);
  });
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

describe('scores without a counterpart in scikit-learn', () => {
  test('equal their definition by a loop over labels and samples', () => {
    const of = (a: string, b: string) => (counts: Record<string, number>) => counts[a]! / (counts[a]! + counts[b]!);
    expect(multilabelSpecificity(bits, target)).toBeCloseTo(bruteForce(of('00', '10')), 15);
    expect(multilabelNegativePredictiveValue(bits, target)).toBeCloseTo(bruteForce(of('00', '01')), 15);
    expect(multilabelAccuracy(bits, target)).toBeCloseTo(
      bruteForce((counts) => (counts['11']! + counts['00']!) / 4),
      15,
    );
    expect(multilabelAccuracy(bits, target, { average: 'micro' })).toBe(1 - hammingDistance(bits, target));
  });
});

describe('predictions of several labels', () => {
  const expected = multilabelStatScores(bits, target);

  test('are 0 and 1, booleans, probabilities or logits, in any form', () => {
    const logits = scores.map((row) => row.map((p) => Math.log(p / (1 - p))));
    const booleans = bits.map((row) => row.map((bit) => bit === 1));
    const truths = [
      target,
      target.map((row) => row.map(Boolean)),
      tf.tensor2d(target),
      tf.tensor2d(target, [4, 3], 'bool'),
    ];
    for (const truth of truths) {
      for (const preds of [
        bits,
        booleans,
        scores,
        scores.map((row) => Float32Array.from(row)),
        tf.tensor2d(scores),
        tf.tensor2d(bits, [4, 3], 'int32'),
        { data: Float64Array.from(scores.flat()), shape: [4, 3] as const },
      ]) {
        expect(multilabelStatScores(preds, truth)).toEqual(expected);
      }
      expect(multilabelStatScores(logits, truth, { fromLogits: true })).toEqual(expected);
    }
  });

  test('of more dimensions than two are rows of the last one', () => {
    const nested = [
      [scores[0]!, scores[1]!],
      [scores[2]!, scores[3]!],
    ];
    const truths = [
      [target[0]!, target[1]!],
      [target[2]!, target[3]!],
    ];
    expect(multilabelStatScores(nested, truths)).toEqual(expected);
    expect(multilabelStatScores(tf.tensor3d(nested), tf.tensor3d(truths))).toEqual(expected);
  });

  test('count above the threshold', () => {
    expect(multilabelRecall(scores, target, { threshold: 0.35, average: 'none' })).toEqual({ 0: 1, 1: 1, 2: 1 });
    const logits = [[0, 1, -1]];
    expect(multilabelRecall(logits, [[1, 1, 1]], { fromLogits: true, threshold: 0.3, average: 'none' })).toEqual({
      0: 1,
      1: 1,
      2: 0,
    });
  });

  test('of one label may have one dimension', () => {
    expect(multilabelF1Score([0.2, 0.8, 0.9], [0, 1, 0])).toBeCloseTo(2 / 3, 15);
  });

  test.each([
    [
      'a probability above 1',
      [[0.5, 1.5]],
      [[0, 1]],
      'preds: row 0, column 1: expected a probability from 0 to 1, got 1.5; for logits, set the option "fromLogits"',
    ],
    ['NaN', [[0.5, NaN]], [[0, 1]], 'preds: row 0, column 1: expected a probability from 0 to 1, got NaN'],
    ['a target that is a class', [[0.5, 0.1]], [[0, 2]], 'target: row 0, column 1: expected 0 or 1, got 2'],
    [
      'a target that is not known',
      [[0.5, 0.1]],
      [[0, -1]],
      'got -1; for labels that are not known, set the option "ignoreLabel"',
    ],
    ['other shapes', [[0.5, 0.1]], [[0, 1, 1]], 'preds, target: expected the same shape [N, L], got [1, 2] and [1, 3]'],
    ['classes as target', [[0.5, 0.1]], [1], 'preds, target: expected the same shape [N, L], got [1, 2] and [1]'],
    [
      'rows of other lengths',
      [[0.5, 0.1], [0.5]],
      [
        [0, 1],
        [0, 1],
      ],
      'preds[1]: expected a row of 2 numbers',
    ],
    ['strings', [['a', 'b']], [[0, 1]], 'preds[0][0]: expected a finite number, got "a"'],
    ['mixed booleans', [[true, 'b']], [[0, 1]], 'preds[1]: expected a finite number, got "b"'],
  ])('with %s are an error', (_, preds, truth, message) => {
    const call = (): unknown => multilabelF1Score(preds as never, truth as never);
    expect(call).toThrow(MetricInputError);
    expect(call).toThrow(message);
  });
});

describe('labels', () => {
  test('are named by the option', () => {
    const labels = ['cat', 'dog', 'cow'];
    expect(Object.keys(multilabelPrecision(bits, target, { labels, average: 'none' }))).toEqual(labels);
    expect(() => multilabelPrecision(bits, target, { labels: ['cat', 'dog'] })).toThrow(
      'preds: expected 2 columns, one for each of the option "labels" ("cat", "dog"), got 3',
    );
    const counts = MultilabelCounts.of(bits, target);
    expect(() => multilabelPrecision(counts, { labels: ['cat', 'dog'] })).toThrow('expected counts of 2 labels');
  });

  test('that are not known are not counted', () => {
    const unknown = [
      [1, 0, -1],
      [1, -1, 0],
      [-1, -1, -1],
      [0, 1, 1],
    ];
    const { 0: first, 1: second } = multilabelStatScores(bits, unknown, { ignoreLabel: -1 });
    expect([first, second]).toEqual([
      { tp: 1, fp: 0, fn: 1, tn: 1, support: 2 },
      { tp: 1, fp: 0, fn: 0, tn: 1, support: 1 },
    ]);
    expect(MultilabelCounts.of(bits, unknown, { ignoreLabel: -1 }).n).toBe(3);
    expect(exactMatch(bits, unknown, { ignoreLabel: -1 })).toBe(2 / 3);
    expect(hammingDistance(bits, unknown, { ignoreLabel: -1 })).toBe(1 / 7);
    // The second label of one sample and the third of another are known.
    expect(
      coverageError(
        [
          [0.1, 0.5, 0.3],
          [0.2, 0.9, 0.4],
        ],
        [
          [-1, 1, 0],
          [-1, -1, -1],
        ],
        { ignoreLabel: -1 },
      ),
    ).toBe(1);
  });

  test('without known samples have no value, and are left out of the mean', () => {
    const truth = [
      [1, -1],
      [0, -1],
    ];
    const options = { ignoreLabel: -1 } as const;
    expect(
      multilabelRecall(
        [
          [1, 1],
          [0, 1],
        ],
        truth,
        { ...options, average: 'none' },
      ),
    ).toEqual({ 0: 1, 1: NaN });
    expect(
      multilabelRecall(
        [
          [1, 1],
          [0, 1],
        ],
        truth,
        options,
      ),
    ).toBe(1);
  });

  test('that never occur or are never predicted count as 0', () => {
    const none = [
      [0, 1],
      [0, 1],
    ];
    expect(multilabelPrecision(none, none, { average: 'none' })).toEqual({ 0: 0, 1: 1 });
    expect(multilabelPrecision(none, none)).toBe(0.5);
    expect(multilabelPrecision(none, none, { onUndefined: 'nan' })).toBe(1);
    expect(() => multilabelPrecision(none, none, { onUndefined: 'throw', labels: ['cat', 'dog'] })).toThrow(
      'multilabelPrecision of label "cat": expected a defined value, got 0/0 because no sample is predicted as this class',
    );
  });
});

test('F-beta scores are between precision and recall for every beta', () => {
  const at = (beta: number): unknown => multilabelFBetaScore(bits, target, { beta, average: 'none' });
  expect(at(1e200)).toEqual(multilabelRecall(bits, target, { average: 'none' }));
  expect(at(1e-200)).toEqual(multilabelPrecision(bits, target, { average: 'none' }));
});
