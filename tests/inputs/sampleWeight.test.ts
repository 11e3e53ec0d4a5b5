import { describe, expect, test } from '@jest/globals';
import { ContingencyTable, MetricInputError, type SampleWeight } from 'tfjs-metrics';

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
    expect(weighted(sampleWeight)).toEqual([[2, 1], [0, 3]]); // prettier-ignore
  });

  test('fractions add up', () => {
    const sampleWeight = [0.5, 0.25, 0.125];
    expect(ContingencyTable.of([4, 4, 4], [9, 9, 9], { sampleWeight }).n).toBe(0.875);
  });

  test('undefined is a weight of 1 for each pair', () => {
    expect(ContingencyTable.of([0, 0], [0, 0], { sampleWeight: undefined }).n).toBe(2);
  });

  test('a pair of weight 0 leaves no trace', () => {
    const table = ContingencyTable.of([0, 5], [0, 6], { sampleWeight: [1, 0] });
    expect([table.predLabels, table.targetLabels, table.n]).toEqual([[0], [0], 1]);
  });

  test('they are not changed, and may be changed after the call', () => {
    const sampleWeight = Float64Array.of(2, 1, 3);
    const table = ContingencyTable.of([0, 1, 1], [0, 0, 1], { sampleWeight });
    expect([...sampleWeight]).toEqual([2, 1, 3]);
    sampleWeight.fill(0);
    expect(table.n).toBe(6);
  });
});

describe('what is no weight is refused by place and value', () => {
  const refused: [unknown, string][] = [
    [[1, -1, 1], 'sampleWeight[1] is -1: expected a finite number, 0 or above'],
    [Float32Array.of(1, 1, NaN), 'sampleWeight[2] is NaN'],
    [[Infinity, 1, 1], 'sampleWeight[0] is Infinity'],
    [[1, '1', 1], 'sampleWeight[1] is "1"'],
    [[1, null, 1], 'sampleWeight[1] is null'],
    [[1, undefined, 1], 'sampleWeight[1] is undefined'],
    [[true, 1, 1], 'sampleWeight[0] is true'],
    [BigInt64Array.of(1n, 1n, 1n), 'sampleWeight[0] is 1n'],
    [[1, 1], 'sampleWeight has 2 values for 3 samples: expected one weight for each'],
    [[1, 1, 1, 1], 'sampleWeight has 4 values for 3 samples'],
    [[], 'sampleWeight has 0 values for 3 samples'],
    [2, 'sampleWeight: expected a tensor, a typed array or an array, got 2'],
    ['111', 'sampleWeight: expected a tensor, a typed array or an array, got "111"'],
  ];

  test.each(refused)('%j', (sampleWeight, message) => {
    const call = () => weighted(sampleWeight as number[]);
    expect(call).toThrow(MetricInputError);
    expect(call).toThrow(message);
  });
});
