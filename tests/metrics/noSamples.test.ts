import * as tf from '@tensorflow/tfjs';
import { describe, expect, test } from '@jest/globals';
import * as lib from 'tfjs-metrics';
import {
  AdjustedRandScore,
  adjustedRandScore,
  ContingencyTable,
  cramersVMatrix,
  MetricCollection,
  MetricTracker,
  MinMaxMetric,
  PurityScore,
  Running,
  VariationOfInformation,
} from 'tfjs-metrics';
import {
  AssignmentMutualInfoScore,
  assignmentMutualInfoScore,
  softMutualInfoLoss,
  SoftMutualInfoScore,
  softMutualInfoScore,
  softNormalizedMutualInfoScore,
} from 'tfjs-metrics/information';
import { numbersOf } from '../../src/metrics/numbersOf.ts';
import { clusteringScores, nominalScores } from '../parity/tableScores.ts';
import { savedMetrics, seen } from './savedMetrics.ts';
import { watchWarnings } from './warnings.ts';

watchWarnings();

const preds = [-1, -1, -1, -1];
const target = [0, 1, 1, 0];

/** Sums, extremes, lists and counts are not scores. Without samples, they have the values of torchmetrics. */
const AGGREGATIONS: Readonly<Record<string, readonly number[]>> = {
  SumMetric: [0],
  MinMetric: [Infinity],
  MaxMetric: [-Infinity],
  CatMetric: [],
  ClasswiseWrapper: [],
  'Running of all numbers': [],
  CalibrationCurve: [],
  ConfusionMatrix: [],
  MultilabelStatScores: [],
  PrecisionRecallCurve: [],
  RocCurve: [],
  StatScores: [0, 0, 0, 0, 0],
};

/** Returns a value without the parts whose names match. */
function without(names: RegExp, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value).filter(([name]) => !names.test(name));
  return parts.map(([, part]) => without(names, part));
}

/** Parts that are not scores: a count of draws, and the extremes of `MinMaxMetric`, which survive a reset. */
const NOT_SCORES = /^undefinedDraws$/;
const KEPT = /^undefinedDraws$|(^|_)(min|max)$/;

describe.each(savedMetrics)('$name', (saved) => {
  const ofNothing = AGGREGATIONS[saved.name];

  function expectNoNumber(value: unknown, exceptions = NOT_SCORES): void {
    const numbers = numbersOf(without(exceptions, value));
    expect(numbers).toEqual(ofNothing ?? numbers.map(() => NaN));
  }

  test('has no value before the first update', () => {
    expectNoNumber(saved.make().compute());
  });

  test('has no value after a reset', () => {
    const metric = seen(saved);
    metric.reset();
    expectNoNumber(metric.compute(), KEPT);
  });
});

describe.each([...clusteringScores, ...nominalScores])('$name', ({ score, make, options }) => {
  const weightless = { sampleWeight: [0, 0, 0, 0] };

  test.each([
    ['no labels', () => score([], [], options)],
    ['an empty table', () => score(new ContingencyTable(), options)],
    ['labels of which all are ignored', () => score(preds, target, { ...options, ignoreLabel: -1 })],
    ['weights of 0', () => score(preds, target, { ...options, ...weightless })],
    [
      'a table from which all was subtracted',
      () => {
        const table = ContingencyTable.of(preds, target);
        return score(table.subtract(table.clone()), options);
      },
    ],
    [
      'a metric of ignored labels',
      () => {
        const metric = make({ ignoreLabel: -1 });
        metric.update(preds, target);
        return metric.compute();
      },
    ],
    [
      'a window that holds weights of 0 only',
      () => {
        const running = new Running(make(), { window: 1 });
        running.update(preds, target);
        running.update(preds, target, weightless);
        return running.compute();
      },
    ],
  ])('is NaN for %s', (_, value) => {
    expect(value()).toBeNaN();
  });

  test('without samples is the value of onUndefined', () => {
    expect(score([], [], { ...options, onUndefined: 0.25 })).toBe(0.25);
    expect(() => score([], [], { ...options, onUndefined: 'throw' })).toThrow('there are no samples');
  });
});

test.each([
  ['entropyScore', () => lib.entropyScore([-1, -1], { ignoreLabel: -1 })],
  ['expectedMutualInfo', () => lib.expectedMutualInfo([], [])],
  ['pairPrecisionRecallFScore', () => lib.pairPrecisionRecallFScore([], [])],
  ['homogeneityCompletenessVMeasure', () => lib.homogeneityCompletenessVMeasure([], [])],
  [
    'mutualInfoTest',
    () => {
      const { method, ...numbers } = lib.mutualInfoTest([], []);
      expect(method).toBe('gTest');
      return numbers;
    },
  ],
  ...(['gTest', 'chiSquared', 'permutation', 'exact'] as const).map(
    (method) =>
      [
        `independenceTest by ${method}`,
        () => {
          const { statistic, pValue, effectSize } = lib.independenceTest([], [], { method });
          return [statistic, pValue, effectSize];
        },
      ] as const,
  ),
  ['bootstrapInterval', () => lib.bootstrapInterval(lib.purityScore, new ContingencyTable())],
  ['fleissKappa', () => lib.fleissKappa([])],
  ['jointEntropyScore', () => lib.jointEntropyScore([[-1], [0]], { ignoreLabel: -1 })],
  ['conditionalEntropyScore', () => lib.conditionalEntropyScore([], [])],
  ['conditionalMutualInfoScore', () => lib.conditionalMutualInfoScore([], [], [])],
  ['totalCorrelationScore', () => lib.totalCorrelationScore([[], []])],
  ['conditionalTotalCorrelationScore', () => lib.conditionalTotalCorrelationScore([[], []], [])],
  ['totalCorrelationExplainedScore', () => lib.totalCorrelationExplainedScore([[], []], [])],
  ['silhouetteScore', () => lib.silhouetteScore([], [])],
  ['simplifiedSilhouetteScore', () => lib.simplifiedSilhouetteScore([], [])],
  ['calinskiHarabaszScore', () => lib.calinskiHarabaszScore([[1]], [-1], { ignoreLabel: -1 })],
  ['daviesBouldinScore', () => lib.daviesBouldinScore([], [])],
  ['dunnIndex', () => lib.dunnIndex([], [])],
  [
    'cramersVMatrix',
    () =>
      lib.cramersVMatrix(
        [
          [NaN, 0],
          [1, NaN],
        ],
        { nanStrategy: 'drop' },
      ),
  ],
  [
    'theilsUMatrix',
    () =>
      lib.theilsUMatrix(
        [
          [-1, 0],
          [1, -1],
        ],
        { ignoreLabel: -1 },
      ),
  ],
  ['tschuprowsTMatrix', () => lib.tschuprowsTMatrix([[1, 0]], { sampleWeight: [0] })],
  [
    'pearsonsContingencyCoefficientMatrix',
    () => lib.pearsonsContingencyCoefficientMatrix([[1, 0]], { sampleWeight: [0] }),
  ],
] as const)('%s is NaN without samples', (_, value: () => unknown) => {
  const numbers = numbersOf(without(NOT_SCORES, value()));
  expect(numbers.length).toBeGreaterThan(0);
  expect(numbers).toEqual(numbers.map(() => NaN));
});

test('a variable with samples scores 1 with itself next to one without samples', () => {
  const matrix = [
    [0, 1, NaN],
    [1, 0, NaN],
  ];
  expect(cramersVMatrix(matrix, { nanStrategy: 'drop', biasCorrection: false })).toEqual([
    [1, 1, NaN],
    [1, 1, NaN],
    [NaN, NaN, NaN],
  ]);
});

describe('scores of continuous values and soft assignments', () => {
  const sampleWeight = [0, 0];
  const x = [0.1, 0.5];
  const p = [
    [0.1, 0.9],
    [0.5, 0.5],
  ];
  const scores = { softMutualInfoScore, softNormalizedMutualInfoScore, assignmentMutualInfoScore };

  test.each(Object.entries(scores))('%s is NaN without weight, its gradient 0', (name, score) => {
    const values = name === 'assignmentMutualInfoScore' ? tf.tensor2d(p) : tf.tensor1d(x);
    const withGradients = tf.valueAndGrads((a, b) => score(a as tf.Tensor2D, b as tf.Tensor2D, { sampleWeight }));
    const { value, grads } = withGradients([values, values]);
    expect(value.arraySync()).toBeNaN();
    for (const gradient of grads) expect([...gradient.dataSync()]).toEqual([...gradient.dataSync()].fill(0));
  });

  test('are NaN without values', () => {
    expect(softMutualInfoScore([], []).arraySync()).toBeNaN();
    expect(softNormalizedMutualInfoScore([], []).arraySync()).toBeNaN();
    expect(softMutualInfoLoss()(tf.tensor1d([]), tf.tensor1d([])).arraySync()).toBeNaN();
  });

  test('are NaN as metrics of weights of 0', () => {
    const soft = new SoftMutualInfoScore({ bins: 4 });
    soft.update(x, x, { sampleWeight });
    expect(soft.compute()).toBeNaN();
    const assignments = new AssignmentMutualInfoScore();
    assignments.update(p, p, { sampleWeight });
    expect(assignments.compute()).toBeNaN();
  });
});

describe('an epoch with noise only', () => {
  test('is never the best epoch of a tracker', () => {
    const metric = () =>
      new MetricCollection({
        ari: new AdjustedRandScore({ ignoreLabel: -1 }),
        vi: new VariationOfInformation({ ignoreLabel: -1 }),
      });
    const tracker = new MetricTracker(metric());
    for (const epoch of [preds, [0, 1, 0, 0], preds]) {
      tracker.increment();
      tracker.update(epoch, target);
    }
    expect(tracker.best).toEqual({
      ari: { value: adjustedRandScore([0, 1, 0, 0], target), epoch: 1, skipped: undefined },
      vi: { value: tracker.history[1]!.vi, epoch: 1, skipped: undefined },
    });
    const noise = new MetricTracker(metric());
    noise.update(preds, target);
    expect(noise.best.ari).toMatchObject({ value: NaN, epoch: -1 });
  });

  test('affects neither minimum nor maximum', () => {
    const metric = new MinMaxMetric(new PurityScore({ ignoreLabel: -1 }));
    metric.update(preds, target);
    expect(metric.compute()).toEqual({ value: NaN, min: NaN, max: NaN });
    metric.update([0, 0, 1, 1], target);
    expect(metric.compute()).toEqual({ value: 0.5, min: 0.5, max: 0.5 });
  });
});
