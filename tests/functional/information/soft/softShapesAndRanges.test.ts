import { describe, expect, test } from '@jest/globals';
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import {
  MetricInputError,
  softHistogram,
  softHistogram2d,
  softMutualInfoLoss,
  SoftMutualInfoScore,
  softMutualInfoScore,
  softNormalizedMutualInfoScore,
} from 'tfjs-metrics/information';
import { following, uniform } from '../../../backends/values.ts';
import { watchWarnings } from '../../../metrics/warnings.ts';

tf.registerBackend('device', () => tf.findBackend('cpu') as never);
tf.copyRegisteredKernels('cpu', 'device');

const warnings = watchWarnings();
const x = Array.from(uniform(60, 1), (value) => 0.05 + 0.9 * value);
const y = Array.from(following(Float64Array.from(x), 2), (value) => 0.05 + 0.9 * value);
const column = (values: readonly number[]): number[][] => values.map((value) => [value]);
const number = (tensor: tf.Tensor): number => (tensor as tf.Scalar).arraySync();

describe('one-column inputs are pooled', () => {
  const expected = number(softMutualInfoScore(x, y, { bins: 8 }));

  test('by the scores, the loss and the metric alike', () => {
    const [a, b] = [tf.tensor2d(column(x)), tf.tensor2d(column(y))];
    expect(expected).toBeGreaterThan(0.1);
    expect(number(softMutualInfoScore(a, b, { bins: 8 }))).toBe(expected);
    expect(number(softMutualInfoScore(column(x), y, { bins: 8 }))).toBe(expected);
    expect(number(softMutualInfoLoss({ bins: 8 })(a, b))).toBe(-expected);
    expect(softNormalizedMutualInfoScore(a, b).shape).toEqual([]);
    expect(softHistogram2d(a, b, { bins: 4 }).shape).toEqual([4, 4]);
    expect(softHistogram(a, { bins: 4 }).shape).toEqual([4]);
    const values = [a, column(x)].map((preds) => {
      const metric = new SoftMutualInfoScore({ bins: 8 });
      metric.update(preds, b);
      return metric.compute();
    });
    values.forEach((value) => {
      expect(value).toBeCloseTo(expected, 6);
    });
  });

  test('with weights and masks of one number a row', () => {
    const mask = x.map((_, n) => n % 3 !== 0);
    const kept = (of: readonly number[]): number[] => of.filter((_, n) => mask[n]);
    const alone = number(softMutualInfoScore(kept(x), kept(y), { bins: 8 }));
    for (const given of [mask, mask.map((counts) => [counts])]) {
      expect(number(softMutualInfoScore(column(x), column(y), { bins: 8, mask: given }))).toBeCloseTo(alone, 6);
    }
  });

  test('and have the gradient of pooled values, in their own shape', () => {
    const [a, b] = [tf.tensor2d(column(x)), tf.tensor1d(y)];
    const [byColumn] = tf.grads((p, t) => softMutualInfoScore(p!, t!, { bins: 8 }))([a, b]);
    const [byFlat] = tf.grads((p, t) => softMutualInfoScore(p!, t!, { bins: 8 }))([tf.tensor1d(x), b]);
    expect(byColumn!.shape).toEqual([60, 1]);
    expect(byColumn!.dataSync()).toEqual(byFlat!.dataSync());
  });

  test('images too, and examples apart only when asked for', () => {
    const rows = [x.slice(0, 30), x.slice(30)];
    const others = [y.slice(0, 30), y.slice(30)];
    expect(number(softMutualInfoScore(rows, others, { bins: 8 }))).toBe(expected);
    const apart = softMutualInfoScore<tf.Tensor1D>(rows, others, { bins: 8, perExample: true });
    expect(apart.arraySync()).toEqual(rows.map((row, k) => number(softMutualInfoScore(row, others[k]!, { bins: 8 }))));
    expect(() => softMutualInfoScore(rows, x)).toThrow(MetricInputError);
    expect(() => softMutualInfoScore([x], column(y), { perExample: true })).toThrow(
      'target: expected the shape [1, 60] of preds, got shape [60, 1]',
    );
  });
});

describe('values outside the range', () => {
  const far = x.map((value, n) => (n < 6 ? value + 2 : value));

  test('are warned of once, with their share and the observed range', () => {
    softMutualInfoScore(far, y, { range: [0, 1.5] });
    softMutualInfoScore(far, y, { range: [0, 1.5] });
    expect(warnings()).toEqual([
      expect.stringMatching(
        /^softMutualInfoScore: 10 % of the values of preds lie outside the range \[0, 1\.5\].* from 0\.\d+ to 2\.\d+; set the option "range"$/,
      ),
    ]);
  });

  test('are warned of by the metric and the loss, and not where they are masked or 1 % or less', () => {
    const metric = new SoftMutualInfoScore({ range: [0, 1.6] });
    metric.update(far, y);
    metric.update(far, y);
    softMutualInfoLoss({ range: [0, 1.6] })(tf.tensor1d(y), tf.tensor1d(far));
    expect(warnings()).toHaveLength(2);
    softMutualInfoScore(far, y, { range: [0, 1.7], mask: far.map((value) => value < 1) });
    const many = Array.from({ length: 300 }, (_, n) => (n < 3 ? 9 : n / 300));
    softHistogram(many, { range: [0, 1.7] });
    expect(warnings()).toHaveLength(2);
  });
});

describe.each(['cpu', 'device'])('the range of the data, on the backend %s', (backend) => {
  const [a, b] = [x.map((value) => 50 * value - 7), y.map((value) => value - 9)];
  const rangeOf = (values: readonly number[]): [number, number] => {
    const rounded = values.map(Math.fround);
    return [Math.min(...rounded), Math.max(...rounded)];
  };
  const range = [rangeOf(a), rangeOf(b)] as const;

  test('is that of the values, and constant for the gradient', async () => {
    await tf.setBackend(backend);
    for (const kernel of ['box', 'linear', 'cubicBSpline'] as const) {
      const of = (options: object) =>
        tf.valueAndGrads((p, t) => softMutualInfoScore(p!, t!, { bins: 6, kernel, ...options }))([
          tf.tensor1d(a),
          tf.tensor1d(b),
        ]);
      const [fromData, given] = [of({ range: 'data' }), of({ range })];
      expect(number(fromData.value)).toBeCloseTo(number(given.value), 5);
      fromData.grads.forEach((gradient, side) => {
        const expected = given.grads[side]!.dataSync();
        gradient.dataSync().forEach((slope, n) => {
          expect(slope).toBeCloseTo(expected[n]!, 4);
        });
      });
    }
  });

  test('is that of each example apart, of values that count, and one bin where all are equal', async () => {
    await tf.setBackend(backend);
    const rows = [a.slice(0, 30), a.slice(30).map((value) => 3 * value)];
    const apart = softHistogram<tf.Tensor2D>(rows, { bins: 4, range: 'data', perExample: true });
    rows.forEach((row, k) => {
      const alone = softHistogram(row, { bins: 4, range: rangeOf(row) }).arraySync();
      apart.arraySync()[k]!.forEach((count, bin) => {
        expect(count).toBeCloseTo(alone[bin]!, 4);
      });
    });
    const mask = [false, true, true, true];
    const masked = softHistogram([NaN, 1, 2, 3], { bins: 2, range: 'data', kernel: 'box', mask });
    expect(masked.arraySync()).toEqual([1, 2]);
    expect(number(softMutualInfoScore([5, 5, 5], [1, 2, 3], { range: 'data' }))).toBeCloseTo(0, 6);
    expect(number(softMutualInfoScore([], [], { range: 'data' }))).toBeNaN();
    await tf.setBackend('cpu');
  });
});

test('values that float32 does not represent are refused; a metric counts them in float64', () => {
  const of = (factor: number) => x.map((value) => factor * value);
  for (const options of [{ range: 'data' }, { range: [0, 1e-200] }] as const) {
    expect(() => softMutualInfoScore(of(1e-200), y, { ...options, range: options.range as 'data' })).toThrow(
      'preds: expected numbers that float32 represents, above 1.2e-38, got at most 9.',
    );
  }
  expect(() => softMutualInfoScore(column(x), column(of(1e-200)))).toThrow('target: expected numbers that float32');
  expect(() => softMutualInfoScore(of(1e200), y, { range: 'data' })).toThrow(
    'preds[0]: expected a finite number of at most 3.4e38 in float32, got Infinity',
  );
  const values = [1, 1e-200, 1e200].map((factor) => {
    const metric = new SoftMutualInfoScore({
      range: [
        [0, factor],
        [0, 1],
      ],
      bins: 8,
    });
    metric.update(of(factor), y);
    return metric.compute();
  });
  values.forEach((value) => expect(value).toBeCloseTo(values[0]!, 12));
  expect(number(softMutualInfoScore([0, 0], [0, 0]))).toBeCloseTo(0, 6);
});

test('a metric of batches needs its range before the first batch, and says so', () => {
  expect(() => new SoftMutualInfoScore({ range: 'data' as never })).toThrow(MetricInputError);
  expect(() => new SoftMutualInfoScore({ range: 'data' as never })).toThrow(
    'the bins are fixed before the first batch (find the minimum and maximum in a first pass, or call the function on all values), got "data"',
  );
});

test('plug-in mutual information of a plain histogram without a given range is that of bmi', () => {
  // Made with numpy.histogramdd, 5 bins a side, as bmi's HistogramEstimator with standardize=False takes it.
  const value = softMutualInfoScore(INTEGERS, SQUARES, { bins: 5, kernel: 'box', range: 'data' });
  expect(number(value)).toBeCloseTo(BMI_OF_INTEGERS, 6);
});

const INTEGERS = Array.from({ length: 101 }, (_, n) => n);
const SQUARES = INTEGERS.map((n) => (n - 40) ** 2);
const BMI_OF_INTEGERS = 0.6885618911667859;
