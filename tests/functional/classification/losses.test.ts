import { describe, expect, test } from '@jest/globals';
import * as lib from 'tfjs-metrics';
import { expectClose } from '../../expectClose.ts';
import { hash32 } from '../../parity/hashLabels.ts';

const N = 60;
const logits = Array.from({ length: N }, (_, i) => [1, 2, 3].map((seed) => hash32(i, seed) / 2 ** 30 - 2));
const target = logits.map((_, i) => hash32(i, 4) % 3);
const weights = logits.map((_, i) => (hash32(i, 5) % 8) / 4);
const softmax = (row: number[]): number[] => {
  const total = row.reduce((sum, x) => sum + Math.exp(x), 0);
  return row.map((x) => Math.exp(x) / total);
};
const probabilities = logits.map(softmax);
const isFirst = target.map((label) => (label === 0 ? 1 : 0));
const binaryLogits = logits.map(([x]) => x!);
const binary = binaryLogits.map((x) => 1 / (1 + Math.exp(-x)));
const mean = (values: number[], sampleWeight = values.map(() => 1)): number =>
  values.reduce((sum, value, i) => sum + value * sampleWeight[i]!, 0) / sampleWeight.reduce((sum, w) => sum + w, 0);

const losses = {
  logLoss: {
    score: lib.logLoss,
    ofBinary: binary.map((p, i) => -Math.log(isFirst[i] === 1 ? p : 1 - p)),
    ofClasses: probabilities.map((row, i) => -Math.log(row[target[i]!]!)),
  },
  brierScore: {
    score: lib.brierScore,
    ofBinary: binary.map((p, i) => (p - isFirst[i]!) ** 2),
    ofClasses: probabilities.map((row, i) => row.reduce((sum, p, k) => sum + (p - (k === target[i] ? 1 : 0)) ** 2, 0)),
  },
};

describe.each(Object.entries(losses))('%s', (_, { score, ofBinary, ofClasses }) => {
  test('is the mean over samples, from probabilities or logits', () => {
    expectClose(score(binary, isFirst), mean(ofBinary));
    expectClose(score(binaryLogits, isFirst, { fromLogits: true }), mean(ofBinary));
    expectClose(score(probabilities, target), mean(ofClasses));
    expectClose(score(logits, target, { fromLogits: true }), mean(ofClasses));
  });

  test('weighs samples', () => {
    expectClose(score(binary, isFirst, { sampleWeight: weights }), mean(ofBinary, weights));
    expectClose(score(probabilities, target, { sampleWeight: weights }), mean(ofClasses, weights));
  });

  test('leaves out ignored labels', () => {
    const kept = ofClasses.filter((__, i) => target[i] !== 1);
    expectClose(score(probabilities, target, { ignoreLabel: 1 }), mean(kept));
    const labels = isFirst.map((label, i) => (i < 5 ? -1 : label));
    expectClose(score(binary, labels, { ignoreLabel: -1 }), mean(ofBinary.slice(5)));
  });

  test('is finite for logits of any size', () => {
    for (const size of [1000, 1e300]) {
      expect(score([size, -size], [1, 0], { fromLogits: true })).toBe(0);
      expect(score([[size, -size]], [0], { fromLogits: true })).toBe(0);
      expect(score([size], [0], { fromLogits: true })).toBeGreaterThan(0.5);
    }
  });

  test('needs probabilities, which sum to 1', () => {
    expect(() => score([1.5], [1])).toThrow(
      'preds[0]: expected a probability from 0 to 1, got 1.5; for logits, set the option "fromLogits" to true',
    );
    expect(() => score([[0.5, 0.1]], [0])).toThrow(
      'preds: row 0: expected probabilities with a sum of 1, got a sum of 0.6',
    );
    expect(() => score([[1.5, -0.5]], [0])).toThrow('preds: row 0, column 0: expected a probability from 0 to 1');
    expect(() => score([[1, NaN]], [0])).toThrow(
      /^preds: row 0, column 1: expected a probability from 0 to 1, got NaN$/,
    );
    expect(() => score([NaN], [1])).toThrow(lib.MetricInputError);
  });

  test('is NaN without samples, or the given value', () => {
    expect(score([], [])).toBeNaN();
    expect(score([0.5], [7], { ignoreLabel: 7 })).toBeNaN();
    expect(score([], [], { onUndefined: 3 })).toBe(3);
  });
});

test('logLoss clips probabilities to the precision of their type', () => {
  expectClose(lib.logLoss([0, 1], [1, 0]), -Math.log(2 ** -52));
  expectClose(lib.logLoss(Float32Array.of(0, 1), [1, 0]), -Math.log(2 ** -23));
});

test('hingeLoss is the mean of the missing margin', () => {
  const margins = binaryLogits.map((x, i) => (isFirst[i] === 1 ? x : -x));
  expectClose(lib.hingeLoss(binaryLogits, isFirst), mean(margins.map((m) => Math.max(0, 1 - m))));
  const ofClasses = logits.map((row, i) => {
    const others = row.filter((__, k) => k !== target[i]);
    return Math.max(0, 1 - row[target[i]!]! + Math.max(...others));
  });
  expectClose(lib.hingeLoss(logits, target), mean(ofClasses));
  expectClose(lib.hingeLoss(logits, target, { squared: true }), mean(ofClasses.map((x) => x * x)));
});

describe('calibration', () => {
  test('bins of equal weight have equally many samples, and do not split ties', () => {
    const preds = Array.from({ length: 100 }, (_, i) => (i + 1) / 101);
    const labels = preds.map((_, i) => hash32(i, 1) % 2);
    const { weight, meanPredicted, positiveShare } = lib.calibrationCurve(preds, labels, {
      strategy: 'quantile',
      bins: 10,
    });
    expect(Array.from(weight)).toEqual(Array<number>(10).fill(10));
    expectClose(meanPredicted[0]!, mean(preds.slice(0, 10)));
    expectClose(positiveShare[9]!, mean(labels.slice(90)));
    const tied = lib.calibrationCurve([0.2, 0.2, 0.2, 0.9], [0, 0, 1, 1], { strategy: 'quantile', bins: 2 });
    expect(Array.from(tied.weight)).toEqual([3, 1]);
  });

  test('of several classes is that of the highest probability', () => {
    const confidence = probabilities.map((row) => Math.max(...row));
    const isRight = probabilities.map((row, i) => (row.indexOf(Math.max(...row)) === target[i] ? 1 : 0));
    for (const strategy of ['uniform', 'quantile'] as const) {
      const options = { strategy, bins: 7 };
      const expected = lib.calibrationError(confidence, isRight, options);
      expectClose(lib.calibrationError(probabilities, target, options), expected);
      expectClose(lib.calibrationError(logits, target, { ...options, fromLogits: true }), expected);
      const metric = new lib.CalibrationError(options);
      metric.update(probabilities.slice(0, 20) as never, target.slice(0, 20));
      metric.update(probabilities.slice(20) as never, target.slice(20));
      expectClose(metric.compute(), expected);
      const restored = lib.CalibrationError.fromJSON(JSON.parse(JSON.stringify(metric)));
      expect(restored.compute()).toBe(metric.compute());
    }
  });

  test('bins include their upper edge, and the first one 0', () => {
    const { weight } = lib.calibrationCurve([0, 0.5, 0.50001, 1], [0, 0, 1, 1], { bins: 2 });
    expect(Array.from(weight)).toEqual([2, 2]);
  });

  test('a calibrated classifier has error 0', () => {
    expect(lib.calibrationError([0.5, 0.5, 0, 1], [0, 1, 0, 1])).toBe(0);
    expect(lib.calibrationError([], [])).toBeNaN();
    expect(Array.from(lib.calibrationCurve([], []).weight)).toEqual([]);
  });

  test('bins of other numbers do not merge', () => {
    const [left, right] = [new lib.CalibrationBins(3), new lib.CalibrationBins(4)];
    expect(() => {
      left.merge(right);
    }).toThrow('merge: expected 3 calibration bins, got 4');
    for (const bins of [0, 1.5, 2 ** 30]) expect(() => new lib.CalibrationBins(bins)).toThrow(lib.MetricInputError);
    const json = new lib.CalibrationBins(2).toJSON();
    for (const damaged of [{ ...json, weights: [] }, { ...json, scores: [1, 1] }, { ...json, positives: [0] }, null]) {
      expect(() => lib.CalibrationBins.fromJSON(damaged)).toThrow(lib.MetricStateError);
    }
  });
});
