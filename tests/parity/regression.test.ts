import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { AnyMetric } from 'tfjs-metrics';
import * as regression from 'tfjs-metrics/regression';
import { expectClose } from '../expectClose.ts';

interface Expected {
  readonly score: string;
  readonly options: object;
  readonly value: number | number[];
}

interface RegressionCase {
  readonly name: string;
  readonly preds: unknown[];
  readonly target: unknown[];
  readonly sampleWeight: number[] | null;
  readonly expected: readonly Expected[];
}

// Made by scripts/goldenRegression.py.
const { cases } = JSON.parse(readFileSync('tests/parity/golden/regression.json', 'utf8')) as {
  cases: RegressionCase[];
};

const functions = regression as unknown as Record<string, (...args: unknown[]) => unknown>;
const classes = regression as unknown as Record<string, (new (options: object) => AnyMetric) | undefined>;

function expectEqual(actual: unknown, expected: number | number[]): void {
  const numbers = [actual].flat() as number[];
  expect(numbers).toHaveLength([expected].flat().length);
  [expected].flat().forEach((value, j) => {
    expectClose(numbers[j]!, value, 1e-11);
  });
}

describe.each(cases)('scores of predicted values equal those of scikit-learn and SciPy: $name', (of) => {
  const { preds, target, sampleWeight } = of;
  const weighted = (from?: number, to?: number): object[] =>
    sampleWeight === null ? [] : [{ sampleWeight: sampleWeight.slice(from, to) }];

  test.each(of.expected)('$score, $options', ({ score, options, value }) => {
    const actual = functions[score]!(preds, target, Object.assign({}, options, ...weighted()));
    if (score === 'kendallTest') {
      const { statistic, pValue } = actual as regression.KendallTestValue;
      return expectEqual([statistic, pValue], value);
    }
    expectEqual(actual, value);
    const make = (): AnyMetric => new classes[score[0]!.toUpperCase() + score.slice(1)]!(options);
    const parts = [0, 3, 4, preds.length].map((end, k, ends) => {
      const metric = make();
      const start = ends[k - 1] ?? 0;
      metric.update(preds.slice(start, end), target.slice(start, end), ...weighted(start, end));
      return metric;
    });
    const merged = make();
    for (const part of parts.reverse()) merged.merge(JSON.parse(JSON.stringify(part)));
    expectEqual(merged.compute(), value);
  });
});

/** Values in the documentation of torchmetrics 1.9. */
const DOCUMENTED: readonly (readonly [
  score: string,
  preds: unknown,
  target: unknown,
  options: object,
  value: unknown,
])[] = [
  ['criticalSuccessIndex', [0.2, 0.7, 0.9, 0.3], [0.4, 0.2, 0.8, 0.6], { threshold: 0.5 }, 0.3333],
  ['explainedVariance', [2.5, 0, 2, 8], [3, -0.5, 2, 7], {}, 0.9572],
  ['jensenShannonDivergence', [[0.36, 0.48, 0.16]], [[1 / 3, 1 / 3, 1 / 3]], {}, 0.0225],
  ['kendallRankCorrCoef', [2.5, 0, 2, 8], [3, -0.5, 2, 1], {}, 0.3333],
  ['klDivergence', [[0.36, 0.48, 0.16]], [[1 / 3, 1 / 3, 1 / 3]], {}, 0.0853],
  ['logCoshError', [3, 5, 2.5, 7], [2.5, 5, 4, 8], {}, 0.3523],
  ['meanAbsolutePercentageError', [0.9, 15, 1.2e6], [1, 10, 1e6], {}, 0.2667],
  ['meanSquaredLogError', [0, 1, 2, 3], [0, 1, 2, 2], {}, 0.0207],
  ['minkowskiDistance', [0, 1, 2, 3], [0, 2, 3, 1], { p: 5 }, 2.0244],
  ['normalizedRootMeanSquaredError', [0, 1, 2, 3], [0, 1, 2, 2], { normalization: 'mean' }, 0.4],
  ['normalizedRootMeanSquaredError', [0, 1, 2, 3], [0, 1, 2, 2], { normalization: 'range' }, 0.25],
  ['normalizedRootMeanSquaredError', [0, 1, 2, 3], [0, 1, 2, 2], { normalization: 'std' }, 0.603],
  [
    'normalizedRootMeanSquaredError',
    [0, 2, 4, 6].map((v) => [v, v + 1]),
    [
      [0, 1],
      [3, 3],
      [4, 5],
      [8, 9],
    ],
    { multioutput: 'rawValues' },
    [0.2981, 0.2222],
  ],
  ['pearsonCorrCoef', [2.5, 0, 2, 8], [3, -0.5, 2, 7], {}, 0.9849],
  ['r2Score', [2.5, 0, 2, 8], [3, -0.5, 2, 7], {}, 0.9486],
  ['relativeSquaredError', [2.5, 0, 2, 8], [3, -0.5, 2, 7], {}, 0.0514],
  ['spearmanCorrCoef', [2.5, 0, 2, 8], [3, -0.5, 2, 7], {}, 1],
  ['symmetricMeanAbsolutePercentageError', [0.9, 15, 1.2e6], [1, 10, 1e6], {}, 0.229],
  ['tweedieDeviance', [4, 3, 2, 1], [1, 2, 3, 4], { power: 2 }, 1.2083],
];

test.each(DOCUMENTED)('%s equals the documented value of torchmetrics', (score, preds, target, options, value) => {
  const rounded = [functions[score]!(preds, target, options)].flat().map((number) => Number(number).toFixed(4));
  expect(rounded).toEqual([value].flat().map((number) => Number(number).toFixed(4)));
});
