import { describe, expect, test } from '@jest/globals';
import { accuracy, cohenKappa, f1Score, fBetaScore, matthewsCorrCoef, precision, recall } from 'tfjs-metrics';
import { expectClose } from '../../expectClose.ts';

const preds = [1, 1, 0, 1, 0, 2, 2, 0];
const target = [1, 0, 0, 1, 1, 2, 0, 2];
const sampleWeight = [1, 2, 1, 1, 3, 2, 1, 1];

test.each([1e-200, 1e-300, 1e50])('weights of %d give the scores of the same weights near 1', (scale) => {
  const scaled = { sampleWeight: sampleWeight.map((weight) => weight * scale) };
  for (const weights of [undefined, 'linear', 'quadratic'] as const) {
    expectClose(
      cohenKappa(preds, target, { weights, ...scaled }),
      cohenKappa(preds, target, { weights, sampleWeight }),
    );
  }
  expectClose(matthewsCorrCoef(preds, target, scaled), matthewsCorrCoef(preds, target, { sampleWeight }));
  expectClose(accuracy(preds, target, scaled), accuracy(preds, target, { sampleWeight }));
  const average = 'macro';
  expectClose(f1Score(preds, target, { average, ...scaled }), f1Score(preds, target, { average, sampleWeight }));
});

test('F-beta scores approach recall and precision for a large and a small beta', () => {
  const average = 'none';
  expect(fBetaScore(preds, target, { beta: 1e200, average })).toEqual(recall(preds, target, { average }));
  expect(fBetaScore(preds, target, { beta: 1e-200, average })).toEqual(precision(preds, target, { average }));
});

describe("Cohen's kappa with weights", () => {
  test.each(['linear', 'quadratic'] as const)('%s equals its definition by a double loop over classes', (weights) => {
    for (const classes of [2, 3, 7, 40]) {
      const next = (k: number): number => Math.floor(Math.abs(Math.sin(classes * 100 + k)) * 1e6) % classes;
      const [left, right] = [
        Array.from({ length: 90 }, (_, k) => next(k)),
        Array.from({ length: 90 }, (_, k) => next(k * k)),
      ];
      const power = weights === 'linear' ? 1 : 2;
      let [observed, expected] = [0, 0];
      for (let i = 0; i < 90; i++) {
        observed += Math.abs(left[i]! - right[i]!) ** power;
        for (let j = 0; j < 90; j++) expected += Math.abs(left[i]! - right[j]!) ** power / 90;
      }
      const labels = Array.from({ length: classes }, (_, k) => k);
      expectClose(cohenKappa(left, right, { weights, labels }), 1 - observed / expected);
    }
  });
});
