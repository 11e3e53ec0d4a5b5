import { expect, test } from '@jest/globals';
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import * as lib from 'tfjs-metrics/information';

const scores = tf.tensor2d([
  [1, 0],
  [0.5, 1],
]);
const disposedScalar = tf.scalar(1);
disposedScalar.dispose();

type Bound = (scores: tf.Tensor2D, options?: never) => unknown;

test.each<[string, Bound, unknown, string]>([
  [
    'infoNceLowerBound',
    lib.infoNceLowerBound,
    { contrast: 'row' },
    'option "contrast": expected one of "rows", "columns", "symmetric", got "row"',
  ],
  [
    'infoNceLowerBound',
    lib.infoNceLowerBound,
    { axis: 1 },
    'expected known options, got "axis"; the options are contrast',
  ],
  ['smileLowerBound', lib.smileLowerBound, { tau: 1 }, 'expected known options, got "tau"; the options are clip'],
  [
    'smileLowerBound',
    lib.smileLowerBound,
    { clip: '5' },
    'option "clip": expected a number above 0, or Infinity, got "5"',
  ],
  ['smileLowerBound', lib.smileLowerBound, { clip: 0 }, 'option "clip": expected a number above 0, or Infinity, got 0'],
  ['smileLowerBound', lib.smileLowerBound, { clip: NaN }, 'or Infinity, got NaN'],
  ['smileLowerBound', lib.smileLowerBound, 5, 'expected an object of options, got 5'],
  [
    'clubUpperBound',
    lib.clubUpperBound,
    { includeDiagonal: 0 },
    'option "includeDiagonal": expected true or false, got 0',
  ],
  [
    'clubUpperBound',
    lib.clubUpperBound,
    { diagonal: true },
    'expected known options, got "diagonal"; the options are includeDiagonal',
  ],
  [
    'mineLowerBound',
    lib.mineLowerBound,
    { logMeanExp: NaN },
    'option "logMeanExp": expected a finite number or a scalar, got NaN',
  ],
  [
    'mineLowerBound',
    lib.mineLowerBound,
    { logMeanExp: tf.zeros([1]) },
    'option "logMeanExp": expected a finite number or a scalar',
  ],
  [
    'mineLowerBound',
    lib.mineLowerBound,
    { logMeanExp: disposedScalar },
    'option "logMeanExp": expected a finite number or a scalar',
  ],
  ['mineLowerBound', lib.mineLowerBound, { rate: 0 }, 'option "rate": expected a number above 0, at most 1, got 0'],
  ['mineLowerBound', lib.mineLowerBound, { rate: '1' }, 'option "rate": expected a number above 0, at most 1, got "1"'],
  [
    'mineLowerBound',
    lib.mineLowerBound,
    { decay: 0.9 },
    'expected known options, got "decay"; the options are logMeanExp, rate',
  ],
])('%s throws for invalid or unknown options: %#', (name, bound, options, message) => {
  const tensors = tf.memory().numTensors;
  expect(() => bound(scores, options as never)).toThrow(lib.MetricInputError);
  expect(() => bound(scores, options as never)).toThrow(`${name}: `);
  expect(() => bound(scores, options as never)).toThrow(message);
  expect(tf.memory().numTensors).toBe(tensors);
});

test.each<[string, (scores: never) => unknown]>([
  ['infoNceLowerBound', lib.infoNceLowerBound],
  ['nwjLowerBound', lib.nwjLowerBound],
  ['mineLowerBound', lib.mineLowerBound],
  ['interpolatedLowerBound', (f) => lib.interpolatedLowerBound(f, tf.zeros([2]), 0.5)],
  ['clubUpperBound', lib.clubUpperBound],
])('%s throws for invalid scores and describes them', (name, bound) => {
  const disposed = tf.clone(scores);
  disposed.dispose();
  const refused: readonly [unknown, string][] = [
    [disposed, '[2, 2] (disposed)'],
    [tf.zeros([2, 3]), '[2, 3]'],
    [tf.fill([2, 2], 'a'), '[2, 2] of strings'],
    [tf.complex(tf.zeros([2, 2]), tf.zeros([2, 2])), '[2, 2] of complex numbers'],
    [
      [
        [1, 0],
        [0, 1],
      ],
      'Array of length 2',
    ],
    [undefined, 'undefined'],
  ];
  for (const [given, got] of refused) {
    expect(() => bound(given as never)).toThrow(lib.MetricInputError);
    expect(() => bound(given as never)).toThrow(new RegExp(`^${name}: .*got ${got.replace(/[[\]()]/g, '\\$&')}$`));
  }
});

test.each(['0.5', [0.5], null, true, undefined, NaN, 2])('α = %j throws', (alpha) => {
  const at = (): tf.Scalar => lib.interpolatedLowerBound(scores, tf.zeros([2]), alpha as unknown as number);
  expect(at).toThrow(lib.MetricInputError);
  expect(at).toThrow('interpolatedLowerBound: alpha: expected a number from 0 to 1, got ');
});

test('bounds of log-probabilities require 1-D tensors of equal length and a finite entropy', () => {
  const [list, column] = [tf.zeros<tf.Rank.R1>([3]), tf.zeros<tf.Rank.R1>([3, 1] as never)];
  expect(() => lib.variationalUpperBound(list, column)).toThrow(
    'variationalUpperBound: logMarginal: expected a tensor of shape [3], got [3, 1]',
  );
  expect(() => lib.variationalUpperBound(list, tf.zeros([2]))).toThrow('[3], got [2]');
  expect(() => lib.barberAgakovLowerBound(list, '1' as unknown as number)).toThrow(
    'barberAgakovLowerBound: entropy: expected a finite number, got "1"',
  );
});

test('undefined and empty options give the defaults', () => {
  const at = (bound: tf.Scalar): number => bound.arraySync();
  expect(at(lib.smileLowerBound(scores, {}))).toBe(at(lib.smileLowerBound(scores, { clip: 5 })));
  const symmetric = lib.infoNceLowerBound(scores, { contrast: undefined });
  expect(at(symmetric)).toBe(at(lib.infoNceLowerBound(scores, { contrast: 'rows' })));
  const none = lib.clubUpperBound(scores, { includeDiagonal: undefined });
  expect(at(none)).toBe(at(lib.clubUpperBound(scores, { includeDiagonal: true })));
  const before = lib.mineLowerBound(scores, { logMeanExp: tf.scalar(0.2), rate: 0.5 });
  const same = lib.mineLowerBound(scores, { logMeanExp: 0.2, rate: 0.5 });
  expect(at(before.logMeanExp)).toBeCloseTo(at(same.logMeanExp), 6);
});
