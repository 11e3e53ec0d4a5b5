import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import type { Labels } from 'tfjs-metrics';
import { expectClose } from '../expectClose.ts';
import { clusteringScores } from '../parity/tableScores.ts';
import type { Labeling } from './labelings.ts';

const label = fc.integer({ min: 0, max: 5 });
const labelings = fc
  .array(fc.tuple(label, label), { minLength: 1, maxLength: 25 })
  .map((pairs): Labeling => [pairs.map(([pred]) => pred), pairs.map(([, target]) => target)]);

type Form = (labels: number[]) => Labels;

/** Formats that preserve the order of labels, so that scores are bitwise equal. */
const ordered: [string, Form][] = [
  ['bigints', (labels) => labels.map(BigInt)],
  ['Int8Array', (labels) => Int8Array.from(labels)],
  ['Uint8Array', (labels) => Uint8Array.from(labels)],
  ['Uint8ClampedArray', (labels) => Uint8ClampedArray.from(labels)],
  ['Int16Array', (labels) => Int16Array.from(labels)],
  ['Uint16Array', (labels) => Uint16Array.from(labels)],
  ['Int32Array', (labels) => Int32Array.from(labels)],
  ['Uint32Array', (labels) => Uint32Array.from(labels)],
  ['Float32Array', (labels) => Float32Array.from(labels)],
  ['Float64Array', (labels) => Float64Array.from(labels)],
  ['BigInt64Array', (labels) => BigInt64Array.from(labels.map(BigInt))],
  ['BigUint64Array', (labels) => BigUint64Array.from(labels.map(BigInt))],
  ['float32 tensors', (labels) => tf.tensor1d(labels)],
  ['int32 tensors', (labels) => tf.tensor(labels, [labels.length, 1], 'int32')],
  ['string tensors', (labels) => tf.tensor(labels.map(String), [1, labels.length])],
  ['strings', (labels) => labels.map(String)],
  ['labels beyond 32 bits', (labels) => labels.map((each) => each + 2 ** 33)],
  ['sparse labels', (labels) => labels.map((each) => each * 400_000_000 - 1e9)],
];

const disordered: [string, Form][] = [
  ['negated numbers', (labels) => labels.map((each) => -each)],
  ['names', (labels) => labels.map((each) => ['zero', 'one', 'two', 'three', 'four', 'five'][each]!)],
];

beforeAll(() => {
  tf.engine().startScope();
});
afterAll(() => {
  tf.engine().endScope();
});

describe.each(ordered)('%s give bitwise equal scores', (_, form) => {
  test('for preds and target', () => {
    fc.assert(
      fc.property(labelings, ([preds, target]) => {
        for (const { score, options } of clusteringScores) {
          const expected = score(preds, target, options);
          expect(score(form(preds), form(target), options)).toBe(expected);
          expect(score(form(preds), target, options)).toBe(expected);
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe.each(disordered)('%s give equal scores', (_, form) => {
  test('for preds and target', () => {
    fc.assert(
      fc.property(labelings, ([preds, target]) => {
        for (const { score, options } of clusteringScores) {
          expectClose(score(form(preds), form(target), options), score(preds, target, options));
        }
      }),
      { numRuns: 15 },
    );
  });
});

test('booleans, bool tensors, and labels 0 and 1 give equal scores', () => {
  const halves = labelings.map(([preds, target]): Labeling => [
    preds.map((each) => each % 2),
    target.map((each) => each % 2),
  ]);
  fc.assert(
    fc.property(halves, ([preds, target]) => {
      const asBooleans = preds.map((each) => each === 1);
      for (const { score, options } of clusteringScores) {
        const expected = score(preds, target, options);
        expect(score(asBooleans, target, options)).toBe(expected);
        expect(score(tf.tensor1d(asBooleans, 'bool'), target, options)).toBe(expected);
      }
    }),
    { numRuns: 15 },
  );
});
