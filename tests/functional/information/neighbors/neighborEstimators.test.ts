import { describe, expect, test } from '@jest/globals';
import * as tf from '@tensorflow/tfjs-core';
import {
  knnConditionalEntropy,
  knnConditionalEntropyGivenLabels,
  knnConditionalMutualInfo,
  knnConditionalTotalCorrelation,
  knnEntropy,
  knnKlDivergence,
  ksgMutualInfo,
  MetricInputError,
  mixedMutualInfo,
  rossMutualInfo,
  knnTotalCorrelation,
  knnTotalCorrelationExplained,
  type Samples,
} from 'tfjs-metrics';
import { normalPair, normalSamples } from './normalSamples.ts';

type Options = Record<string, unknown>;

const [x, y] = normalPair(300, 0.6, 1);
const z = normalSamples(300, 9);
const classes = x.map((value) => (value > 0 ? 1 : 0));

/** All estimators as functions of two variables. */
const estimators: Record<string, (x: Samples, y: Samples, options?: Options) => number> = {
  ksgMutualInfo,
  'ksgMutualInfo of a list': (a, b, options) => ksgMutualInfo([a, b], options),
  mixedMutualInfo,
  knnConditionalEntropy,
  knnKlDivergence,
  knnConditionalMutualInfo: (a, b, options) =>
    knnConditionalMutualInfo(a, b, z.slice(0, (a as number[]).length), options),
  knnConditionalTotalCorrelation,
  knnTotalCorrelationExplained,
  knnEntropy: (a, _, options) => knnEntropy(a, options),
  knnTotalCorrelation: (a, _, options) => knnTotalCorrelation(a, options),
  rossMutualInfo: (a, b, options) =>
    rossMutualInfo(
      a,
      Array.from(b as number[], (v) => (v > 0 ? 1 : 0)),
      options,
    ),
  knnConditionalEntropyGivenLabels: (a, b, options) =>
    knnConditionalEntropyGivenLabels(
      a,
      Array.from(b as number[], (v) => (v > 0 ? 1 : 0)),
      options,
    ),
};

describe.each(Object.entries(estimators))('%s', (name, estimate) => {
  test('with base 2 is nats divided by ln 2', () => {
    expect(estimate(x, y, { base: 2 })).toBeCloseTo(estimate(x, y) / Math.LN2, 12);
  });

  test('does not depend on the order of samples', () => {
    const reversed = (values: number[]): number[] => values.slice().reverse();
    if (name === 'knnConditionalMutualInfo') return;
    expect(estimate(reversed(x), reversed(y))).toBeCloseTo(estimate(x, y), 10);
  });

  test('does not depend on a shift of all values', () => {
    const moved = (values: number[]): number[] => values.map((value) => value + 2 ** 20);
    if (/Labels|ross/.test(name)) return;
    if (name === 'knnKlDivergence') return;
    // Sums are rounded to 2^-32; distances are some 2^-8.
    expect(Math.abs(estimate(moved(x), moved(y)) - estimate(x, y))).toBeLessThan(1e-4);
  });

  test('rejects values that are not finite, with their position', () => {
    const spoilt = x.slice();
    spoilt[7] = NaN;
    expect(() => estimate(spoilt, y)).toThrow(MetricInputError);
    expect(() => estimate(spoilt, y)).toThrow('[7]: expected a finite number, got NaN');
  });

  test('rejects too few samples', () => {
    expect(() => estimate([], [])).toThrow(MetricInputError);
    expect(() => estimate([1], [1])).toThrow(MetricInputError);
    if (name === 'rossMutualInfo') return;
    expect(() => estimate([1, 2, 3], [1, 3, 2])).toThrow('expected at least 4 samples for k = 3, got 3');
  });

  test('rejects unknown options and invalid numbers of neighbors', () => {
    expect(() => estimate(x, y, { neighbors: 3 })).toThrow('expected known options, got "neighbors"');
    for (const k of [0, -1, 1.5, NaN, '3']) {
      expect(() => estimate(x, y, { k })).toThrow('option "k": expected a whole number above 0');
    }
  });

  test('is deterministic', () => {
    expect(estimate(x, y)).toBe(estimate(x, y));
  });
});

describe('two variables', () => {
  test.each(['ksgMutualInfo', 'mixedMutualInfo', 'knnConditionalEntropy', 'ksgMutualInfo of a list'])(
    '%s: as many samples of one as of the other',
    (name) => {
      expect(() => estimators[name]!(x, y.slice(1))).toThrow(/: expected the same number of samples, got 300 and 299/);
    },
  );

  test.each(['ksgMutualInfo', 'mixedMutualInfo', 'knnConditionalMutualInfo', 'knnTotalCorrelationExplained'])(
    '%s: a constant tells nothing',
    (name) => {
      const constant = x.map(() => 3);
      expect(estimators[name]!(x, constant)).toBe(0);
      expect(estimators[name]!(constant, x)).toBe(0);
      expect(estimators[name]!(constant, constant)).toBe(0);
    },
  );

  test('estimates do not depend on the scale, even for the smallest numbers', () => {
    const [p, q] = [
      Array.from({ length: 30 }, (_, i) => (7 * i) % 31),
      Array.from({ length: 30 }, (_, i) => (11 * i) % 37),
    ];
    const smallest = (value: number): number => value * Number.MIN_VALUE;
    expect(ksgMutualInfo(p.map(smallest), q.map(smallest))).toBe(ksgMutualInfo(p, q));
  });

  test('a single variable and an empty list are rejected', () => {
    expect(() => ksgMutualInfo(x as never)).toThrow('y: expected a tensor');
    expect(() => ksgMutualInfo(Float64Array.from(x) as never)).toThrow('y: expected a tensor');
    expect(() => ksgMutualInfo([])).toThrow(MetricInputError);
    expect(() => ksgMutualInfo([])).toThrow('expected at least one variable');
  });

  test('lncAlpha must be a number', () => {
    expect(() => ksgMutualInfo(x, y, { lncAlpha: '0.5' as never })).toThrow(
      'option "lncAlpha": expected a number between 0 and 1, got "0.5"',
    );
  });

  test('tensors, typed arrays, rows and flat arrays give the same estimate', () => {
    const values = Float32Array.from(x);
    const expected = ksgMutualInfo(values, y);
    const tensor = tf.tensor2d(values, [300, 1]);
    const forms: Samples[] = [
      tensor,
      Array.from(values, (value) => [value]),
      { data: values, shape: [300, 1] },
      Float64Array.from(values),
    ];
    for (const form of forms) expect(ksgMutualInfo(form, y)).toBe(expected);
    expect(tf.memory().numTensors).toBe(1);
    tensor.dispose();
  });

  test('samples without columns are rejected', () => {
    const none = { data: new Float64Array(0), shape: [300, 0] as const };
    expect(() => ksgMutualInfo(none, y)).toThrow('x: expected at least one value in each row, got none');
  });

  test('mutual information is symmetric', () => {
    expect(ksgMutualInfo(x, y)).toBeCloseTo(ksgMutualInfo(y, x), 12);
    expect(mixedMutualInfo(x, y)).toBeCloseTo(mixedMutualInfo(y, x), 12);
    expect(knnConditionalMutualInfo(x, y, z)).toBeCloseTo(knnConditionalMutualInfo(y, x, z), 12);
  });

  test('conditioning on a constant has no effect', () => {
    const constant = x.map(() => 0);
    expect(knnConditionalMutualInfo(x, y, constant)).toBeCloseTo(ksgMutualInfo(x, y), 12);
  });

  test("with standardize, 'std' is invariant to units and 'rank' to increasing functions", () => {
    const inMillimetres = x.map((value) => 1000 * value);
    const raw = ksgMutualInfo(inMillimetres, y);
    expect(Math.abs(raw - ksgMutualInfo(x, y))).toBeGreaterThan(0.05);
    const std = { standardize: 'std' } as const;
    expect(ksgMutualInfo(inMillimetres, y, std)).toBeCloseTo(ksgMutualInfo(x, y, std), 10);
    const rank = { standardize: 'rank' } as const;
    const risen = x.map((value) => Math.exp(5 * value));
    expect(ksgMutualInfo(risen, y, rank)).toBe(ksgMutualInfo(x, y, rank));
    expect(() => ksgMutualInfo(x, y, { standardize: true as never })).toThrow(
      'option "standardize": expected "std", "rank" or false, got true',
    );
  });

  test('a list of three variables gives their total correlation', () => {
    const sum = x.map((value, i) => value + y[i]! + 0.5 * z[i]!);
    const total = ksgMutualInfo([x, y, sum]);
    const inSteps =
      ksgMutualInfo(x, y) +
      ksgMutualInfo(
        x.map((value, i) => [value, y[i]!]),
        sum,
      );
    expect(Math.abs(total - inSteps)).toBeLessThan(0.3);
    expect(ksgMutualInfo([x])).toBe(0);
    expect(ksgMutualInfo([x, x.map(() => 1), y])).toBe(ksgMutualInfo(x, y));
  });

  test('lncAlpha corrects the estimate for dependence along a line', () => {
    const uniform = normalSamples(500, 5);
    const line = uniform.map((value, i) => value + 1e-7 * normalSamples(500, 6)[i]!);
    const plain = ksgMutualInfo(uniform, line, { k: 5 });
    const corrected = ksgMutualInfo(uniform, line, { k: 5, lncAlpha: 0.25 });
    const exact = -0.5 * Math.log(1 - 1 / (1 + 1e-14));
    expect(plain).toBeLessThan(7);
    expect(Math.abs(corrected - exact)).toBeLessThan(0.7);
  });

  test('the mixed estimator handles values that are often 0', () => {
    const often = x.map((value) => Math.max(0, value));
    const information = mixedMutualInfo(often, often);
    expect(Number.isFinite(information)).toBe(true);
    expect(information).toBeGreaterThan(0.69);
    const digits = x.map((_, i) => i % 4);
    expect(mixedMutualInfo(digits, digits)).toBeCloseTo(Math.log(4), 1);
  });
});

describe('labels', () => {
  test('can have any type', () => {
    const named = classes.map((label) => (label === 1 ? 'above' : 'below'));
    expect(rossMutualInfo(x, named)).toBeCloseTo(rossMutualInfo(x, classes), 12);
    expect(knnConditionalEntropyGivenLabels(x, named)).toBeCloseTo(knnConditionalEntropyGivenLabels(x, classes), 12);
  });

  test('give 0 if all are distinct or all are equal', () => {
    const different = x.map((_, i) => i);
    expect(rossMutualInfo(x, different)).toBe(0);
    expect(knnConditionalEntropyGivenLabels(x, different)).toBeCloseTo(knnEntropy(x), 12);
    const same = x.map(() => 'a');
    expect(rossMutualInfo(x, same)).toBeCloseTo(0, 12);
    expect(knnConditionalEntropyGivenLabels(x, same)).toBe(knnEntropy(x));
    const tied = x.map((_, i) => i % 3);
    expect(rossMutualInfo(tied, same)).toBe(0);
    expect(
      rossMutualInfo(
        x.map(() => 3),
        classes,
      ),
    ).toBe(0);
  });

  test('must be as many as samples', () => {
    expect(() => rossMutualInfo(x, classes.slice(1))).toThrow(
      'labels: expected one label for each of 300 samples in x, got 299',
    );
  });
});

test('the entropy of samples that coincide is −Infinity', () => {
  expect(knnEntropy([1, 1, 1, 1, 2, 3])).toBe(-Infinity);
  expect(knnEntropy([1, 1, 2, 3, 4])).toBeGreaterThan(-Infinity);
});

test('divergence accepts sets of different sizes with the same number of columns', () => {
  expect(knnKlDivergence(x, y.slice(0, 100))).toBeCloseTo(knnKlDivergence(x, y.slice(0, 100)), 12);
  expect(() =>
    knnKlDivergence(
      x,
      y.map((value) => [value, value]),
    ),
  ).toThrow('xPrime: expected as many columns as x, 1, got 2');
  expect(() => knnKlDivergence(x, [1, 2])).toThrow('at least 4 samples');
});
