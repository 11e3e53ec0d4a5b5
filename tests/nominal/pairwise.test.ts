import { expect, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import * as lib from 'tfjs-metrics';
import { MetricCollection, PairwiseTables, type LabelMatrix } from 'tfjs-metrics';
import { expectClose } from '../expectClose.ts';
import { hash32 } from '../parity/hashLabels.ts';

const scores = [
  { score: lib.cramersV, matrix: lib.cramersVMatrix, Twin: lib.CramersVMatrix },
  { score: lib.tschuprowsT, matrix: lib.tschuprowsTMatrix, Twin: lib.TschuprowsTMatrix },
  {
    score: lib.pearsonsContingencyCoefficient,
    matrix: lib.pearsonsContingencyCoefficientMatrix,
    Twin: lib.PearsonsContingencyCoefficientMatrix,
  },
  { score: lib.theilsU, matrix: lib.theilsUMatrix, Twin: lib.TheilsUMatrix },
];

const names = ['red', 'green', 'blue'];
const rows: (string | number | boolean | null)[][] = Array.from({ length: 60 }, (_, i) => {
  const a = hash32(i, 1) % 3;
  return [names[a]!, (a + (hash32(i, 2) % 2)) % 4, hash32(i, 3) % 2 === 0, -7 * (a + 1)];
});
const column = (j: number, of = rows): never => of.map((row) => row[j]) as never;

test.each(scores)('the matrix of $score.name contains the score of each pair of columns', ({ score, matrix }) => {
  const values = matrix(rows as LabelMatrix);
  for (let i = 0; i < 4; i++) {
    for (let j = 0; j < 4; j++) {
      expectClose(values[i]![j]!, i === j ? 1 : score(column(i), column(j)));
    }
  }
});

test.each(scores)('the matrix of $score.name is the same by batches, merged and restored', ({ matrix, Twin }) => {
  const [left, right] = [new Twin(), new Twin()];
  left.update(rows.slice(0, 7) as LabelMatrix);
  left.update([]);
  left.update(rows.slice(7, 30) as LabelMatrix);
  right.update(rows.slice(30) as LabelMatrix);
  left.merge(JSON.parse(JSON.stringify(right)));
  expect(left.updateCount).toBe(3);
  expect(left.compute()).toEqual(matrix(rows as LabelMatrix));
});

test.each(scores)(
  'the matrix of $score.name excludes a sample from the pairs for which it has a missing label',
  ({ score, matrix }) => {
    const gaps = rows.map((row, i) => row.map((label, j) => (hash32(i, 9 + j) % 5 === 0 ? null : label)));
    const options = { nanStrategy: 'drop' } as const;
    const values = matrix(gaps as LabelMatrix, options);
    expectClose(values[0]![1]!, score(column(0, gaps), column(1, gaps), options));
    expectClose(values[2]![3]!, score(column(2, gaps), column(3, gaps), options));
    expect(() => matrix(gaps as LabelMatrix)).toThrow(/matrix, column \d: label\[\d+\]: expected a label, got null/);
    const numbers = gaps.map((row) => [row[1]!, row[3]!]) as LabelMatrix;
    const replace = { nanStrategy: 'replace', nanReplaceValue: 9 } as const;
    const expected = score(column(1, gaps), column(3, gaps), replace);
    expectClose(matrix(numbers, replace)[0]![1]!, expected);
  },
);

test('tensors are accepted as label matrices, also with missing labels', () => {
  const matrix = tf.tensor2d([0, 1, 0, 1, 1, 0, NaN, 5], [4, 2]);
  const expected = lib.theilsUMatrix([
    [0, 1],
    [0, 1],
    [1, 0],
  ]);
  expect(lib.theilsUMatrix(matrix, { nanStrategy: 'drop' })).toEqual(expected);
  const flags = tf.tensor2d([true, true, false, false], [2, 2], 'bool');
  expect(PairwiseTables.of(flags).table(0, 1).predLabels).toEqual([false, true]);
});

test('a weight counts as that many samples', () => {
  const sampleWeight = rows.map((_, i) => i % 3);
  const repeated = rows.flatMap((row, i) => Array.from({ length: i % 3 }, () => row));
  const weighted = lib.cramersVMatrix(rows as LabelMatrix, { sampleWeight });
  expect(weighted).toEqual(lib.cramersVMatrix(repeated as LabelMatrix));
  const half = { sampleWeight: rows.map(() => 0.5) };
  expect(() => new lib.CramersVMatrix().update(rows as LabelMatrix, half)).toThrow(/biasCorrection/);
});

test('matrix metrics in a collection share their tables', () => {
  const metrics = new MetricCollection({
    v: new lib.CramersVMatrix(),
    u: new lib.TheilsUMatrix(),
  });
  metrics.update(rows as LabelMatrix);
  expect(metrics.compute().u).toEqual(lib.theilsUMatrix(rows as LabelMatrix));
  expect(new lib.CramersVMatrix().stateKey).toBe(new lib.TheilsUMatrix().stateKey);
  const drop = new lib.TheilsUMatrix({ nanStrategy: 'drop' });
  expect(drop.stateKey).not.toBe(new lib.TheilsUMatrix().stateKey);
});

test('an invalid matrix is rejected with the position and does not change the metric', () => {
  const metric = new lib.TheilsUMatrix();
  metric.update(rows as LabelMatrix);
  const before = JSON.stringify(metric);
  expect(() => metric.update([[1, 2], [1]])).toThrow(
    /matrix\[1\]: expected a row of 2 labels, as in the first row, got Array of length 1/,
  );
  expect(() => metric.update([[1, 2]])).toThrow(/expected 4 columns/);
  expect(() => metric.update([[1, 2, 3, 4]])).toThrow(/expected string labels/);
  expect(() => metric.update([['red', 0.5, true, 1]])).toThrow(
    /matrix, column 1: label\[0\]: expected an integer label, got 0.5/,
  );
  expect(() => metric.update('abc' as never)).toThrow(/expected a tensor/);
  expect(() => metric.update(tf.tensor1d([1]))).toThrow(/\[N, variables\], got shape \[1\]/);
  expect(JSON.stringify(metric)).toBe(before);
  expect(() => PairwiseTables.of(rows as LabelMatrix).table(1, 1)).toThrow(/two different variables/);
  expect(() => PairwiseTables.of(rows as LabelMatrix).table(0, 4)).toThrow(/two different variables/);
});

test('a damaged snapshot of tables is rejected', () => {
  const good = PairwiseTables.of(rows as LabelMatrix).toJSON();
  expect(PairwiseTables.fromJSON(good).toJSON()).toEqual(good);
  expect(() => PairwiseTables.fromJSON({ ...good, variables: 3 })).toThrow(/tables: expected 3 for 3 variables, got 6/);
  expect(() => PairwiseTables.fromJSON({ ...good, kind: 'Tables' })).toThrow(/PairwiseTables/);
});

test('no samples give an empty matrix', () => {
  expect(lib.cramersVMatrix([])).toEqual([]);
});
