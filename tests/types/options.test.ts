import { test } from '@jest/globals';
import { expectTypeOf } from 'expect-type';
import {
  accuracy,
  adjustedMutualInfoScore,
  AdjustedMutualInfoScore,
  auroc,
  BCubedScore,
  ContingencyTable,
  cramersV,
  f1Score,
  homogeneityCompletenessVMeasure,
  mutualInfoScore,
  MutualInfoScore,
  normalizedMutualInfoScore,
  NormalizedMutualInfoScore,
  pairConfusionMatrix,
  RandScore,
  ScoreCounts,
  VMeasureScore,
  type AverageMethod,
  type OnUndefined,
} from 'tfjs-metrics';

// Each line after ts-expect-error must not compile. The code is only type-checked, never run.
const compiles = (expression: () => unknown): void => void expression;
const table = new ContingencyTable();

test('an unknown option does not compile', () => {
  // @ts-expect-error -- unknown option
  compiles(() => new MutualInfoScore({ bases: 2 }));
  // @ts-expect-error -- Rand scores have no option base
  compiles(() => new RandScore({ base: 2 }));
  // @ts-expect-error -- the option is called beta
  compiles(() => new VMeasureScore({ weight: 2 }));
  // @ts-expect-error -- unknown option
  compiles(() => mutualInfoScore([0], [0], { sampleweight: [1] }));
  // @ts-expect-error -- a table contains its weights
  compiles(() => mutualInfoScore(table, { sampleWeight: [1] }));
  // @ts-expect-error -- a table contains labels, not probabilities
  compiles(() => f1Score(table, { threshold: 0.7 }));
  // @ts-expect-error -- the positive class has no effect on accuracy
  compiles(() => accuracy(table, { positiveLabel: 1 }));
  // @ts-expect-error -- a table contains no missing labels
  compiles(() => cramersV(table, { nanStrategy: 'drop' }));
  // @ts-expect-error -- counted scores have been read
  compiles(() => auroc(new ScoreCounts(), { fromLogits: true }));
  // @ts-expect-error -- weights are an argument of update
  compiles(() => new MutualInfoScore({ sampleWeight: [1] }));
  // @ts-expect-error -- the base is an option of the constructor
  compiles(() => new MutualInfoScore().update([0], [0], { base: 2 }));
  // @ts-expect-error -- the labels of columns are predLabels
  compiles(() => ContingencyTable.fromMatrix([[1]], { columnLabels: [0] }));
});

test('an invalid option value does not compile', () => {
  // @ts-expect-error -- unknown mean
  compiles(() => new NormalizedMutualInfoScore({ averageMethod: 'mean' }));
  // @ts-expect-error -- unknown mean
  compiles(() => new AdjustedMutualInfoScore({ averageMethod: 'harmonic' }));
  // @ts-expect-error -- unknown mean
  compiles(() => normalizedMutualInfoScore([0], [0], { averageMethod: 'avg' }));
  // @ts-expect-error -- unknown mean
  compiles(() => adjustedMutualInfoScore(table, { averageMethod: 'Max' }));
  // @ts-expect-error -- a base is a number
  compiles(() => new MutualInfoScore({ base: 'e' }));
  // @ts-expect-error -- unknown component
  compiles(() => new BCubedScore({ component: 'f1' }));
  // @ts-expect-error -- the value is called 'nan'
  compiles(() => new RandScore({ onUndefined: 'NaN' }));
  // @ts-expect-error -- null is not a label
  compiles(() => new RandScore({ ignoreLabel: null }));
});

test('valid options compile, also if they may be undefined', () => {
  const base = undefined as number | undefined;
  const averageMethod: AverageMethod = 'geometric';
  compiles(() => new MutualInfoScore({ base, ignoreLabel: [-1, 'noise'], onUndefined: 'nan' }));
  compiles(() => normalizedMutualInfoScore(table, { averageMethod }));
  compiles(() => mutualInfoScore([0], [0], { base: 2, sampleWeight: undefined }));
  expectTypeOf<AverageMethod>().toEqualTypeOf<'min' | 'geometric' | 'arithmetic' | 'max'>();
  expectTypeOf<OnUndefined>().toEqualTypeOf<'throw' | 'nan' | number>();
});

test('options of a metric are read-only', () => {
  const { options } = new MutualInfoScore({ base: 2 });
  expectTypeOf(options.base).toEqualTypeOf<number | undefined>();
  // @ts-expect-error -- options are read-only
  compiles(() => (options.base = 3));
});

test('scores are numbers, and scores with several parts are objects', () => {
  expectTypeOf(mutualInfoScore(table)).toEqualTypeOf<number>();
  expectTypeOf(new MutualInfoScore().forward([0], [0])).toEqualTypeOf<number>();
  const { homogeneity, completeness, vMeasure } = homogeneityCompletenessVMeasure([0], [0]);
  expectTypeOf([homogeneity, completeness, vMeasure]).toEqualTypeOf<number[]>();
  const [[tn], [, tp]] = pairConfusionMatrix([0], [0]);
  expectTypeOf([tn, tp]).toEqualTypeOf<number[]>();
  // @ts-expect-error -- the matrix has two rows
  compiles(() => pairConfusionMatrix([0], [0])[2]);
});
