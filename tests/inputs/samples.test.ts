import { expect, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs-core';
import { checkSamples } from '../../src/inputs/samples.ts';
import { MetricInputError } from 'tfjs-metrics';

const data = [1, 2, 3, 4, 5, 6];
const rows = [
  [1, 2],
  [3, 4],
  [5, 6],
];

test.each([
  ['an array of rows', rows],
  ['an array of typed rows', rows.map((row) => Float32Array.from(row))],
  ['a flat array with its shape', { data: Float64Array.from(data), shape: [3, 2] }],
  ['a tensor', tf.tensor2d(rows)],
  ['an int32 tensor', tf.tensor2d(rows, undefined, 'int32')],
])('%s is read row by row', (_, input) => {
  const { data: values, n, d } = checkSamples(input, 'x');
  expect([[...values], n, d]).toEqual([data, 3, 2]);
});

test.each([
  ['an array', data],
  ['a typed array', Int16Array.from(data)],
  ['a tensor', tf.tensor1d(data)],
])('%s of one dimension holds samples of one value', (_, input) => {
  const { data: values, n, d } = checkSamples(input, 'x');
  expect([[...values], n, d]).toEqual([data, 6, 1]);
});

test('float arrays are not copied', () => {
  const values = Float32Array.from(data);
  expect(checkSamples({ data: values, shape: [2, 3] }, 'x').data).toBe(values);
});

test('empty samples are valid', () => {
  expect(checkSamples([], 'x')).toEqual({
    data: new Float64Array(0),
    n: 0,
    d: 1,
    magnitude: 0,
    isOneDimensional: true,
  });
});

test.each([
  [
    [
      [1, 2],
      [3, NaN],
    ],
    'x: row 1, column 1: expected a finite number, got NaN',
  ],
  [[1, Infinity], 'x[1]: expected a finite number, got Infinity'],
  [Float32Array.of(1, NaN), 'x[1]: expected a finite number, got NaN'],
  [tf.tensor1d([1, NaN]), 'x[1]: expected a finite number, got NaN'],
  [[[1], [NaN]], 'x: row 1, column 0: expected a finite number, got NaN'],
  [tf.tensor2d([[1], [NaN]]), 'x: row 1, column 0: expected a finite number, got NaN'],
  [[[1, 2], [3]], 'x[1]: expected a row of 2 numbers, as in the first row, got Array of length 1'],
  [[[1, 2], 'ab'], 'x[1]: expected an array of numbers as row, got "ab"'],
  [[[1], null], 'x[1]: expected an array of numbers as row, got null'],
  [[1, undefined], 'x[1]: expected a finite number, got undefined'],
  [[['1']], 'x[0][0]: expected a finite number, got "1"'],
  [{ data: Float64Array.of(1, 2), shape: [1, 1] }, 'expected [n, d] with n · d = 2'],
  [{ data: [1, 2], shape: [1, 2] }, 'x.data: expected a Float64Array'],
  [BigInt64Array.of(1n), 'x: expected numbers, got BigInt64Array'],
  [tf.zeros([2, 2, 2]), 'got shape [2, 2, 2]'],
  [tf.tensor1d(['a']), 'got strings'],
  ['text', 'x: expected a tensor, an array of rows'],
  [null, 'got null'],
])('%j is rejected', (input, message) => {
  expect(() => checkSamples(input, 'x')).toThrow(MetricInputError);
  expect(() => checkSamples(input, 'x')).toThrow(message);
});

test('a disposed tensor is rejected', () => {
  const tensor = tf.tensor1d([1]);
  tensor.dispose();
  expect(() => checkSamples(tensor, 'x')).toThrow('x: expected a readable tensor');
});
