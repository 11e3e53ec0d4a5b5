import { test } from '@jest/globals';
import { expectTypeOf } from 'expect-type';
import {
  adjustedMutualInfoScore,
  AdjustedMutualInfoScore,
  BCubedScore,
  ContingencyTable,
  homogeneityCompletenessVMeasure,
  mutualInfoScore,
  MutualInfoScore,
  normalizedMutualInfoScore,
  NormalizedMutualInfoScore,
  pairConfusionMatrix,
  RandScore,
  VMeasureScore,
  type AverageMethod,
  type OnUndefined,
} from 'tfjs-metrics';

// What follows a line with ts-expect-error must not compile; that is the test. Nothing of it runs.
const compiles = (expression: () => unknown): void => void expression;
const table = new ContingencyTable();

test('a wrong option name does not compile', () => {
  // @ts-expect-error -- no such option
  compiles(() => new MutualInfoScore({ bases: 2 }));
  // @ts-expect-error -- Rand scores have no base
  compiles(() => new RandScore({ base: 2 }));
  // @ts-expect-error -- it is beta
  compiles(() => new VMeasureScore({ weight: 2 }));
  // @ts-expect-error -- no such option
  compiles(() => mutualInfoScore([0], [0], { sampleweight: [1] }));
  // @ts-expect-error -- a table has its weights already
  compiles(() => mutualInfoScore(table, { sampleWeight: [1] }));
  // @ts-expect-error -- weights come with each batch
  compiles(() => new MutualInfoScore({ sampleWeight: [1] }));
  // @ts-expect-error -- a base is no matter of a batch
  compiles(() => new MutualInfoScore().update([0], [0], { base: 2 }));
  // @ts-expect-error -- columns are predLabels
  compiles(() => ContingencyTable.fromMatrix([[1]], { columnLabels: [0] }));
});

test('a wrong option value does not compile', () => {
  // @ts-expect-error -- no such mean
  compiles(() => new NormalizedMutualInfoScore({ averageMethod: 'mean' }));
  // @ts-expect-error -- no such mean
  compiles(() => new AdjustedMutualInfoScore({ averageMethod: 'harmonic' }));
  // @ts-expect-error -- no such mean
  compiles(() => normalizedMutualInfoScore([0], [0], { averageMethod: 'avg' }));
  // @ts-expect-error -- no such mean
  compiles(() => adjustedMutualInfoScore(table, { averageMethod: 'Max' }));
  // @ts-expect-error -- a base is a number
  compiles(() => new MutualInfoScore({ base: 'e' }));
  // @ts-expect-error -- no such component
  compiles(() => new BCubedScore({ component: 'f1' }));
  // @ts-expect-error -- it is 'nan'
  compiles(() => new RandScore({ onUndefined: 'NaN' }));
  // @ts-expect-error -- null is no label
  compiles(() => new RandScore({ ignoreLabel: null }));
});

test('right options compile, also when they may be undefined', () => {
  const base = undefined as number | undefined;
  const averageMethod: AverageMethod = 'geometric';
  compiles(() => new MutualInfoScore({ base, ignoreLabel: [-1, 'noise'], onUndefined: 'nan' }));
  compiles(() => normalizedMutualInfoScore(table, { averageMethod }));
  compiles(() => mutualInfoScore([0], [0], { base: 2, sampleWeight: undefined }));
  expectTypeOf<AverageMethod>().toEqualTypeOf<'min' | 'geometric' | 'arithmetic' | 'max'>();
  expectTypeOf<OnUndefined>().toEqualTypeOf<'throw' | 'nan' | number>();
});

test('options of a metric can be read and not written', () => {
  const { options } = new MutualInfoScore({ base: 2 });
  expectTypeOf(options.base).toEqualTypeOf<number | undefined>();
  // @ts-expect-error -- options are fixed
  compiles(() => (options.base = 3));
});

test('scores are numbers, and those of several parts say which', () => {
  expectTypeOf(mutualInfoScore(table)).toEqualTypeOf<number>();
  expectTypeOf(new MutualInfoScore().forward([0], [0])).toEqualTypeOf<number>();
  const { homogeneity, completeness, vMeasure } = homogeneityCompletenessVMeasure([0], [0]);
  expectTypeOf([homogeneity, completeness, vMeasure]).toEqualTypeOf<number[]>();
  const [[tn], [, tp]] = pairConfusionMatrix([0], [0]);
  expectTypeOf([tn, tp]).toEqualTypeOf<number[]>();
  // @ts-expect-error -- the matrix has two rows
  compiles(() => pairConfusionMatrix([0], [0])[2]);
});
