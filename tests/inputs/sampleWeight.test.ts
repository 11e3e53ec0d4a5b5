import { describe, expect, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import {
  adjustedRandScore,
  ContingencyTable,
  cramersV,
  MeanMetric,
  MetricInputError,
  mutualInfoScore,
  type SampleWeight,
} from 'tfjs-metrics';
import { softMutualInfoScore, SoftMutualInfoScore } from 'tfjs-metrics/information';

const weighted = (sampleWeight: SampleWeight): number[][] =>
  ContingencyTable.of([0, 1, 1], [0, 0, 1], { sampleWeight }).toMatrix();

describe('every form of weights is read', () => {
  const forms: [string, SampleWeight][] = [
    ['an array', [2, 1, 3]],
    ['a Float64Array', Float64Array.of(2, 1, 3)],
    ['a Float32Array', Float32Array.of(2, 1, 3)],
    ['an Int32Array', Int32Array.of(2, 1, 3)],
    ['a Uint8Array', Uint8Array.of(2, 1, 3)],
  ];

  test.each(forms)('%s', (_, sampleWeight) => {
    expect(weighted(sampleWeight)).toEqual([
      [2, 1],
      [0, 3],
    ]);
  });

  test.each<[string, SampleWeight]>([
    ['a number', 2.5],
    ['an array of one', [2.5]],
    ['a typed array of one', Float32Array.of(2.5)],
    ['a scalar tensor', tf.scalar(2.5)],
    ['a tensor of one', tf.tensor1d([2.5])],
  ])('%s is the weight of every sample', (_, sampleWeight) => {
    expect(weighted(sampleWeight)).toEqual([
      [2.5, 2.5],
      [0, 2.5],
    ]);
    const [preds, target] = [
      [0, 1, 1, 2],
      [0, 0, 1, 1],
    ];
    const options = { sampleWeight };
    const score = adjustedRandScore(preds, target);
    expect(adjustedRandScore(preds, target, { sampleWeight: 3 })).toBeCloseTo(
      adjustedRandScore([...preds, ...preds, ...preds], [...target, ...target, ...target]),
      12,
    );
    expect(Number.isFinite(score)).toBe(true);
    expect(mutualInfoScore(preds, target, options)).toBeCloseTo(mutualInfoScore(preds, target), 12);
    const uncorrected = { ...options, biasCorrection: false };
    expect(cramersV(preds, target, uncorrected)).toBeCloseTo(cramersV(preds, target, { biasCorrection: false }), 12);
    const mean = new MeanMetric();
    mean.update([1, 2], { sampleWeight: sampleWeight as number });
    mean.update([4], { sampleWeight: 5 });
    expect(mean.compute()).toBeCloseTo((2.5 * 3 + 20) / 10, 12);
    const soft = new SoftMutualInfoScore({ bins: 4 });
    soft.update([0.1, 0.5, 0.9], [0.2, 0.4, 0.8], options);
    expect(soft.compute()).toBeCloseTo(
      Number(
        softMutualInfoScore([0.1, 0.5, 0.9], [0.2, 0.4, 0.8], {
          bins: 4,
          sampleWeight: sampleWeight as number,
        }).dataSync()[0],
      ),
      5,
    );
  });

  test('fractions are summed', () => {
    const sampleWeight = [0.5, 0.25, 0.125];
    expect(ContingencyTable.of([4, 4, 4], [9, 9, 9], { sampleWeight }).n).toBe(0.875);
  });

  test('undefined means a weight of 1 for each pair', () => {
    expect(ContingencyTable.of([0, 0], [0, 0], { sampleWeight: undefined }).n).toBe(2);
  });

  test('a pair of weight 0 has no effect', () => {
    const table = ContingencyTable.of([0, 5], [0, 6], { sampleWeight: [1, 0] });
    expect([table.predLabels, table.targetLabels, table.n]).toEqual([[0], [0], 1]);
  });

  test('weights are not changed, and may be changed after the call', () => {
    const sampleWeight = Float64Array.of(2, 1, 3);
    const table = ContingencyTable.of([0, 1, 1], [0, 0, 1], { sampleWeight });
    expect([...sampleWeight]).toEqual([2, 1, 3]);
    sampleWeight.fill(0);
    expect(table.n).toBe(6);
  });
});

describe('an invalid weight is rejected with its index and value', () => {
  const refused: [unknown, string][] = [
    [[1, -1, 1], 'sampleWeight[1]: expected a finite number ≥ 0, got -1'],
    [Float32Array.of(1, 1, NaN), 'sampleWeight[2]: expected a finite number ≥ 0, got NaN'],
    [[Infinity, 1, 1], 'sampleWeight[0]: expected a finite number ≥ 0, got Infinity'],
    [[1, '1', 1], 'sampleWeight[1]: expected a finite number ≥ 0, got "1"'],
    [[1, null, 1], 'sampleWeight[1]: expected a finite number ≥ 0, got null'],
    [[1, undefined, 1], 'sampleWeight[1]: expected a finite number ≥ 0, got undefined'],
    [[true, 1, 1], 'sampleWeight[0]: expected a finite number ≥ 0, got true'],
    [BigInt64Array.of(1n, 1n, 1n), 'sampleWeight[0]: expected a finite number ≥ 0, got 1n'],
    [[1, 1], 'sampleWeight: expected one weight for each of 3 samples, or one for all, got 2'],
    [[1, 1, 1, 1], 'sampleWeight: expected one weight for each of 3 samples, or one for all, got 4'],
    [[], 'sampleWeight: expected one weight for each of 3 samples, or one for all, got 0'],
    [-2, 'sampleWeight: expected a finite number ≥ 0, got -2'],
    [NaN, 'sampleWeight: expected a finite number ≥ 0, got NaN'],
    [[-2], 'sampleWeight[0]: expected a finite number ≥ 0, got -2'],
    [true, 'sampleWeight: expected a tensor, a typed array or an array, got true'],
    ['111', 'sampleWeight: expected a tensor, a typed array or an array, got "111"'],
  ];

  test.each(refused)('%j', (sampleWeight, message) => {
    const call = () => weighted(sampleWeight as number[]);
    expect(call).toThrow(MetricInputError);
    expect(call).toThrow(message);
  });
});
