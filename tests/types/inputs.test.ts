import { expect, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs-core';
import { expectTypeOf } from 'expect-type';
import {
  ContingencyTable,
  mutualInfoScore,
  MutualInfoScore,
  type Label,
  type Labels,
  type LabelBatch,
  type SampleWeight,
  type TensorLike,
} from 'tfjs-metrics';

// Each line after ts-expect-error must not compile. The code is only type-checked, never run.
const compiles = (expression: () => unknown): void => void expression;

test('labels are tensors, typed arrays, and arrays of numbers, strings, booleans and bigints', () => {
  expectTypeOf<tf.Tensor>().toExtend<TensorLike>();
  expectTypeOf<tf.Tensor1D>().toExtend<Labels>();
  expectTypeOf<tf.Tensor2D>().toExtend<Labels>();
  expectTypeOf<Int32Array>().toExtend<Labels>();
  expectTypeOf<Uint8ClampedArray>().toExtend<Labels>();
  expectTypeOf<Float64Array>().toExtend<Labels>();
  expectTypeOf<BigInt64Array>().toExtend<Labels>();
  expectTypeOf<number[]>().toExtend<Labels>();
  expectTypeOf<readonly string[]>().toExtend<Labels>();
  expectTypeOf<boolean[]>().toExtend<Labels>();
  expectTypeOf<bigint[]>().toExtend<Labels>();
  expectTypeOf<readonly ['a', 'b']>().toExtend<Labels>();
  expectTypeOf<Label>().toEqualTypeOf<number | string | boolean>();
});

test('invalid labels do not compile', () => {
  // @ts-expect-error -- a string is not a list of labels
  compiles(() => mutualInfoScore('ab', [0, 1]));
  // @ts-expect-error -- a label may not be missing
  compiles(() => mutualInfoScore([0, null], [0, 1]));
  // @ts-expect-error -- labels have one dimension
  compiles(() => mutualInfoScore([[0], [1]], [0, 1]));
  // @ts-expect-error -- a set is not a list
  compiles(() => mutualInfoScore(new Set([0]), [0]));
  // @ts-expect-error -- target is missing
  compiles(() => mutualInfoScore([0]));
  // @ts-expect-error -- a table is the only argument
  compiles(() => mutualInfoScore(new ContingencyTable(), [0]));
  // @ts-expect-error -- target is missing
  compiles(() => new MutualInfoScore().update([0]));
  // @ts-expect-error -- a promise of labels must be awaited
  compiles(() => new MutualInfoScore().update(tf.tensor1d([0]).data(), [0]));
});

test('weights are numbers', () => {
  expectTypeOf<tf.Tensor1D>().toExtend<SampleWeight>();
  expectTypeOf<Float32Array>().toExtend<SampleWeight>();
  expectTypeOf<readonly number[]>().toExtend<SampleWeight>();
  // @ts-expect-error -- a string is not a weight
  compiles(() => mutualInfoScore([0], [0], { sampleWeight: ['1'] }));
  // @ts-expect-error -- bigints are not weights
  compiles(() => mutualInfoScore([0], [0], { sampleWeight: BigInt64Array.of(1n) }));
});

test('a metric accepts labels or a table', () => {
  const update = (...batch: LabelBatch): void => {
    new MutualInfoScore().update(...batch);
  };
  compiles(() => update);
  expectTypeOf<[ContingencyTable]>().toExtend<LabelBatch>();
  expectTypeOf<[number[], string[]]>().toExtend<LabelBatch>();
  expectTypeOf(new MutualInfoScore().updateAsync([0], [0])).toEqualTypeOf<Promise<void>>();
});

test('labels from a table are valid input labels', () => {
  const table = ContingencyTable.of(['a'], [0]);
  expectTypeOf(table.predLabels).toEqualTypeOf<Label[]>();
  expect(mutualInfoScore(table.predLabels, table.targetLabels)).toBe(0);
});

test('merge, clone and fromJSON have the type of the metric', () => {
  const metric = new MutualInfoScore();
  expectTypeOf(metric.clone()).toEqualTypeOf<MutualInfoScore>();
  expectTypeOf(MutualInfoScore.fromJSON(metric.toJSON())).toEqualTypeOf<MutualInfoScore>();
  // @ts-expect-error -- a table is not a metric
  compiles(() => metric.merge(new ContingencyTable()));
});
